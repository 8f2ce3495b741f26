"""What an objection makes people owe, and the letters that say so."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from bot.actions.days import agency_days, local_day
from bot.actions.objections.people import (
    Sides,
    case_of,
    limits_of,
    officers,
    reviewers,
    sides_of,
)
from bot.rules.objections import Party, State, heard
from bot.screens import place
from storage import duties, objections, outbox
from storage.duties import DutyKind
from storage.objections import Objection
from storage.outbox import Kind

KINDS = (
    DutyKind.EXPLAIN_OBJECTION,
    DutyKind.ANSWER_EXPLANATION,
    DutyKind.DECIDE_OBJECTION,
    DutyKind.NAME_REVIEWER,
)


class Owes(NamedTuple):
    kind: str
    owner_id: int


def settle(session: Session, row: Objection, now: datetime) -> None:
    """Make and take back what this objection makes people owe; tell whoever is asked anew."""
    assert row.id is not None
    today = local_day(session, row.employee_id, now)
    sides = sides_of(session, row.period_id, row.employee_id)
    wanted = _wanted(session, row, sides, today) if row.state == State.FILED else {}
    there = {
        Owes(one.kind, one.owner_id): one
        for one in duties.of_period(session, row.period_id, KINDS, row.id)
    }
    new = [_row(row, owes, today, due) for owes, due in wanted.items() if owes not in there]
    duties.owe_many(session, new)
    back = [
        one.id for owes, one in there.items() if owes in wanted and one.cancelled and not one.done
    ]
    if back:
        duties.reopen(session, back)
    gone = [
        one.id
        for owes, one in there.items()
        if owes not in wanted and not one.done and not one.cancelled
    ]
    if gone:
        duties.cancel(session, gone, now)
    if row.state == State.FILED:
        _tell(session, row, sides, today, now)


def _wanted(session: Session, row: Objection, sides: Sides, today: date) -> dict[Owes, date]:
    """Who owes what, with its last day."""
    limits = limits_of(row)
    free = reviewers(session, row, sides, today)
    case = case_of(session, row, free[0] if free else None)
    both = all(heard(case, limits, today).values())
    wanted: dict[Owes, date] = {}
    for one in objections.explanations(session, row.id or 0):
        if one.given_at is not None or both:
            continue
        if one.party == Party.SUPERIOR:
            wanted[Owes(DutyKind.EXPLAIN_OBJECTION, one.person_id)] = limits.hearing_until
        elif case.explained:
            wanted[Owes(DutyKind.ANSWER_EXPLANATION, one.person_id)] = limits.hearing_until
    if not free:
        for officer in officers(session, row, sides, today):
            wanted[Owes(DutyKind.NAME_REVIEWER, officer)] = limits.hearing_until
    elif both:
        owner = sides.above if sides.above in free else free[0]
        assert owner is not None
        wanted[Owes(DutyKind.DECIDE_OBJECTION, owner)] = limits.decision_until
    return wanted


def _row(row: Objection, owes: Owes, today: date, due: date) -> dict[str, object]:
    about = 0 if owes.owner_id == row.employee_id else row.employee_id
    return {
        "period_id": row.period_id, **owes._asdict(), "about_id": about, "object_id": row.id,
        "opens_on": min(today, due), "due_on": due,
    }  # fmt: skip


def _tell(session: Session, row: Objection, sides: Sides, today: date, now: datetime) -> None:
    """Each of them once: the raters and the reviewer, or HR where there is none."""
    free = reviewers(session, row, sides, today)
    for one in objections.explanations(session, row.id or 0):
        if one.party == Party.SUPERIOR and one.given_at is None:
            write(session, row, "objections.asked", one.person_id, now)
    for person in free[:1]:
        write(session, row, "objections.review", person, now)
    if not free:
        for officer in officers(session, row, sides, today):
            write(session, row, "objections.unnamed", officer, now)


def write(session: Session, row: Objection, template: str, to: int, now: datetime) -> None:
    """Owe one person a letter of this kind about an objection, once."""
    outbox.put(
        session, f"{template}/{row.id}/{to}", Kind.DECISION, template, now, to=to,
        facts={"objection": row.id, "to": to}, opens=place("objections.card", row.id or 0),
    )  # fmt: skip


LOOK = 50


def tick(session: Session, now: datetime) -> bool:
    """Once a day each open objection is settled anew; True while there may be more to look at.

    The day ends last in the west of the agency; who is asked, and by when, follows the roster.
    """
    today = agency_days(session, now).last
    found = objections.to_look_at(session, today, LOOK)
    for row in found:
        settle(session, row, now)
        _escalate(session, row, now)
        objections.change(session, row.id or 0, looked_on=today)
    return len(found) == LOOK


def _escalate(session: Session, row: Objection, now: datetime) -> None:
    """What is not decided in time is told to HR and stays to be decided."""
    today = local_day(session, row.employee_id, now)
    if row.told_late_at is not None or today <= limits_of(row).decision_until:
        return
    sides = sides_of(session, row.period_id, row.employee_id)
    for officer in officers(session, row, sides, today):
        write(session, row, "objections.late", officer, now)
    objections.change(session, row.id or 0, told_late_at=now)


def reviewing(session: Session, row: Objection, sides: Sides, now: datetime) -> list[int]:
    """Whose turn it is to decide today, if anybody's."""
    return reviewers(session, row, sides, local_day(session, row.employee_id, now))[:1]
