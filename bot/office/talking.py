"""Talks of October and November: held and written down, agreed, and one still to be answered."""

from __future__ import annotations

from datetime import date

from bot.actions import talks
from bot.actions.me import Me, read_me
from bot.actions.spans import packed
from bot.office.desk import NOW, Office
from bot.office.hiring import telegram_id
from storage import outbox

HELD = (
    ("budi", "sari", date(2026, 10, 15), 5, "Enak diajak bicara, langsung ke pokoknya."),
    ("budi", "lain5", date(2026, 10, 21), 4, ""),
    ("budi", "lain6", date(2026, 10, 22), 4, "Kalau bisa lebih sering."),
    ("tenri", "lain11", date(2026, 10, 27), 3, ""),
)
"""Superior, employee, day, usefulness, a word with it."""
NOTED = "Loket prioritas berjalan baik; yang berat adalah hari Senin pagi. Pak Budi mencari orang."
THOUGHT = "Ingin belajar mengolah data antrean. Tanyakan pelatihan pada dialog berikutnya."
STEP = "Menyiapkan petugas tambahan untuk loket prioritas setiap Senin pagi."
SENT = (
    *(("talks.held", employee) for _, employee, *_ in HELD),
    ("talks.proposed", "budi"), ("talks.proposed", "irwan"), ("talks.agreed", "putri"),
)  # fmt: skip
"""Letters that were sent and read before the demo begins."""


def talk(office: Office) -> None:
    """Sari's is written down with a step that Budi owes; Irwan is asked for a time."""
    for superior, employee, day, level, word in HELD:
        _hold(office, superior, employee, day, level, word)
    _agree(office)
    asking = me_at(office, "tenri", date(2026, 11, 9), 14)
    talks.propose(
        office.session, asking, office.ids["irwan"],
        int(office.at("tenri", date(2026, 11, 12), 10).timestamp()) // 60,
    )  # fmt: skip
    for template, key in SENT:
        letter = outbox.newest(office.session, office.ids[key], template)
        assert letter is not None
        office.session.delete(letter)
    office.session.flush()


def _hold(office: Office, superior: str, employee: str, day: date, level: int, word: str) -> None:
    session = office.session
    leader, mine = me_at(office, superior, day, 15), me_at(office, employee, day, 16)
    number = int(talks.hold(session, leader, mine.employee_id, packed(day)).place.args[0])
    if employee == "sari":
        talks.write_note(session, mine, number, "both", NOTED)
        talks.write_note(session, mine, number, "alone", THOUGHT)
        step = int(talks.write(session, mine, number, STEP).args[0])
        talks.settle(session, mine, step, "theirs", packed(date(2026, 11, 16)))
    talks.choose(session, mine, number, level)
    if word:
        talks.say(session, mine, number, word)
    talks.send(session, mine, number)


def _agree(office: Office) -> None:
    """Putri asked for a talk, for she is new; Budi agreed."""
    session, when = office.session, office.at("putri", date(2026, 11, 11), 9)
    putri = me_at(office, "putri", date(2026, 11, 6), 9)
    went = talks.propose(session, putri, putri.employee_id, int(when.timestamp()) // 60)
    talks.agree(session, me_at(office, "budi", date(2026, 11, 6), 11), int(went.place.args[0]))


def me_at(office: Office, key: str, day: date, hour: int) -> Me:
    """Somebody at that hour of a day before now."""
    moment = office.at(key, day, hour)
    assert moment < NOW
    me = read_me(office.session, telegram_id(office.members[key]), moment)
    assert me is not None
    return me
