"""A quarter that changes after its year was signed asks its writer to sign the year again."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.days import local_day
from bot.actions.years import composing, owing
from bot.screens import place
from storage import audit, employees, outbox, years
from storage.outbox import Kind
from storage.periods import Period
from storage.years import DRAFT, FINAL, FORWARDED, SIGNED, YearReport


def renew(session: Session, now: datetime, by: int, period: Period, employee_id: int) -> None:
    """Lay the year before its writer again where the quarter makes it come to something else.

    A final report stays in force until the next edition, a draft with the same words, is judged.
    One that is signed and waits to be judged goes back to be signed anew. A signature on its way
    finds that the year has moved on; one that came a moment earlier goes back as well. Nothing
    is done for somebody who has left.
    """
    report = years.of(session, period.year, employee_id)
    person = employees.get(session, employee_id)
    if report is None or person is None or person.left_on is not None:
        return
    if report.state == DRAFT:
        if years.step(session, report.id or 0, DRAFT, report.turn, {}):
            return
        session.refresh(report)  # it was signed in this very moment
    composed = composing.compose(session, employee_id, period.year)
    if composed is None or not composed.moved(report):
        return
    if report.state in (SIGNED, FORWARDED):
        if _give_back(session, now, by, period, report, person.superior_id):
            return
        session.refresh(report)
    if report.state == FINAL:
        _edit_anew(session, now, by, period, report)


def _give_back(
    session: Session, now: datetime, by: int, period: Period, report: YearReport,
    superior_id: int | None,
) -> bool:  # fmt: skip
    """Its writer and whoever signed, or would have signed next, are told; False when it was
    judged meanwhile.
    """
    number, turn, signer = report.id or 0, report.turn, report.superior_by or superior_id
    if not years.step(session, number, report.state, turn, years.UNSIGNED):
        return False
    owing.withdrawn(session, now, report)
    owing.to_write_again(session, local_day(session, report.employee_id, now), report)
    facts = {"year": report.year, "quarter": period.quarter}
    audit.record(session, now, by, "years.reopen", f"yearreport/{number}", facts)
    told = {"report": number, "quarter": period.quarter}
    outbox.put(
        session, f"years.reopened/{number}/{turn}", Kind.DECISION, "years.reopened", now,
        to=report.employee_id, facts=told, opens=place("years.card", report.year),
    )  # fmt: skip
    if signer is not None:
        outbox.put(
            session, f"years.called_back/{number}/{turn}", Kind.DECISION, "years.called_back",
            now, to=signer, facts=told, opens=place("years.queue"),
        )  # fmt: skip
    return True


def _edit_anew(
    session: Session, now: datetime, by: int, period: Period, report: YearReport
) -> None:
    draft = years.renew(session, report)
    owing.to_write_again(session, local_day(session, report.employee_id, now), draft)
    facts = {"year": report.year, "edition": draft.edition, "quarter": period.quarter}
    audit.record(session, now, by, "years.renew", f"yearreport/{draft.id}", facts)
    outbox.put(
        session, f"years.renewed/{draft.id}", Kind.DECISION, "years.renewed", now,
        to=draft.employee_id, facts={"report": draft.id, "quarter": period.quarter},
        opens=place("years.card", draft.year),
    )  # fmt: skip
