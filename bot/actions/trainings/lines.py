"""Lines of a division: each application with its reason, which HR may change with its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.trainings.applying import sentence
from bot.actions.trainings.dividing import purse, purses
from bot.actions.trainings.hours import ledger
from bot.screens import Went, place
from bot.texts import words
from bot.texts.trainings import lines as texts
from storage import audit, employees
from storage.trainings import allocation, request, training
from storage.trainings.allocation import DRAFT, Allocation, AllocationLine
from storage.trainings.request import TrainingRequest
from storage.trainings.training import Training

PAGE = 5


@dataclass(frozen=True, slots=True)
class Lines:
    """The applications for one course."""

    allocation_id: int
    course: Training
    lines: Sequence[tuple[AllocationLine, str]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Line:
    """One application in a division."""

    line: AllocationLine
    request: TrainingRequest
    course: Training
    name: str
    warns: bool
    may_change: bool
    changer: str


def course_lines(
    session: Session, me: Me, allocation_id: int, training_id: int, page: int = 0
) -> Lines:
    """Who asks for one course, those with a seat first."""
    row = allocation.get(session, allocation_id)
    rights.demand(session, me, "trainings.divided", about=row.made_by if row else 0)
    course = training.get(session, training_id)
    if course is None:
        raise Refused(words.not_available(), "no_such_training")
    asked = {one.id or 0: one for one in request.of_training(session, training_id)}
    lines = [one for one in allocation.lines(session, allocation_id) if one.request_id in asked]
    lines.sort(key=lambda one: (not one.given, -one.benefit, one.request_id))
    listed = leaf(lines, page, PAGE)
    people = employees.many(session, [asked[one.request_id].employee_id for one in listed.items])
    named = [(one, people[asked[one.request_id].employee_id].name) for one in listed.items]
    return Lines(allocation_id, course, named, listed.page, listed.pages)


def line(session: Session, me: Me, line_id: int) -> Line:
    """One line with its reason."""
    row = allocation.line(session, line_id)
    whole = allocation.get(session, row.allocation_id) if row else None
    rights.demand(session, me, "trainings.divided", about=whole.made_by if whole else 0)
    assert row is not None
    assert whole is not None
    return _line(session, me, row, whole)


def _line(session: Session, me: Me, row: AllocationLine, whole: Allocation) -> Line:
    asked = request.get(session, row.request_id)
    assert asked is not None
    course = training.get(session, asked.training_id)
    hands = employees.many(session, [asked.employee_id, row.changed_by or 0])
    assert course is not None
    ceiling = ledger(session, asked.employee_id, me.today).in_agreement
    changer = hands.get(row.changed_by or 0)
    return Line(
        line=row,
        request=asked,
        course=course,
        name=hands[asked.employee_id].name,
        warns=ceiling is not None and ceiling.passes(course.minutes),
        may_change=whole.state == DRAFT
        and whole.made_by == me.employee_id
        and asked.employee_id != me.employee_id,
        changer=changer.name if changer else "",
    )


def ask_change(session: Session, me: Me, line_id: int) -> Line:
    """A line of my draft, before I say why it is to be otherwise."""
    rights.demand(session, me, "trainings.divide")
    row = allocation.line(session, line_id)
    whole = allocation.get(session, row.allocation_id) if row else None
    at = _line(session, me, row, whole) if row and whole else None
    if at is None or not at.may_change:
        raise Refused(words.not_available(), "not_mine")
    return at


def change(session: Session, me: Me, line_id: int, text: str) -> Went:
    """Give the seat, or take it, with a written reason; seats and money must allow it."""
    at = ask_change(session, me, line_id)
    said = sentence(text)
    gives = not at.line.given
    if gives:
        _demand_room(session, at)
    allocation.change(session, line_id, gives if gives != at.line.seat else None, said,
                      me.employee_id)  # fmt: skip
    facts = {"line": line_id, "request": at.line.request_id, "seat": gives}
    about = f"allocation/{at.line.allocation_id}"
    audit.record(session, me.now, me.employee_id, "trainings.change", about, facts)
    return Went(place("trainings.line", line_id), texts.changed())


def _demand_room(session: Session, at: Line) -> None:
    """A seat more must be there, and paid for; nobody gets two in one division."""
    lines = [one for one in allocation.lines(session, at.line.allocation_id) if one.given]
    asked = request.many(session, [one.request_id for one in lines])
    courses = training.many(session, {one.training_id for one in asked.values()})
    if any(one.employee_id == at.request.employee_id for one in asked.values()):
        raise Refused(texts.once(), "once")
    number = at.course.id or 0
    held = request.taken(session, [number]).get(number, 0)
    if held + sum(one.training_id == number for one in asked.values()) >= at.course.seats:
        raise Refused(texts.no_seat(), "full")
    spent = sum(
        courses[one.training_id].cost
        for one in asked.values()
        if purse(courses[one.training_id]) == purse(at.course)
    )
    left = purses(session, [at.course]).get(purse(at.course), 0)
    if at.course.cost and spent + at.course.cost > left:
        raise Refused(texts.no_money(), "budget")
