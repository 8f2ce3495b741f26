"""What superior and team gave one person on the indicators that both rate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sqlmodel import Session

from bot.actions import schemes
from bot.rules.appraisals import asked_of
from bot.rules.numbers import half_up
from bot.rules.schemes import Scheme, Source
from storage import severities as stored
from storage.periods import Period
from storage.severities import Given


@dataclass(frozen=True, slots=True)
class Sides:
    """What superior and team gave on the indicators that both rate, on 40 to 120.

    `severity` is the superior's, with its interval if it has one; `adjusted` the superior's value
    less the severity.
    """

    superior: Decimal | None = None
    rater_id: int = 0
    team: Decimal | None = None
    members: int = 0
    severity: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    adjusted: Decimal | None = None


def shared(scheme: Scheme) -> list[str]:
    """Indicators that superiors and the team both rate; all of the superior's if there is none."""
    superior = [one.key for one in asked_of(scheme, Source.SUPERIOR)]
    team = {one.key for one in asked_of(scheme, Source.TEAM)}
    return [key for key in superior if key in team] or superior


def value(mean: float) -> Decimal:
    """A mean level on the scale of 40 to 120."""
    return half_up(20 + 20 * Fraction(mean).limit_denominator(1000))


def sides_of(session: Session, period: Period, employee_id: int) -> Sides:
    """One person's."""
    indicators = shared(schemes.of_period(session, period))
    given = stored.given(session, period.id or 0, indicators, [employee_id])
    those = {one.rater_id for one in given if one.source != Source.TEAM}
    return of_given(given, stored.of_raters(session, period.id or 0, those))


def of_given(given: Iterable[Given], known: Mapping[int, stored.RaterSeverity]) -> Sides:
    """The same of what was given about one person, by the severities that are known."""
    given = list(given)
    superior = next((one for one in given if one.source == Source.SUPERIOR), None)
    team = [value(one.mean) for one in given if one.source == Source.TEAM]
    mean = half_up(sum(team, Decimal()) / len(team)) if team else None
    if superior is None:
        return Sides(team=mean, members=len(team))
    raw, one = value(superior.mean), known.get(superior.rater_id)
    if one is None or not one.shared or one.low is None or one.high is None:
        return Sides(raw, superior.rater_id, mean, len(team))
    severity = Decimal(one.estimate)
    return Sides(
        raw, superior.rater_id, mean, len(team), severity, Decimal(one.low), Decimal(one.high),
        raw - severity,
    )  # fmt: skip
