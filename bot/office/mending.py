"""What came of the public's answers: comments read, improvements, a suspicion, a publication."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from bot.actions.me import Me, read_me
from bot.actions.spans import packed
from bot.actions.surveys import (
    clearing,
    closing,
    improving,
    judging,
    months,
    publishing,
    sealing,
    settling,
)
from bot.office.counters import SEED, SERVED, Desks
from bot.office.desk import NOW, Office, wib
from bot.office.hiring import telegram_id
from bot.office.people import AGENCY, MAKASSAR, SEMARANG
from bot.office.voices import CALLED, CHAIR, CHAIRS, NOT_READ, SAID, answer
from bot.rules.surveys.elements import HIGHEST
from storage import audit, outbox, surveys
from storage.columns import vault_of
from storage.surveys import Reason, SurveyWish

HEAD, HR = "sri", "maya"
ASKS = 710_000_001
"""The citizen who waits to hear about the calling of numbers."""
MORE_CHAIRS = "Menambah kursi tunggu menjadi 32 dan memasang atap di teras."
ADDED = "Kursi tunggu kini 32, dan teras depan beratap."
LOUDER = "Memasang pengeras suara dan layar nomor antrean di teras depan."
INSIDE = "Jawaban itu dari akun pegawai loket yang sama, bukan dari pemohon."
ALIKE = 9
MONTH = date(2026, 9, 1)
SENT = {"surveys.owed", "surveys.finished", "surveys.news"}


def mend(office: Office, desks: Desks, numbers: Mapping[str, int]) -> None:
    """Chairs came of a comment; louder calling is owed; nine answers alike wait for HR."""
    _read(office, numbers)
    _add_chairs(office, numbers[CHAIR])
    _promise(office, numbers[CALLED])
    _suspect(office, desks)
    _put_out(office)
    for key in (*office.ids,):
        for template in SENT:
            while letter := outbox.newest(office.session, office.ids[key], template):
                office.session.delete(letter)
                office.session.flush()


def _read(office: Office, numbers: Mapping[str, int]) -> None:
    for one in SAID:
        if one.key not in NOT_READ:
            clearing.clear(office.session, _me(office, HR, one.day, 16), numbers[one.key])


def _add_chairs(office: Office, number: int) -> None:
    """Asked on a day in June, promised in the week after, told in August."""
    session = office.session
    unit, head = office.units[SEMARANG], _me(office, HEAD, date(2026, 6, 15), 9)
    made = improving.write(session, head, unit, number, improving.NONE, MORE_CHAIRS)
    point = int(made.args[0])
    settling.settle(session, head, point, office.ids["budi"], packed(date(2026, 8, 31)))
    closing.finish(session, _me(office, "budi", CHAIRS, 14), point, ADDED)


def _promise(office: Office, number: int) -> None:
    session, asked = office.session, date(2026, 10, 20)
    mark = vault_of(session).index(f"survey/chat/{ASKS}")
    wish = SurveyWish(answer_id=number, contact=str(ASKS), mark=mark, asked_on=asked)
    surveys.wishes.add(session, wish)
    unit, head = office.units[SEMARANG], _me(office, HEAD, date(2026, 10, 26), 10)
    made = improving.write(session, head, unit, number, improving.NONE, LOUDER)
    due = packed(date(2026, 11, 27))
    settling.settle(session, head, int(made.args[0]), office.ids["budi"], due)


def _suspect(office: Office, desks: Desks) -> None:
    """One case is decided, one of yesterday is open."""
    session, dice = office.session, Random(SEED)
    served = {(one.unit, one.key): one for one in SERVED}
    day, here = date(2026, 10, 8), served[SEMARANG, "legalisasi"]
    own = answer(dice, office, desks, here, day, HIGHEST)
    at, _ = desks.counters[SEMARANG, "Loket 1"]
    case = _open(office, at, day, Reason.STAFF_HERE, [own])
    judging.decide(session, _me(office, HR, date(2026, 10, 9), 9), case, 0, INSIDE)
    day, here = date(2026, 11, 9), served[MAKASSAR, "usaha"]
    alike = [answer(dice, office, desks, here, day, HIGHEST) for _ in range(ALIKE)]
    at, _ = desks.counters[MAKASSAR, "Loket 2"]
    _open(office, at, day, Reason.SAME, alike)


def _open(office: Office, counter: int, day: date, reason: Reason, those: list[int]) -> int:
    case, _ = surveys.cases.open_one(office.session, counter, day, reason)
    surveys.cases.suspect(office.session, case, those)
    sealing.reseal(office.session, [day], wib(day + timedelta(1), 2))
    at, facts = office.at(HR, day, 14), {"reason": reason.value}
    audit.record(office.session, at, None, "surveys.suspect", f"surveycase/{case}", facts)
    return case


def _put_out(office: Office) -> None:
    """The head of the agency published September; letters of it went long ago."""
    head = _me(office, "kepala", date(2026, 10, 5), 9)
    row, name = months.propose(office.session, head, office.units[AGENCY], MONTH)
    assert publishing.release(office.session, head, row, name)


def _me(office: Office, key: str, day: date, hour: int) -> Me:
    moment = office.at(key, day, hour)
    assert moment < NOW
    me = read_me(office.session, telegram_id(office.members[key]), moment)
    assert me is not None
    return me
