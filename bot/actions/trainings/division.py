"""A division before HR and the second person: figures, and how the groups fare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.trainings.dividing import figures_of
from bot.rules.trainings import allocation as rules
from bot.rules.trainings.equality import Group, Trait, all_groups, rank_group
from storage import employees, units
from storage.trainings import allocation, request, training
from storage.trainings.allocation import WAITING, Allocation, AllocationLine
from storage.trainings.training import Training

PAGE = 3


@dataclass(frozen=True, slots=True)
class Division:
    """Courses with how many seats each gives to how many; `groups` as HR has made them."""

    row: Allocation
    figures: Mapping[str, Any]
    maker: str
    decider: str
    given: int
    benefit: int
    changed: int
    removed: int
    groups: Sequence[Group]
    unit_names: Mapping[str, str]
    courses: Sequence[tuple[Training, int, int]]
    page: int
    pages: int
    mine: bool
    may_sign: bool
    refusal: str
    seen: str


def division(session: Session, me: Me, allocation_id: int, page: int = 0) -> Division:
    """A division as those see it who make or sign it."""
    row = allocation.get(session, allocation_id)
    rights.demand(session, me, "trainings.divided", about=row.made_by if row else 0)
    assert row is not None
    return shown(session, me, row, page)


def shown(session: Session, me: Me, row: Allocation, page: int = 0) -> Division:
    lines = allocation.lines(session, row.id or 0)
    asked = request.many(session, [one.request_id for one in lines])
    people = employees.many(session, [one.employee_id for one in asked.values()])
    counts: dict[int, list[int]] = {}
    traits = []
    for one in lines:
        which = asked[one.request_id]
        count = counts.setdefault(which.training_id, [0, 0])
        count[0] += one.given
        count[1] += 1
        traits.append((which.employee_id, _traits(people[which.employee_id]), one.given))
    courses = training.many(session, counts)
    listed = leaf(sorted(courses.values(), key=lambda c: (c.begins_on, c.id)), page, PAGE)
    hands = employees.many(session, [row.made_by, row.decided_by or 0])
    decider = hands.get(row.decided_by or 0)
    refusal = (row.answer or "") if row.answer_by == me.employee_id else ""
    return Division(
        row=row,
        figures=figures_of(row),
        maker=hands[row.made_by].name,
        decider=decider.name if decider else "",
        given=sum(one.given for one in lines),
        benefit=sum(one.benefit for one in lines if one.given),
        changed=sum(one.changed is not None for one in lines),
        removed=sum(one.removed for one in lines),
        groups=all_groups(traits),
        unit_names={str(n): name for n, name in unit_names(session, people).items()},
        courses=[(one, counts[one.id or 0][0], counts[one.id or 0][1]) for one in listed.items],
        page=listed.page,
        pages=listed.pages,
        mine=row.made_by == me.employee_id,
        may_sign=row.state == WAITING and row.made_by != me.employee_id,
        refusal=refusal,
        seen=mark(lines, refusal),
    )


def unit_names(session: Session, people: Mapping[int, employees.Employee]) -> dict[int, str]:
    return units.names(session, {one.unit_id for one in people.values()})


def _traits(person: employees.Employee) -> Mapping[Trait, str]:
    return {
        Trait.UNIT: str(person.unit_id),
        Trait.RANK: rank_group(person.rank),
        Trait.SEX: str(person.sex),
    }


def mark(lines: Sequence[AllocationLine], *more: str) -> str:
    """A mark of who gets what, and of every reason of HR."""
    return rules.mark(((one.request_id, one.given, one.why or "") for one in lines), *more)
