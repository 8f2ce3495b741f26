"""A rater's private mirror: what their own ratings of a quarter look like, for their eyes only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from statistics import StatisticsError, correlation, fmean, stdev

from bot.rules.numbers import half_up
from bot.rules.quarters import Quarter
from bot.rules.scoring import value_of

LATE = timedelta(days=21)
FEWEST_FOR_MEAN = 3
FEWEST_FOR_SPREAD = 5
FEWEST_FOR_HALO = 5
FEWEST_FOR_RECENCY = 10
FEWEST_FOR_LATE = 5


@dataclass(frozen=True, slots=True)
class Deed:
    """A rated achievement of the quarter: the indicator it supports and when it was done."""

    indicator: str
    day: date


@dataclass(frozen=True, slots=True)
class Form:
    """What this rater gave one employee: levels by indicator, beside that person's achievements.

    ValueError without a level, or for one outside 1 to 5.
    """

    ratee: int
    levels: Mapping[str, int]
    deeds: tuple[Deed, ...] = ()

    def __post_init__(self) -> None:
        if not self.levels:
            raise ValueError("a form holds at least one level")
        for level in self.levels.values():
            value_of(level)


class Silence(StrEnum):
    """Why a figure says nothing."""

    TOO_FEW = "too_few"
    NO_DIFFERENCE = "no_difference"  # everything the same: nothing to compare


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` to hundredths, or None and why; `rests_on` counts what the property's words name."""

    value: Decimal | None
    rests_on: int
    silence: Silence | None = None


@dataclass(frozen=True, slots=True)
class Mirror:
    """Five figures of one rater and quarter.

    `mean`: of all values given (40 to 120); rests on forms.
    `spread`: standard deviation of the employees' means, in points; small when all get alike.
    `halo`: mean correlation between indicators over the employees (-1 to 1), each pair alike; near
    1 when one impression decides all; rests on forms.
    `recency`: correlation of level and time of the achievements behind it (-1 to 1), within each
    employee; above 0 when what was done late is rated higher; rests on marks with achievements,
    of employees who have them for two indicators or more.
    `late`: percent of achievements from the last three weeks of the quarter; rests on these.
    """

    mean: Figure
    spread: Figure
    halo: Figure
    recency: Figure
    late: Figure


def mirror(forms: Sequence[Form], quarter: Quarter) -> Mirror:
    """The mirror of one rater; achievements outside the quarter are left aside.

    Correlations are Pearson's. They describe and prove nothing: employees who are good at one
    thing often are at another, and may have done their best late. The order of `forms` plays no
    part. ValueError for two forms about one employee.
    """
    ordered = sorted(forms, key=lambda form: form.ratee)
    if len({form.ratee for form in ordered}) < len(ordered):
        raise ValueError("one form for one employee")
    means = [fmean(map(value_of, sorted(form.levels.values()))) for form in ordered]
    values = [value_of(level) for form in ordered for level in form.levels.values()]
    deeds = [deed.day for form in ordered for deed in form.deeds if deed.day in quarter]
    return Mirror(
        mean=_figure(
            Fraction(sum(values), len(values)) if values else None, len(means), FEWEST_FOR_MEAN
        ),
        spread=_figure(stdev(means) if len(means) > 1 else None, len(means), FEWEST_FOR_SPREAD),
        halo=_figure(_halo(ordered), len(ordered), FEWEST_FOR_HALO),
        recency=_recency(ordered, quarter),
        late=_figure(_late(deeds, quarter), len(deeds), FEWEST_FOR_LATE),
    )


def drift(now: Figure, before: Figure) -> Figure:
    """How far the own mean moved since the quarter before, resting on the smaller of both."""
    rests_on = min(now.rests_on, before.rests_on)
    if now.value is None or before.value is None:
        return Figure(None, rests_on, now.silence or before.silence)
    return Figure(now.value - before.value, rests_on)


def _figure(value: Fraction | float | None, rests_on: int, fewest: int) -> Figure:
    if rests_on < fewest:
        return Figure(None, rests_on, Silence.TOO_FEW)
    if value is None:
        return Figure(None, rests_on, Silence.NO_DIFFERENCE)
    return Figure(half_up(Fraction(value)), rests_on)


def _halo(forms: Sequence[Form]) -> float | None:
    keys = sorted({key for form in forms for key in form.levels})
    found = []
    for one, other in combinations(keys, 2):
        both = [form.levels for form in forms if one in form.levels and other in form.levels]
        pair = _correlation([got[one] for got in both], [got[other] for got in both])
        if len(both) >= FEWEST_FOR_HALO and pair is not None:
            found.append(pair)
    return fmean(found) if found else None


def _recency(forms: Sequence[Form], quarter: Quarter) -> Figure:
    times: list[float] = []
    levels: list[float] = []
    for form in forms:
        behind = _times(form, quarter)
        if len(behind) > 1:
            own = [float(form.levels[key]) for key in behind]
            times += [time - fmean(behind.values()) for time in behind.values()]
            levels += [level - fmean(own) for level in own]
    return _figure(_correlation(levels, times), len(levels), FEWEST_FOR_RECENCY)


def _times(form: Form, quarter: Quarter) -> dict[str, float]:
    """When the achievements behind each level were done, on average, in days of the quarter."""
    behind: dict[str, list[int]] = {}
    for deed in form.deeds:
        if deed.indicator in form.levels and deed.day in quarter:
            days = (deed.day - quarter.first_day).days
            behind.setdefault(deed.indicator, []).append(days)
    return {key: fmean(behind[key]) for key in sorted(behind)}


def _late(days: Sequence[date], quarter: Quarter) -> Fraction | None:
    late = sum(day > quarter.last_day - LATE for day in days)
    return Fraction(100 * late, len(days)) if days else None


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """None when there is too little or no difference on either side."""
    try:
        return max(-1.0, min(1.0, correlation(one, other)))
    except StatisticsError:
        return None
