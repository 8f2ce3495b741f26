"""Who is to have which seat: the question, what an answer must keep to, and why somebody has none.

One seat a person in one division; seats of a course; money of a source; where the scheme says so
the four-fifths rule. What is best is the highest sum of benefit. Ties go by the stated order:
whoever has learned least this year, then whose application was agreed to first, then its number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot.rules.stamps import stamp
from bot.rules.trainings.equality import Group, Trait, all_groups

Key = TypeVar("Key", int, str)


class Cause(StrEnum):
    """Why an application gets no seat."""

    ONCE = "once"  # the person has a seat in another course
    SEATS = "seats"
    BUDGET = "budget"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class Ask:
    """One application. `order` is its place in the order that decides ties, from 0."""

    request: int
    training: int
    person: int
    benefit: int
    order: int
    cost: int
    source: str
    traits: tuple[str, str, str]

    def trait(self, which: Trait) -> str:
        return self.traits[list(Trait).index(which)]


@dataclass(frozen=True, slots=True)
class Problem:
    """Applications, free seats by course, money left by source; `equal`: the rule is enforced."""

    asks: tuple[Ask, ...]
    seats: Mapping[int, int]
    money: Mapping[str, int]
    equal: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """Who gets a seat. No division is worth more than `bound`; `free` is the best without the
    four-fifths rule.
    """

    requests: frozenset[int]
    benefit: int
    bound: int
    free: int


def groups(problem: Problem, chosen: Collection[int]) -> Sequence[Group]:
    return all_groups(
        (ask.person, dict(zip(Trait, ask.traits, strict=True)), ask.request in chosen)
        for ask in problem.asks
    )


def keeps(problem: Problem, chosen: Collection[int]) -> bool:
    """Whether a division keeps to everything it must."""
    taken = [ask for ask in problem.asks if ask.request in chosen]
    people = [ask.person for ask in taken]
    seats = _count((ask.training, 1) for ask in taken)
    money = _count((ask.source, ask.cost) for ask in taken if ask.cost)
    fits = (
        len(people) == len(set(people))
        and all(many <= problem.seats.get(key, 0) for key, many in seats.items())
        and all(spent <= problem.money.get(key, 0) for key, spent in money.items())
    )
    return fits and not (problem.equal and any(one.short for one in groups(problem, chosen)))


def worth(problem: Problem, chosen: Collection[int]) -> int:
    return sum(ask.benefit for ask in problem.asks if ask.request in chosen)


def causes(problem: Problem, chosen: Collection[int]) -> dict[int, Cause]:
    """Why each of the others has none."""
    taken = [ask for ask in problem.asks if ask.request in chosen]
    seated = {ask.person for ask in taken}
    seats = _count((ask.training, 1) for ask in taken)
    money = _count((ask.source, ask.cost) for ask in taken)
    found = {}
    for ask in problem.asks:
        if ask.request in chosen:
            continue
        if ask.person in seated:
            found[ask.request] = Cause.ONCE
        elif seats.get(ask.training, 0) >= problem.seats.get(ask.training, 0):
            found[ask.request] = Cause.SEATS
        elif ask.cost + money.get(ask.source, 0) > problem.money.get(ask.source, 0) and ask.cost:
            found[ask.request] = Cause.BUDGET
        else:
            found[ask.request] = Cause.EQUAL
    return found


def settle_ties(problem: Problem, chosen: Collection[int]) -> frozenset[int]:
    """The same division in which, of equals, those earlier in the order have the seats.

    Equal are applications for one course with one benefit, and with the same traits where the
    rule is enforced: exchanging them changes nothing else. Nobody gets a second seat by it.
    """
    seated = set(chosen)
    where = {ask.person: ask.request for ask in problem.asks if ask.request in seated}
    equals: dict[tuple[object, ...], list[Ask]] = {}
    for ask in problem.asks:
        traits = ask.traits if problem.equal else ()
        equals.setdefault((ask.training, ask.benefit, traits), []).append(ask)
    classes = [
        sorted(those, key=lambda ask: ask.order) for those in equals.values() if len(those) > 1
    ]
    moved = True
    while moved:
        moved = False
        for those in classes:
            free = [ask for ask in those if where.get(ask.person) in (None, ask.request)]
            count = sum(ask.request in seated for ask in free)
            for place, ask in enumerate(free):
                gets = place < count
                if gets == (ask.request in seated):
                    continue
                moved = True
                if gets:
                    seated.add(ask.request)
                    where[ask.person] = ask.request
                else:
                    seated.discard(ask.request)
                    del where[ask.person]
    return frozenset(seated)


def mark(lines: Iterable[tuple[int, bool, str]], *more: str) -> str:
    """A mark of who gets what and of every reason; `lines`: application, seat, reason."""
    return stamp(*lines, *more)


def _count(pairs: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for key, many in pairs:
        found[key] = found.get(key, 0) + many
    return found
