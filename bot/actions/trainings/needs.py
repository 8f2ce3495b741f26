"""What would help whom: published results and the field of duty, held against the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.actions import schemes, scores
from bot.actions.trainings.hours import hours_of, rules_of
from bot.rules.publication import RELEASED
from bot.rules.trainings.course import State
from bot.rules.trainings.needs import Aim, Levels, Need, need
from storage import employees, periods, results
from storage.trainings import request, training
from storage.trainings.training import Training

QUARTERS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A course with why it would help one person, and by how much."""

    row: Training
    need: Need


def aim_of(row: Training) -> Aim:
    return Aim(_split(row.indicators, ","), _split(row.posts, ";"))


def _split(said: str, by: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in said.split(by))))


def indicator_names(session: Session, today: date) -> dict[str, str]:
    """Names of the indicators of the scheme in force, by key."""
    version = periods.scheme_in_force(session, today)
    return {one.key: one.name for one in schemes.read(version.body).indicators} if version else {}


def levels_of(session: Session, people: Collection[int]) -> Mapping[int, Mapping[str, Decimal]]:
    """Means over the last published quarters, by person and indicator."""
    released = [one for one in periods.everything(session) if one.state in RELEASED]
    values: dict[int, dict[str, list[Decimal]]] = {}
    for period in released[-QUARTERS:]:
        for person, result in results.of_people(session, period.id or 0, people).items():
            for axis in scores.read_parts(result).axes:
                for part in axis.indicators:
                    values.setdefault(person, {}).setdefault(part.key, []).append(part.value)
    return {
        person: {key: sum(those, Decimal(0)) / len(those) for key, those in by_key.items()}
        for person, by_key in values.items()
    }


def needs_of(
    session: Session, employee_id: int, rows: Sequence[Training], today: date
) -> list[Found]:
    """These courses for one person, in their order."""
    person = employees.get(session, employee_id)
    assert person is not None
    rules = rules_of(session, today)
    levels = _levels(session, levels_of(session, [employee_id]).get(employee_id, {}), today)
    hours = hours_of(session, [employee_id], today, rules)[employee_id]
    return [Found(one, need(aim_of(one), levels, person.post, hours, rules)) for one in rows]


def needs_of_pairs(
    session: Session, pairs: Sequence[tuple[int, Training]], today: date
) -> list[Need]:
    """The same of many people, each with a course."""
    people = {one for one, _ in pairs}
    known = employees.many(session, sorted(people))
    rules = rules_of(session, today)
    all_levels = levels_of(session, people)
    hours = hours_of(session, people, today, rules)
    aims = {row.id: aim_of(row) for _, row in pairs}
    levels = {one: _levels(session, all_levels.get(one, {}), today) for one in people}
    return [
        need(aims[row.id], levels[one], known[one].post, hours[one], rules) for one, row in pairs
    ]


def _levels(session: Session, values: Mapping[str, Decimal], today: date) -> Levels:
    version = periods.scheme_in_force(session, today)
    assert version is not None
    limits = schemes.read(version.body).thresholds
    return Levels(values, limits.met, limits.above)


def proposals(session: Session, employee_id: int, today: date, most: int) -> list[Found]:
    """Courses on one of the two grounds that may still be applied for, the best first.

    What one has applied for already is left out.
    """
    asked = [one for one in request.of_person(session, employee_id) if one.state != State.DRAFT]
    mine = {one.training_id for one in asked}
    rows = [
        one
        for one in training.coming(session, today)
        if one.apply_until >= today and one.id not in mine
    ]
    found = [one for one in needs_of(session, employee_id, rows, today) if one.need.ground]
    found.sort(key=lambda one: (-one.need.benefit, one.row.begins_on, one.row.id or 0))
    return found[:most]
