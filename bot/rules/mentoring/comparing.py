"""What became of the mentored, beside their like who were not."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.rules.numbers import half_up

SHOWN_FROM = 5
NEAR = Decimal(5)
NEIGHBOURS = 3


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
