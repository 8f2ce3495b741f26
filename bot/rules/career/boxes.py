"""The nine boxes of PermenPANRB 3/2020 as an area: the less is known, the more boxes it covers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import sqrt

from bot.rules.career.facts import ASSESSMENTS, Fact
from bot.rules.numbers import half_up
from bot.rules.predikat import Expectation, expectation_of

LOWEST, HIGHEST = Decimal(0), Decimal(120)
"""Of the number of PP 30/2019; potential goes from 0 to 100."""
MOST_POTENTIAL = Decimal(100)
SURE = 1.645
"""Standard errors on each side of a mean: nine times of ten what is true lies between."""
PRIOR_WEIGHT, PRIOR_SPREAD = 3, 8.0
"""Before anything is known, quarters of a person differ by eight points, as if three had said so;
one quarter alone then says little, and many soon speak for themselves."""


@dataclass(frozen=True, slots=True)
class CareerRules:
    """Part of a scheme. How many quarters make the performance; from which value (0 to 100)
    potential is medium and high; weights of its four parts; months for which an assessment holds.

    Weights and thresholds differ between offices; these are the national guide of 2025.
    """

    quarters: int = 4
    medium_from: Decimal = Decimal(60)
    high_from: Decimal = Decimal(80)
    competence: Decimal = Decimal(40)
    potential: Decimal = Decimal(25)
    qualification: Decimal = Decimal(20)
    integrity: Decimal = Decimal(15)
    assessment_error: Decimal = Decimal(5)
    assessment_months: int = 36

    def weight(self, part: Fact) -> Decimal:
        """Percent of one part of an assessment."""
        found: Decimal = getattr(self, part.value)
        return found


class Advice(StrEnum):
    """What the regulation recommends; the words are its own."""

    PROMOTE = "promote"
    KEEP = "keep"
    SUCCESSION = "succession"
    REWARD = "reward"
    ROTATE = "rotate"
    WIDEN = "widen"
    ENRICH = "enrich"
    GUIDE = "guide"
    COUNSEL = "counsel"
    DEVELOP = "develop"
    STUDY = "study"
    PLACE = "place"
    BY_LAW = "by_law"


# By row (performance) and column (potential), both from low to high.
BOXES = ((1, 3, 6), (2, 5, 8), (4, 7, 9))
ADVICE: Mapping[int, tuple[Advice, ...]] = {
    9: (Advice.PROMOTE, Advice.KEEP, Advice.SUCCESSION, Advice.REWARD),
    8: (Advice.KEEP, Advice.SUCCESSION, Advice.WIDEN, Advice.GUIDE),
    7: (Advice.KEEP, Advice.SUCCESSION, Advice.ENRICH, Advice.DEVELOP, Advice.STUDY),
    6: (Advice.PLACE, Advice.GUIDE, Advice.COUNSEL),
    5: (Advice.PLACE, Advice.GUIDE, Advice.DEVELOP),
    4: (Advice.ROTATE, Advice.DEVELOP),
    3: (Advice.GUIDE, Advice.COUNSEL, Advice.DEVELOP, Advice.PLACE),
    2: (Advice.GUIDE, Advice.DEVELOP, Advice.PLACE),
    1: (Advice.BY_LAW,),
}
_ROW = (Expectation.BELOW, Expectation.MET, Expectation.ABOVE)


@dataclass(frozen=True, slots=True)
class Span:
    """A value and the bounds within which the true one lies nine times of ten.

    `value` None: too little is known for one; the bounds still hold.
    """

    low: Decimal
    value: Decimal | None
    high: Decimal


@dataclass(frozen=True, slots=True)
class Assessed:
    """A part of an assessment, 0 to 100, and its day."""

    score: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class Area:
    """`box` holds the point, None when there is no point; `covers`: every box it may be."""

    performance: Span
    potential: Span
    box: int | None
    covers: tuple[int, ...]


def performance(totals: Sequence[Decimal]) -> Span | None:
    """Of the totals of some quarters; None without any. More quarters, narrower bounds."""
    if not totals:
        return None
    count = len(totals)
    mean = Fraction(sum(map(Fraction, totals), Fraction()), count)
    square = float(sum(((Fraction(one) - mean) ** 2 for one in totals), Fraction()))
    variance = (PRIOR_WEIGHT * PRIOR_SPREAD**2 + square) / (PRIOR_WEIGHT + count - 1)
    return _span(half_up(mean), SURE * sqrt(variance / count), HIGHEST)


def potential(rules: CareerRules, parts: Mapping[Fact, Assessed], today: date) -> Span:
    """Of what was assessed and still holds; a part that is missing may be anything."""
    whole = sum(map(rules.weight, ASSESSMENTS), Decimal(0))
    held = {
        one: parts[one]
        for one in ASSESSMENTS
        if one in parts and _months(parts[one].day, today) < rules.assessment_months
    }
    weight = sum(map(rules.weight, held), Decimal(0))
    if not weight:
        return Span(LOWEST, None, MOST_POTENTIAL)
    known = sum((rules.weight(one) * part.score for one, part in held.items()), Decimal(0))
    error = float(rules.assessment_error) * sqrt(
        sum(float(rules.weight(one)) ** 2 for one in held)
    )
    wide = Decimal(str(SURE * error))
    low = half_up(max(LOWEST, (known - wide) / whole))
    high = half_up(min(MOST_POTENTIAL, (known + wide + (whole - weight) * 100) / whole))
    enough = 2 * weight > whole
    return Span(low, half_up(known / weight) if enough else None, high)


def box_of(rules: CareerRules, met: Decimal, above: Decimal, y: Decimal, x: Decimal) -> int:
    """The box (1 to 9) of performance `y` and potential `x`: no gap between thresholds."""
    row = _ROW.index(expectation_of(y, met, above))
    return BOXES[row][_column(rules, x)]


def area(rules: CareerRules, met: Decimal, above: Decimal, y: Span, x: Span) -> Area:
    """Every box that the bounds touch, lowest number first."""
    lowest, highest = (_ROW.index(expectation_of(one, met, above)) for one in (y.low, y.high))
    first, last = (_column(rules, one) for one in (x.low, x.high))
    covers = sorted(box for row in BOXES[lowest : highest + 1] for box in row[first : last + 1])
    point = y.value is not None and x.value is not None
    box = box_of(rules, met, above, y.value, x.value) if point else None  # type: ignore[arg-type]
    return Area(y, x, box, tuple(covers))


def _column(rules: CareerRules, x: Decimal) -> int:
    return (x >= rules.medium_from) + (x >= rules.high_from)


def _span(mean: Decimal, wide: float, most: Decimal) -> Span:
    reach = Decimal(str(wide))
    return Span(half_up(max(LOWEST, mean - reach)), mean, half_up(min(most, mean + reach)))


def _months(day: date, today: date) -> int:
    """Whole months from one day to another."""
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
