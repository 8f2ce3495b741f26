"""Training: where every application is, who was there, what was counted, who got which seat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import String, case, cast, func, or_, select
from sqlmodel import col

from bot.rules.trainings.course import NOTED, State
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Fault, Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.trainings.allocation import SIGNED, Allocation, AllocationLine
from storage.trainings.learning import CONFIRMED, Learning
from storage.trainings.request import TrainingRequest

LEADS = {
    "trainings.agree": State.AGREED,
    "trainings.refuse": State.REFUSED,
    "trainings.withdraw": State.WITHDRAWN,
    "trainings.seat": State.SEATED,
    "trainings.list": State.LISTED,
}
SAYS = ("trainings.send", "trainings.note", "trainings.end", "trainings.drop")
ACTIONS = (*LEADS, *SAYS)
ABOUT = "training_request"


def of_applications(reader: Reader) -> Iterator[Finding]:
    """The state of each. One that was refused or withdrawn may be a draft again."""
    number, state = col(TrainingRequest.id), col(TrainingRequest.state)
    who, when = col(TrainingRequest.decided_by), col(TrainingRequest.sent_at)
    names: Any = {action: found.value for action, found in LEADS.items()}
    told: Any = case(names, value=ENTRIES.c.action, else_=said("state"))
    stored = rows(number, ABOUT, NOTHING, who, when, state).where(state != State.DRAFT)
    entries = Entries(ACTIONS, told)
    yield from disagreements(reader, Kind.APPLICATION, stored, entries, who=False, both=False)
    there = rows(number, ABOUT, NOTHING, who, when, NOTHING).where(
        or_(state != State.DRAFT, when.is_not(None))
    )
    for one in disagreements(
        reader, Kind.APPLICATION, there, Entries(ACTIONS, NOTHING), who=False
    ):
        if one.fault is Fault.GONE:
            yield one


def of_attendance(reader: Reader) -> Iterator[Finding]:
    """Who was there, noted by whom and when; and what came of it, with the score."""
    number, state = col(TrainingRequest.id), col(TrainingRequest.state)
    noted: Any = case((state.in_(NOTED), state), else_=State.PRESENT.value)
    by, at = col(TrainingRequest.attended_by), col(TrainingRequest.attended_at)
    stored = rows(number, ABOUT, NOTHING, by, at, noted).where(at.is_not(None))
    yield from disagreements(
        reader, Kind.ATTENDANCE, stored, Entries(("trainings.note",), said("state"))
    )
    score: Any = func.coalesce(cast(col(TrainingRequest.score), String), "")
    by, at = col(TrainingRequest.ended_by), col(TrainingRequest.ended_at)
    ended = rows(number, ABOUT, NOTHING, by, at, text(state, score)).where(at.is_not(None))
    told: Any = text(said("state"), func.coalesce(said("score"), ""))
    yield from disagreements(
        reader, Kind.TRAINING_RESULT, ended, Entries(("trainings.end",), told)
    )


def of_hours(reader: Reader) -> Iterator[Finding]:
    """Everything that counts: for whom, how long, on which day, by whose word."""
    stored = rows(
        col(Learning.id), "learning", NOTHING, col(Learning.decided_by), col(Learning.decided_at),
        text(col(Learning.employee_id), col(Learning.minutes), col(Learning.ended_on)),
    ).where(col(Learning.state) == CONFIRMED)  # fmt: skip
    told = text(said("employee"), said("minutes"), said("day"))
    return disagreements(reader, Kind.HOURS, stored, Entries(("learning.credit",), told))


def of_allocations(reader: Reader) -> Iterator[Finding]:
    """Who signed which division, and how many seats it gave when it was handed over."""
    number, mark = col(Allocation.id), col(Allocation.mark)
    signed = col(Allocation.state) == SIGNED
    who, when = col(Allocation.decided_by), col(Allocation.decided_at)
    made = text(col(Allocation.made_by), mark)
    stored = rows(number, "allocation", NOTHING, who, when, made).where(signed)
    told = Entries(("trainings.sign",), text(said("maker"), said("mark")))
    yield from disagreements(reader, Kind.ALLOCATION, stored, told)
    given = func.coalesce(col(AllocationLine.changed), col(AllocationLine.seat))
    count = (
        select(func.coalesce(func.sum(case((given, 1), else_=0)), 0))
        .where(col(AllocationLine.allocation_id) == number)
        .correlate(Allocation)
        .scalar_subquery()
    )
    lines = rows(number, "allocation", NOTHING, who, when, text(mark, count)).where(signed)
    handed = Entries(("trainings.give",), text(said("mark"), said("given")))
    yield from disagreements(reader, Kind.ALLOCATION, lines, handed, who=False, both=False)
