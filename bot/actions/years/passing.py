"""A signed report goes on to the evaluation team, or back to its writer."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.years import owing
from bot.actions.years.reviewing import Review, mine
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts import years as texts
from bot.texts.years import judging as judged
from storage import audit, employees, outbox, years
from storage.outbox import Kind
from storage.workplaces import Post
from storage.years import FORWARDED, SIGNED, YearReport

SHORTEST, LONGEST = 15, 500


def forward(session: Session, me: Me, report_id: int, turn: int) -> Went:
    """The superior signs; the evaluation team judges."""
    seen, here = mine(session, me, report_id), place("years.review", report_id)
    seen.demand(may=seen.may_forward)
    report = seen.report
    values = {
        "state": FORWARDED, "superior_id": seen.superior_id,
        "superior_at": me.now, "superior_by": me.employee_id,
    }  # fmt: skip
    members = _judges(session, me, report, seen.superior_id)
    if not members:
        raise Refused(judged.no_team(), "no_team")
    if not years.step(session, report_id, SIGNED, turn, values):
        return Went(here, words.changed_since())
    owing.done(session, me, report)
    owing.to_judge(session, me, report, members)
    facts, about = {"year": report.year}, f"yearreport/{report_id}"
    audit.record(session, me.now, me.employee_id, "years.forward", about, facts)
    return Went(here, judged.forwarded_notice())


def _judges(
    session: Session, me: Me, report: YearReport, superior_id: int | None
) -> frozenset[int]:
    """Who of the evaluation team may judge it once I have signed."""
    person = employees.get(session, report.employee_id)
    superior = employees.get(session, superior_id or 0)
    assert person is not None
    post = Post(report.employee_id, person.unit_id, person.superior_id)
    above = superior.superior_id if superior else None
    signed = {superior_id, me.employee_id}
    return owing.judges(owing.team(session, me.today), post, above, signed)


def back(session: Session, me: Me, report_id: int) -> Review:
    """Asks why it goes back to its writer."""
    return mine(session, me, report_id)


def return_text(session: Session, me: Me, report_id: int, typed: str) -> Went:
    """Give it back to be mended, with a reason."""
    report, there = back(session, me, report_id).report, Place("years.queue")
    said = " ".join(typed.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    values = {**years.UNSIGNED, "reason": said}
    if not years.step(session, report_id, report.state, report.turn, values):
        return Went(there, words.changed_since())
    owing.done(session, me, report)
    owing.to_write_again(session, me.today, report)
    facts, about = {"year": report.year}, f"yearreport/{report_id}"
    audit.record(session, me.now, me.employee_id, "years.return", about, facts)
    outbox.put(
        session, f"years.returned/{report_id}/{report.turn}", Kind.DECISION, "years.returned",
        me.now, to=report.employee_id, facts={"report": report_id, "turn": report.turn + 1},
        opens=place("years.card", report.year),
    )  # fmt: skip
    return Went(there, judged.returned_notice())
