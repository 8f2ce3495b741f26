"""A division of seats is asked for by HR and computed by the clock, outside of transactions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.actions import rights
from bot.actions.days import agency_days
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.schemes.deciders import covers_agency
from bot.actions.trainings.catalogue import free_seats
from bot.actions.trainings.hours import hours_of, rules_of
from bot.actions.trainings.letters import tell
from bot.actions.trainings.needs import needs_of_pairs
from bot.allocating.child import CannotSolveError, ask
from bot.rules.trainings.allocation import Answer, Ask, Problem, causes
from bot.rules.trainings.course import State
from bot.rules.trainings.equality import rank_group
from bot.rules.trainings.needs import Need, written
from bot.screens import Went, place
from bot.texts import words
from bot.texts.trainings import dividing as texts
from storage import audit, employees
from storage.trainings import allocation, request, training
from storage.trainings.allocation import ASKED, DRAFT, FAILED, Allocation
from storage.trainings.training import Training

LEASE = timedelta(minutes=4)


def divide(session: Session, me: Me) -> Went:
    """Ask for a division of all seats that are free among all applications that were agreed to."""
    rights.demand(session, me, "trainings.divide")
    if not covers_agency(session, me):
        raise Refused(words.not_available(), "not_agency")
    if not request.in_state(session, State.AGREED):
        raise Refused(texts.nobody_waits(), "nobody_waits")
    if not allocation.begin(session, me.employee_id, me.now):
        raise Refused(texts.one_lives(), "one_lives")
    row = allocation.living(session)
    assert row is not None
    audit.record(session, me.now, me.employee_id, "trainings.divide", f"allocation/{row.id}")
    return Went(place("trainings.division", row.id or 0, 0), texts.asked())


def solve(session: Session, now: datetime) -> Callable[[], Callable[[Session], None]] | None:
    """One that was asked for: read here, computed outside of any transaction, then kept."""
    row = allocation.living(session)
    if row is None or row.state != ASKED:
        return None
    number = row.id or 0
    if not allocation.lease(session, number, now, now + LEASE):
        return None
    problem, needs = problem_of(session, now)
    return lambda: _solved(number, problem, needs, now)


def _solved(
    number: int, problem: Problem, needs: Mapping[int, Need], now: datetime
) -> Callable[[Session], None]:
    try:
        answer = ask(problem)
    except CannotSolveError:
        return lambda session: _give_up(session, number, now)
    return lambda session: keep(session, number, problem, needs, answer, now)


def problem_of(session: Session, now: datetime) -> tuple[Problem, dict[int, Need]]:
    """Everything that was agreed to, for courses that have not begun, with what it is worth.

    No seat is computed where a person took it in an earlier division; what it is worth is said.
    """
    today = agency_days(session, now).last
    rules = rules_of(session, today)
    courses = {one.id or 0: one for one in training.coming(session, today)}
    rows = request.in_state(session, State.AGREED, courses)
    people = employees.many(session, [one.employee_id for one in rows])
    rows = [one for one in rows if people[one.employee_id].left_on is None]
    found = needs_of_pairs(
        session, [(one.employee_id, courses[one.training_id]) for one in rows], today
    )
    needs = {one.id or 0: need for one, need in zip(rows, found, strict=True)}
    learned = hours_of(session, people, today, rules)
    order = sorted(
        rows, key=lambda r: (learned[r.employee_id].minutes, r.decided_at or r.sent_at, r.id)
    )
    places = {one.id: at for at, one in enumerate(order)}
    taken = allocation.removals(session, needs)
    asks = []
    for one in rows:
        if one.id in taken:
            continue
        person, course = people[one.employee_id], courses[one.training_id]
        traits = (str(person.unit_id), rank_group(person.rank), str(person.sex))
        asks.append(
            Ask(one.id or 0, one.training_id, one.employee_id, needs[one.id or 0].benefit,
                places[one.id], course.cost, purse(course), traits)
        )  # fmt: skip
    free = free_seats(session, list(courses.values()))
    money = purses(session, courses.values())
    return Problem(tuple(asks), free, money, rules.equal_access), needs


def purse(course: Training) -> str:
    """What pays a seat of a course: its source in the year in which it begins."""
    return f"{course.source} {course.begins_on.year}" if course.cost else ""


def purses(session: Session, courses: Iterable[Training]) -> dict[str, int]:
    """What is left in everything that pays seats of these courses, by `purse`."""
    years = sorted({one.begins_on.year for one in courses if one.cost})
    return {
        f"{source} {year}": left
        for year in years
        for source, left in money_left(session, year).items()
    }


def money_left(session: Session, year: int) -> dict[str, int]:
    """What each source can still pay in a year: its budget less the seats that are held."""
    left = allocation.budgets(session, year)
    courses: Sequence[Training] = [
        one for one in training.everything(session) if one.begins_on.year == year
    ]
    taken = request.taken(session, [one.id or 0 for one in courses])
    for one in courses:
        if one.cost and one.source in left:
            left[one.source] -= one.cost * taken.get(one.id or 0, 0)
    return {source: max(0, amount) for source, amount in left.items()}


def keep(
    session: Session, number: int, problem: Problem, needs: Mapping[int, Need], answer: Answer,
    now: datetime,
) -> None:  # fmt: skip
    """Write the answer down as a draft of whoever asked, and tell them."""
    row = allocation.get(session, number)
    figures = {
        "asked": len(needs), "given": len(answer.requests), "benefit": answer.benefit,
        "bound": answer.bound, "free": answer.free, "equal": problem.equal,
        "money": dict(problem.money), "seats": {str(n): many for n, many in problem.seats.items()},
    }  # fmt: skip
    said = json.dumps(figures, sort_keys=True)
    # first of all: whoever computed it too, when the lease had run out, comes late
    if row is None or not allocation.move(
        session, number, ASKED, DRAFT, solved_at=now, figures=said
    ):
        return
    why = causes(problem, answer.requests)
    computed = {one.request for one in problem.asks}
    taken = allocation.removals(session, needs.keys() - computed)
    lines = []
    for one, need in sorted(needs.items()):
        before = taken.get(one)
        cause = why.get(one, "") if one in computed else allocation.KEPT_OUT
        lines.append(
            {
                "allocation_id": number, "request_id": one, "benefit": need.benefit,
                "parts": written(need.points), "seat": one in answer.requests, "cause": cause,
                "why": before.why if before else None,
                "changed_by": before.changed_by if before else None,
            }
        )  # fmt: skip
    allocation.put_lines(session, lines)
    told = {key: figures[key] for key in ("asked", "given", "benefit", "bound", "equal")}
    audit.record(session, now, None, "trainings.solve", f"allocation/{number}", told)
    tell(session, "solved", number, row.made_by, now, opens="trainings.division")


def _give_up(session: Session, number: int, now: datetime) -> None:
    row = allocation.get(session, number)
    if row is not None and allocation.move(session, number, ASKED, FAILED):
        audit.record(session, now, None, "trainings.unsolved", f"allocation/{number}")
        tell(session, "solved", number, row.made_by, now, opens="trainings.division")


def figures_of(row: Allocation) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(row.figures)
    return found
