"""Courses as they run, before their host and HR: who takes part, and what they thought of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights, search
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.search import Found
from bot.actions.trainings.catalogue import closest
from bot.actions.trainings.letters import tell
from bot.rules.authority import Role
from bot.rules.people import search_key
from bot.rules.talks import mean
from bot.rules.trainings.course import LIVING, NOTABLE, TAKING, State
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import changing as texts
from storage import audit, employees
from storage.employees import Employee
from storage.trainings import feedback, request, running
from storage.trainings.request import TrainingRequest
from storage.trainings.running import CourseChange
from storage.trainings.training import OPEN, Training, everything, get, many

PAGE, PAGE_TO_CHANGE, COURSES, WORDS_SHOWN = 4, 3, 5, 5
KEPT = timedelta(days=92)  # a course that ended longer ago is found by its name


@dataclass(frozen=True, slots=True)
class Running:
    """The courses I may run: all for HR, for others those of which they are the host.

    `found`: the numbers that were searched for. `keeps`: I have the training desk.
    """

    courses: Sequence[Training]
    page: int
    pages: int
    found: tuple[int, ...]
    keeps: bool


@dataclass(frozen=True, slots=True)
class Use:
    """What three participants or more said together; `mean` None while fewer have."""

    mean: Decimal | None
    people: int
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class Run:
    """A course with a page of its participants; `may_…` are about the day and the state of it."""

    row: Training
    host: str
    counts: Mapping[str, int]
    people: Sequence[tuple[TrainingRequest, str]]
    page: int
    pages: int
    use: Use
    change: CourseChange | None
    rest: int
    rest_ends: int
    may_note: bool
    may_end: bool
    may_change: bool


def listed(session: Session, me: Me, page: int = 0, *found: int) -> Running:
    """The courses that I may run: of late, or those that a search `found`, however old."""
    rights.demand(session, me, "trainings.home", about=me.employee_id)
    if found:
        there = many(session, found)
        rows = _mine(session, me, [there[one] for one in found if one in there])
    else:
        rows = _mine(session, me, running.to_run(session, me.today - KEPT))
    shown = leaf(rows, page, COURSES)
    return Running(shown.items, shown.page, shown.pages, tuple(found), me.has(Role.HR))


def find(session: Session, me: Me, text: str) -> Place:
    """Any course that I may run by part of its name, long over or not."""
    rights.demand(session, me, "trainings.home", about=me.employee_id)
    return place("trainings.running", 0, *closest(text, _mine(session, me, everything(session))))


def _mine(session: Session, me: Me, rows: Sequence[Training]) -> Sequence[Training]:
    if me.has(Role.HR):
        return rows
    hosted = running.hosted_by(session, me.employee_id)
    return [one for one in rows if one.id in hosted]


def runs_any(session: Session, me: Me) -> bool:
    return bool(running.hosted_by(session, me.employee_id))


def mine_to_run(session: Session, me: Me, training_id: int) -> Training:
    """A course whose host I am, or any for HR. Raises Refused, alike for missing and foreign."""
    host = running.host_of(session, training_id)
    rights.demand(session, me, "trainings.run", about=host.host_id if host else None)
    row = get(session, training_id)
    if row is None:
        raise Refused(words.not_available(), "no_such_training")
    return row


def to_keep(session: Session, me: Me, training_id: int) -> Training:
    """A course that HR may change. Raises Refused."""
    rights.demand(session, me, "trainings.keep")
    row = get(session, training_id)
    if row is None:
        raise Refused(words.not_available(), "no_such_training")
    return row


def run(session: Session, me: Me, training_id: int, page: int = 0) -> Run:
    """One course as it runs."""
    row = mine_to_run(session, me, training_id)
    everybody = request.of_training(session, training_id)
    asked = [one for one in everybody if one.state in TAKING]
    people = employees.many(session, [one.employee_id for one in asked])
    asked.sort(key=lambda one: (search_key(people[one.employee_id].name), one.id))
    may_change = row.state == OPEN and me.today < row.begins_on and me.has(Role.HR)
    shown = leaf(asked, page, PAGE_TO_CHANGE if may_change else PAGE)
    rights.seen(session, me, "trainings.run", [one.employee_id for one in shown.items])
    host = running.host_of(session, training_id)
    named = employees.get(session, host.host_id) if host else None
    others = [one for one in asked if one.employee_id != me.employee_id]
    begun = row.state == OPEN and me.today >= row.begins_on
    return Run(
        row=row,
        host=named.name if named else "",
        counts=_count(everybody),
        people=[(one, people[one.employee_id].name) for one in shown.items],
        page=shown.page,
        pages=shown.pages,
        use=use_of(session, training_id),
        change=running.last_change(session, training_id),
        rest=sum(one.state == State.SEATED for one in others),
        rest_ends=sum(one.state == State.PRESENT for one in others),
        may_note=begun and any(one.state in NOTABLE for one in others),
        may_end=begun and me.today >= row.ends_on,
        may_change=may_change,
    )


def _count(rows: Sequence[TrainingRequest]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in rows:
        if one.state in (*TAKING, *LIVING):
            found[one.state] = found.get(one.state, 0) + 1
    return found


def use_of(session: Session, training_id: int) -> Use:
    rows = feedback.told(session, training_id)
    said = [word for one in reversed(rows) for word in one.words.splitlines()]
    value = mean([(one.people, one.total) for one in rows])
    return Use(value, sum(one.people for one in rows), said[:WORDS_SHOWN])


@dataclass(frozen=True, slots=True)
class Hosts:
    """People of whom one is to be named the host of a course."""

    row: Training
    people: Sequence[Found]


def ask_host(session: Session, me: Me, training_id: int, *found: int) -> Hosts:
    """Who is to note attendance and results? `found` are people that a search found."""
    row = to_keep(session, me, training_id)
    return Hosts(row, search.found(session, found))


def find_host(session: Session, me: Me, training_id: int, text: str) -> Place:
    """People by part of their name, or by NIP."""
    ask_host(session, me, training_id)
    best = search.find(session, text)
    if not best:
        raise Refused(texts.nobody_found(), "nobody_found")
    return place("trainings.host", training_id, *best)


def name_host(session: Session, me: Me, training_id: int, employee_id: int) -> Went:
    """Name the host, who is told."""
    row = ask_host(session, me, training_id).row
    person: Employee | None = employees.get(session, employee_id)
    if person is None or person.left_on is not None or row.state != OPEN:
        raise Refused(words.not_available(), "no_such_person")
    running.put_host(session, training_id, employee_id, me.employee_id, me.now)
    about = f"training/{training_id}"
    audit.record(session, me.now, me.employee_id, "trainings.host", about, {"host": employee_id})
    tell(session, "hosting", training_id, employee_id, me.now, opens="trainings.run")
    return Went(place("trainings.host", training_id), texts.host_named(person.name))
