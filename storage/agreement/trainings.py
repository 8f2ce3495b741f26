"""Training: where every application is, who was there, what was counted, who got which seat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, String, case, cast, func, or_, select
from sqlmodel import col

from bot.rules.trainings.allocation import mark
from bot.rules.trainings.course import NOTED, State
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.agreement.words import opened, raw
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.trainings.allocation import SIGNED, Allocation, AllocationLine
from storage.trainings.corrections import (
    CONFIRMED,
    DRAFT,
    REFUSED,
    WAITING,
    WITHDRAWN,
    TrainingCorrection,
)
from storage.trainings.learning import CONFIRMED as COUNTED
from storage.trainings.learning import Learning
from storage.trainings.request import TrainingRequest
from storage.vault import Vault

LEADS = {
    "trainings.agree": State.AGREED,
    "trainings.refuse": State.REFUSED,
    "trainings.withdraw": State.WITHDRAWN,
    "trainings.seat": State.SEATED,
    "trainings.list": State.LISTED,
}
ENDS = ("trainings.end", "trainings.correct")
SAYS = ("trainings.send", "trainings.note", *ENDS, "trainings.drop")
ACTIONS = (*LEADS, *SAYS)
ABOUT = "training_request"
CREDIT, ASK = "learning.credit", "trainings.ask_correction"
DECIDED = {
    "trainings.confirm_correction": CONFIRMED,
    "trainings.refuse_correction": REFUSED,
    "trainings.withdraw_correction": WITHDRAWN,
}


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
    yield from disagreements(reader, Kind.TRAINING_RESULT, ended, Entries(ENDS, told))


def of_hours(reader: Reader) -> Iterator[Finding]:
    """Everything that counts: for whom, how long, on which day, by whose word."""
    stored = rows(
        col(Learning.id), "learning", NOTHING, col(Learning.decided_by), col(Learning.decided_at),
        text(col(Learning.employee_id), col(Learning.minutes), col(Learning.ended_on)),
    ).where(col(Learning.state) == COUNTED)  # fmt: skip
    told = text(said("employee"), said("minutes"), said("day"))
    entries = Entries((CREDIT, "learning.strike"), told, counting=(CREDIT,))
    return disagreements(reader, Kind.HOURS, stored, entries)


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


def of_lines_of_allocations(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Who was to get which seat, and HR's reasons, as they were handed over."""
    told = {int(one.about): one for one in entries(connection, ("trainings.give",))}
    row = AllocationLine
    shown = (col(row.allocation_id), col(row.request_id), col(row.seat), col(row.changed))
    found = select(*shown, raw(col(row.why))).where(col(row.allocation_id).in_(told))
    lines: dict[int, list[tuple[int, bool, str]]] = {number: [] for number in told}
    for number, asked, seat, changed, why in connection.execute(
        found.order_by(col(row.allocation_id), col(row.request_id))
    ):
        given = seat if changed is None else changed
        lines[number].append((asked, given, opened(vault, why) if why else ""))
    for number, one in told.items():
        marked = (one.facts or {}).get("mark")
        if marked and marked != mark(lines[number]):
            yield Finding(Kind.ALLOCATION, Fault.DIFFERS, str(number), "", one.number)


def of_training_corrections(reader: Reader) -> Iterator[Finding]:
    """What was asked to be put right, what had stood there, and what a second person decided."""
    number, row = col(TrainingCorrection.id), TrainingCorrection
    asked = rows(
        number, "trainingcorrection", NOTHING, col(row.asked_by), col(row.asked_at),
        text(
            col(row.request_id), col(row.was_result), _or_none(row.was_score),
            col(row.was_minutes), col(row.result), _or_none(row.score), col(row.minutes),
        ),
    ).where(col(row.state) != DRAFT)  # fmt: skip
    keys = ("request", "was_result", "was_score", "was_minutes", "result", "score", "minutes")
    told = text(*(func.coalesce(said(key), "") for key in keys))
    yield from disagreements(reader, Kind.ASKED_TRAINING, asked, Entries((ASK,), told))
    noter = rows(
        number, "trainingcorrection", NOTHING, col(row.asked_by), col(row.asked_at),
        _or_none(row.was_by),
    ).where(col(row.state) != DRAFT)  # fmt: skip
    noted = Entries((ASK,), said("was_by"), only=said("was_by").is_not(None))
    for one in disagreements(reader, Kind.ASKED_TRAINING, noter, noted, who=False, both=False):
        if one.fault is Fault.DIFFERS:  # entries of before do not say who had noted it
            yield one
    decided = rows(
        number, "trainingcorrection", NOTHING, col(row.decided_by), col(row.decided_at),
        text(col(row.state)),
    ).where(col(row.state).not_in((DRAFT, WAITING)))  # fmt: skip
    state: Any = case(DECIDED, value=ENTRIES.c.action)
    entries = Entries(tuple(DECIDED), state)
    yield from disagreements(reader, Kind.CONFIRMED_TRAINING, decided, entries)


def _or_none(column: Any) -> Any:
    return func.coalesce(cast(col(column), String), "")
