"""What the criteria of an award find about people: of a quarter, or the means of a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

from sqlmodel import Session

from bot.actions import schemes, scores
from bot.rules.awards import AwardKind, Measure, Span, Weighing
from bot.rules.numbers import half_up
from bot.rules.predikat import Predikat
from bot.rules.publication import RELEASED
from storage import merits, periods, results
from storage.periods import Period
from storage.results import Result

Values = tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one person: means over the quarters, the lowest predikat, fewest raters."""

    score: Decimal
    hasil_kerja: Decimal
    perilaku: Decimal
    predikat: Predikat
    raters: int
    results: Sequence[Result]


def quarters_of(session: Session, period: Period, kind: AwardKind) -> list[Period]:
    """The quarter; for a year all its published quarters."""
    if kind.span is not Span.YEAR:
        return [period]
    return [
        one
        for one in periods.everything(session)
        if one.year == period.year and one.state in RELEASED
    ]


def standings(
    session: Session, period: Period, kind: AwardKind, ids: Sequence[int]
) -> dict[int, Standing]:
    """Of everybody who has a result in it."""
    found: dict[int, list[Result]] = {}
    for one in quarters_of(session, period, kind):
        for person, result in results.of_people(session, one.id or 0, ids).items():
            found.setdefault(person, []).append(result)
    return {person: _standing(some) for person, some in found.items()}


def values_of(
    session: Session, period: Period, kind: AwardKind, known: Mapping[int, Standing]
) -> dict[int, Values]:
    """By person, what each criterion found; the vote's is None until it is over."""
    days = _days(period, kind)
    columns = [_column(session, one, known, days) for one in kind.criteria]
    return {person: tuple(column.get(person) for column in columns) for person in known}


def write(values: Values) -> str:
    return " ".join("-" if one is None else str(one) for one in values)


def read(text: str) -> Values:
    return tuple(None if one == "-" else Decimal(one) for one in text.split())


def _standing(some: Sequence[Result]) -> Standing:
    order = list(Predikat)
    return Standing(
        _mean([Decimal(one.total) for one in some]),
        _mean([Decimal(one.hasil_kerja) for one in some]),
        _mean([Decimal(one.perilaku) for one in some]),
        max((Predikat(one.predikat) for one in some), key=order.index),
        min(one.raters for one in some),
        some,
    )


def _mean(numbers: Sequence[Decimal]) -> Decimal:
    return half_up(Fraction(sum(map(Fraction, numbers), Fraction()), len(numbers)))


def _days(period: Period, kind: AwardKind) -> tuple[date, date]:
    quarter = schemes.quarter_of(period)
    first = date(quarter.year, 1, 1) if kind.span is Span.YEAR else quarter.first_day
    return first, quarter.last_day


def _column(
    session: Session, one: Weighing, known: Mapping[int, Standing], days: tuple[date, date]
) -> Mapping[int, Decimal]:
    match one.measure:
        case Measure.SCORE | Measure.HASIL_KERJA | Measure.PERILAKU:
            return {person: getattr(each, one.measure) for person, each in known.items()}
        case Measure.INDICATOR:
            return _indicator(one.of, known)
        case Measure.ACHIEVEMENTS:
            counted = merits.approved_between(session, known.keys(), *days, one.of)
            return {person: Decimal(counted.get(person, 0)) for person in known}
        case Measure.ATTENDANCE:
            return _attendance(session, known, days)
        case Measure.VOTE:
            return {}


def _indicator(key: str, known: Mapping[int, Standing]) -> dict[int, Decimal]:
    found: dict[int, Decimal] = {}
    for person, each in known.items():
        parts = [scores.read_parts(result) for result in each.results]
        given = [
            one.value
            for score in parts
            for axis in score.axes
            for one in axis.indicators
            if one.key == key
        ]
        if given:
            found[person] = _mean(given)
    return found


def _attendance(
    session: Session, known: Mapping[int, Standing], days: tuple[date, date]
) -> dict[int, Decimal]:
    """Percent of the forums to which somebody was asked; nothing for whoever was asked to none."""
    since, until = days[0], days[1] + timedelta(1)
    first, last = (datetime.combine(day, time(), UTC) for day in (since, until))
    found = merits.attended_between(session, known.keys(), first, last)
    return {
        person: half_up(Fraction(100 * came, asked)) for person, (came, asked) in found.items()
    }
