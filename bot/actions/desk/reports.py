"""Reports of wrong superiors: HR chooses the right one, or declines with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.desk.effects import circle
from bot.actions.desk.lists import Page, page_of
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.search import Found, find, found
from bot.screens import Place, Went, place
from bot.texts import desk as texts
from bot.texts import words
from bot.texts.desk import moving
from storage import audit, employees, outbox, postings
from storage import superior_reports as stored
from storage.outbox import Kind
from storage.superior_reports import SuperiorReport

LONGEST = 500
LIST = place("desk.reports", 0)


@dataclass(frozen=True, slots=True)
class Report:
    report_id: int
    name: str
    unit: str
    listed: str
    listed_id: int
    said: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Settling:
    """`people` to choose from, or the one chosen."""

    report: Report
    people: Sequence[Found]


def reports(session: Session, me: Me, page: int) -> Page:
    """Open reports of my units, oldest first."""
    return page_of(session, me, page, stored.waiting, stored.count_open)


def report(session: Session, me: Me, report_id: int) -> Report:
    """One open report. Raises Refused when it is not for me or decided."""
    row = _open_report(session, me, report_id)
    who = found(session, [row.employee_id])[0]
    person = employees.get(session, row.employee_id)
    superior = person and employees.get(session, person.superior_id or 0)
    since = row.made_at.astimezone(me.zone)
    return Report(
        report_id,
        who.name,
        who.unit,
        superior.name if superior else "",
        superior.id or 0 if superior else 0,
        row.said,
        since,
    )


def right(session: Session, me: Me, report_id: int) -> Report:
    """The question for the right superior's name, or for the reason of a refusal."""
    return report(session, me, report_id)


def find_right(session: Session, me: Me, report_id: int, text: str) -> Place:
    """Search the whole agency for the right superior."""
    row = _open_report(session, me, report_id)
    ids = [one for one in find(session, text) if one != row.employee_id]
    if not ids:
        raise Refused(texts.nobody_found(), "nobody_found")
    return place("desk.rights", report_id, *ids)


def rights_found(session: Session, me: Me, report_id: int, *ids: int) -> Settling:
    return Settling(report(session, me, report_id), found(session, ids))


def settling(session: Session, me: Me, report_id: int, superior_id: int) -> Settling:
    """Old and new superior side by side, before it is decided."""
    chosen = found(session, [superior_id])
    if not chosen:
        raise Refused(words.not_available(), "missing")
    return Settling(report(session, me, report_id), chosen)


def accept(session: Session, me: Me, report_id: int, superior_id: int, listed: int = -1) -> Went:
    """Change the hierarchy at once, if the superior is still the one `listed` (-1: whoever).

    Raises Refused for a circle, oneself, or who has left; ProofWanted.
    """
    row = _open_report(session, me, report_id)
    for one in sorted((row.employee_id, superior_id)):
        employees.lock(session, one)
    person = employees.get(session, row.employee_id)
    if person is None or listed not in (-1, person.superior_id or 0):
        return Went(place("desk.report", report_id), words.changed_since())
    superior = employees.get(session, superior_id)
    if superior is None or superior.left_on is not None:
        raise Refused(texts.nobody_found(), "left")
    if superior_id == me.employee_id:
        raise Refused(texts.not_oneself(), "oneself")
    if names := circle(session, row.employee_id, superior_id):
        raise Refused(moving.circle(names), "circle")
    demand_proof(session, me)
    _decide(session, me, row, stored.ACCEPTED, settled_id=superior_id)
    postings.bring(session, me.today, row.employee_id)
    employees.put_superior(session, row.employee_id, superior_id)
    postings.bring(session, me.today, row.employee_id)
    facts = {"from": row.listed_id or 0, "to": superior_id}
    about = f"employee/{row.employee_id}"
    audit.record(session, me.now, me.employee_id, "desk.change_superior", about, facts)
    return Went(LIST, texts.superior_changed())


def refuse(session: Session, me: Me, report_id: int, text: str) -> Went:
    """Leave the hierarchy as it is, with a reason for the employee."""
    row = _open_report(session, me, report_id)
    reason = " ".join(text.split())
    if len(reason) < 3:
        raise Refused(texts.say_why(), "too_short")
    if len(reason) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(reason)), "too_long")
    _decide(session, me, row, stored.DECLINED, reason=reason)
    return Went(LIST, texts.report_declined())


def _decide(
    session: Session,
    me: Me,
    row: SuperiorReport,
    state: str,
    *,
    settled_id: int | None = None,
    reason: str | None = None,
) -> None:
    number = row.id or 0
    if not stored.decide(
        session, number, state, me.employee_id, me.now, settled_id=settled_id, reason=reason
    ):
        raise Refused(words.not_available(), "decided")
    audit.record(
        session, me.now, me.employee_id, "desk.decide_report", f"report/{number}",
        {"state": state},
    )  # fmt: skip
    outbox.put(
        session, f"superior_settled/{number}", Kind.DECISION, "joining.superior_settled", me.now,
        to=row.employee_id, facts={"report": number}, opens=Place("joining.welcome"),
    )  # fmt: skip


def _open_report(session: Session, me: Me, report_id: int) -> SuperiorReport:
    row = stored.get(session, report_id)
    if row is None:
        raise Refused(words.not_available(), "missing")
    demand(session, me, "desk.decide_report", about=row.employee_id)
    if row.state != stored.OPEN:
        raise Refused(words.not_available(), "decided")
    return row
