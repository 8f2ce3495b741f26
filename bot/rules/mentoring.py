"""Mentoring: who may need a mentor, who fits whom, and what became of the mentored."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.predikat import Predikat

NEW_DAYS = 180
LOW_INDICATORS = 2
PLACES = (1, 2, 3)
MINUTES = (30, 45, 60, 90)
MOST_MINUTES = 480
SHOWN_FROM = 5
NEAR = Decimal(5)
NEIGHBOURS = 3


class Reason(StrEnum):
    """Why somebody may want a mentor, the most pressing first."""

    STRUGGLING = "struggling"
    NEW = "new"
    ASKED = "asked"


class State(StrEnum):
    PROPOSED = "proposed"
    ACTIVE = "active"
    DECLINED = "declined"
    ENDED = "ended"


LIVING = (State.PROPOSED, State.ACTIVE)


class Outcome(StrEnum):
    """What both came to, in the words of whoever ends it."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Mentor:
    """`places`: how many mentees at most, besides those there are."""

    number: int
    unit: int
    strengths: frozenset[str]
    places: int


@dataclass(frozen=True, slots=True)
class Mentee:
    """Without goals any mentor can help: whoever is new learns the ways of the office."""

    number: int
    unit: int
    goals: frozenset[str]
    reason: Reason


Pair = tuple[int, int]
"""Mentor and mentee."""


def need(
    *, asked: bool, days_here: int | None, predikat: Predikat | None, low: int
) -> Reason | None:
    """Why this person may want a mentor, None for nobody's reason.

    `low` indicators below expectations in the newest result that is told, with its predikat.
    """
    poor = predikat in (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG)
    if poor or low >= LOW_INDICATORS:
        return Reason.STRUGGLING
    if days_here is not None and days_here < NEW_DAYS:
        return Reason.NEW
    return Reason.ASKED if asked else None


def fits(mentor: Mentor, mentee: Mentee, barred: Collection[Pair]) -> bool:
    """Whether they could be a pair: nothing bars it, and the mentor is good at what is wanted."""
    if mentor.number == mentee.number or (mentor.number, mentee.number) in barred:
        return False
    return not mentee.goals or not mentee.goals.isdisjoint(mentor.strengths)


def mentee_ranks(mentee: Mentee, mentor: Mentor) -> tuple[int, bool, int]:
    """The smaller the better to the mentee: more of the goals, then near by."""
    return (-len(mentee.goals & mentor.strengths), mentor.unit != mentee.unit, mentor.number)


def mentor_ranks(mentor: Mentor, mentee: Mentee) -> tuple[int, int, bool, int]:
    """The smaller the better to the mentor: more pressing, more in common, near by."""
    common = len(mentee.goals & mentor.strengths)
    pressing = list(Reason).index(mentee.reason)
    return (pressing, -common, mentor.unit != mentee.unit, mentee.number)


def match(
    mentors: Sequence[Mentor], mentees: Sequence[Mentee], barred: Collection[Pair]
) -> dict[int, int]:
    """The mentor of each mentee who gets one; nobody has more than their places.

    Deferred acceptance (Gale and Shapley): stable, and of all stable ways the one in which each
    mentee gets the best mentor that any stable way gives. The order of the lists is no matter.
    """
    there = {one.number: one for one in mentors if one.places > 0}
    wishes = {
        mentee.number: sorted(
            (one for one in there.values() if fits(one, mentee, barred)),
            key=lambda one: mentee_ranks(mentee, one),
        )
        for mentee in mentees
    }
    known = {one.number: one for one in mentees}
    held: dict[int, list[Mentee]] = {number: [] for number in there}
    asking = sorted(known, reverse=True)
    asked = dict.fromkeys(known, 0)
    while asking:
        mentee = known[asking.pop()]
        if asked[mentee.number] == len(wishes[mentee.number]):
            continue
        mentor = wishes[mentee.number][asked[mentee.number]]
        asked[mentee.number] += 1
        mine = sorted([*held[mentor.number], mentee], key=lambda one: mentor_ranks(mentor, one))
        held[mentor.number] = mine[: mentor.places]
        asking += [one.number for one in mine[mentor.places :]]
    return {one.number: number for number, mine in held.items() for one in mine}


def blocking(
    pairs: Mapping[int, int],
    mentors: Sequence[Mentor],
    mentees: Sequence[Mentee],
    barred: Collection[Pair],
) -> list[Pair]:
    """Every mentor and mentee who would both rather have one another than what they have."""
    there = {one.number: one for one in mentors}
    known = {one.number: one for one in mentees}
    found = []
    for mentor in mentors:
        mine = [known[mentee] for mentee, number in pairs.items() if number == mentor.number]
        for mentee in mentees:
            if not fits(mentor, mentee, barred) or pairs.get(mentee.number) == mentor.number:
                continue
            has = pairs.get(mentee.number)
            wants = has is None or mentee_ranks(mentee, mentor) < mentee_ranks(mentee, there[has])
            free = len(mine) < mentor.places
            worst = max((mentor_ranks(mentor, one) for one in mine), default=None)
            welcome = free or (
                mentor.places > 0 and worst is not None and mentor_ranks(mentor, mentee) < worst
            )
            if wants and welcome:
                found.append((mentor.number, mentee.number))
    return found


@dataclass(frozen=True, slots=True)
class Course:
    """A person's results before and after, in points."""

    before: Decimal
    after: Decimal

    @property
    def change(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """Mean change of `people` who were mentored, and of their like who were not."""

    people: int
    mentored: Decimal
    alike: Decimal

    @property
    def difference(self) -> Decimal:
        return self.mentored - self.alike


def compare(groups: Sequence[tuple[Sequence[Course], Sequence[Course]]]) -> Comparison | None:
    """The mentored of each group beside the others of it who began nearest; None for too few.

    A group are the same two quarters. Each stands beside three others at most, within five points;
    who has nobody near is left out of both means. Shown from five people up.
    """
    changes = [
        (Fraction(one.change), alike)
        for mentored, others in groups
        for one in mentored
        if (alike := _alike(one, others)) is not None
    ]
    if len(changes) < SHOWN_FROM:
        return None
    means = [
        half_up(sum(column, Fraction(0)) / len(changes)) for column in zip(*changes, strict=True)
    ]
    return Comparison(len(changes), means[0], means[1])


def _alike(one: Course, others: Sequence[Course]) -> Fraction | None:
    """The mean change of those nearest, None where nobody is near."""
    near = sorted(
        (other for other in others if abs(other.before - one.before) <= NEAR),
        key=lambda other: (abs(other.before - one.before), other.before, other.after),
    )[:NEIGHBOURS]
    return (
        sum((Fraction(other.change) for other in near), Fraction(0)) / len(near) if near else None
    )
