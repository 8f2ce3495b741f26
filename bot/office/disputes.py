"""One result that two officers corrected in November, and the objection to it that waits now."""

from __future__ import annotations

from datetime import date

from bot.actions import corrections, objections, publication, receipts
from bot.actions.me import Me, read_me
from bot.actions.publication import Correction
from bot.office.desk import NOW, Office
from bot.office.hiring import telegram_id
from bot.office.proofs import exhibit
from bot.rules.scoring import Score
from storage import audit, duties, outbox, results
from storage import corrections as stored
from storage import objections as stored_objections
from storage.duties import DutyKind
from storage.periods import Period

WHOSE, RATER, FIRST, SECOND, REVIEWER = "marice", "yosef", "maya", "rina", "kepala"
SHOWN = ("dermaga", "Dermaga Enggros, April 2026", 6)
MISTYPED = "Level yang diketik tidak sesuai dengan lembar penilaian yang ditandatangani."
REASONS = (
    "Layanan keliling ke tiga pulau saya rintis sendiri sejak April, dan laporan bulanannya "
    "sudah disetujui atasan."
)
EXPLAINED = (
    "Layanan keliling memang dimulai bulan April, tetapi jadwalnya baru tetap pada bulan Juni."
)


def dispute(office: Office, period: Period) -> None:
    """Corrected on 3 November, objected to on the 5th, explained on the 9th, not yet answered."""
    session, who = office.session, office.ids[WHOSE]
    assert period.id is not None
    result = results.of(session, period.id, who)
    assert result is not None
    first = _me(office, FIRST, 2, 9)
    number = int(str(corrections.begin(session, first, result.id or 0).args[0]))
    line = next(one for one in corrections.draft(session, first, number).lines if one.level < 5)
    corrections.put(session, first, number, line.key, line.level + 1)
    corrections.write_reason(session, first, number, MISTYPED)
    after = corrections.draft(session, first, number).after
    corrections.propose(session, first, number)
    _confirm(office, number, after, result.raters, result.id or 0)
    mine = _me(office, WHOSE, 5, 10)
    receipts.take(session, _me(office, WHOSE, 4, 9), period.id, 2)
    objection = int(str(objections.begin(session, mine, period.id).place.args[0]))
    choices = objections.draft(session, mine, objection).choices
    key = next(key for key, _, _ in choices if key != line.key)
    objections.toggle(session, mine, objection, key, 0)
    objections.write_reasons(session, mine, objection, REASONS)
    exhibit(office, objection, mine.now, *SHOWN)
    objections.file(session, mine, objection)
    rater = _me(office, RATER, 9, 14)
    objections.write(session, rater, objection, EXPLAINED)
    objections.tell(session, rater, objection)
    stored_objections.change(session, objection, looked_on=NOW.date())
    _read_long_ago(office)


def _read_long_ago(office: Office) -> None:
    """The letters of all this went and were read before the demo begins."""
    sent = (
        ("corrections.proposed", SECOND), ("corrections.proposed", REVIEWER),
        ("results.published", WHOSE), ("objections.asked", RATER),
        ("objections.review", REVIEWER), ("objections.explained", WHOSE),
    )  # fmt: skip
    for template, key in sent:
        letter = outbox.newest(office.session, office.ids[key], template)
        if letter is not None:
            office.session.delete(letter)
    office.session.flush()


def _confirm(office: Office, number: int, after: Score, raters: int, result_id: int) -> None:
    """The second officer, who had typed her code."""
    session, second = office.session, _me(office, SECOND, 3, 11)
    row = stored.get(session, number)
    assert row is not None
    by, at = second.employee_id, second.now
    stored.decide(session, number, stored.CONFIRMED, by, at, made=2)
    said = {"proposer": row.proposer_id}
    audit.record(session, at, by, "corrections.confirm", f"correction/{number}", said)
    kind, about = DutyKind.CONFIRM_CORRECTION, row.employee_id
    duties.done(session, kind, at, about_id=about, object_id=number)
    publication.publish_again(session, at, by, result_id, Correction(after, raters, row.reason))


def _me(office: Office, key: str, day: int, hour: int) -> Me:
    """This person on that day of November."""
    member = office.members[key]
    moment = office.at(key, date(2026, 11, day), hour)
    me = read_me(office.session, telegram_id(member), moment)
    assert me is not None
    return me
