"""Planned results as they stand: what is agreed, what is in hand, how far it has come."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.refusals import Refused
from bot.rules.expectations import State, Wording, has_ended, in_force, in_hand, missing
from bot.rules.figures import Amount, Progress, progress
from bot.rules.periods import PeriodState
from bot.texts import words
from storage import contributions, expectations, periods
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Planned:
    """One planned result; `position` counts from 1. Either `force` or `hand` is there.

    `deeds` are the achievements that count for it: title, amount, whether rated.
    """

    number: int
    position: int
    force: Wording | None
    hand: Wording | None
    progress: Progress | None
    deeds: Sequence[tuple[str, Decimal, bool]] = ()

    @property
    def shown(self) -> Wording:
        """What it says: as agreed, before that as it is written."""
        found = self.force or self.hand
        assert found is not None
        return found

    @property
    def complete(self) -> bool:
        """Whether what is in hand lacks nothing."""
        return self.hand is not None and not missing(self.hand, changes=self.force is not None)


def of_person(session: Session, period: Period, employee_id: int) -> list[Planned]:
    """A person's planned results of the quarter, in the order in which they were made."""
    return of_people(session, period, [employee_id]).get(employee_id, [])


def of_people(
    session: Session, period: Period, employee_ids: Collection[int]
) -> dict[int, list[Planned]]:
    """The same of several; who has none is absent."""
    assert period.id is not None
    found = expectations.of_people(session, period.id, employee_ids)
    living = {
        who: {number: said for number, said in own.items() if _lives(said)}
        for who, own in found.items()
    }
    numbers = [number for own in living.values() for number in own]
    days = schemes.quarter_of(period)
    counted: dict[int, list[contributions.Counted]] = {}
    for one in contributions.counted(session, numbers, days.first_day, days.last_day):
        counted.setdefault(one.planned_id, []).append(one)
    return {
        who: [
            _planned(number, position, said, counted.get(number, []))
            for position, (number, said) in enumerate(own.items(), 1)
        ]
        for who, own in living.items()
        if own
    }


def _lives(said: Sequence[Wording]) -> bool:
    """What was dropped with the superior's word, and what came to nothing, is not shown."""
    return not has_ended(said) and (in_force(said) or in_hand(said)) is not None


def _planned(
    number: int, position: int, said: Sequence[Wording], counted: Sequence[contributions.Counted]
) -> Planned:
    force = in_force(said)
    deeds = [(one.title, one.amount.value, one.amount.rated) for one in counted]
    so_far = None if force is None else progress_of(force, [one.amount for one in counted])
    return Planned(number, position, force, in_hand(said), so_far, deeds)


def progress_of(force: Wording, amounts: Sequence[Amount]) -> Progress:
    """How far an agreed wording has come."""
    assert force.counting is not None
    assert force.target is not None
    return progress(force.counting, force.target, amounts)


def as_proposed(planned: Sequence[Planned]) -> list[Planned]:
    """As all but their owner see them: what is agreed, and what was proposed; no drafts."""
    found = []
    for one in planned:
        hand = None if one.hand and one.hand.state is State.DRAFT else one.hand
        if one.force or hand:
            found.append(replace(one, hand=hand))
    return found


def agreed(planned: Sequence[Planned]) -> list[Planned]:
    return [one for one in planned if one.force is not None]


def by_indicator(planned: Sequence[Planned]) -> Mapping[str, list[Planned]]:
    """Those in force by the key of the indicator they serve."""
    found: dict[str, list[Planned]] = {}
    for one in agreed(planned):
        found.setdefault(one.shown.indicator, []).append(one)
    return found


def chosen_period(session: Session, period_id: int) -> Period | None:
    """The period named; else the one in which expectations are set, else the newest opened."""
    if period_id:
        found = periods.get(session, period_id)
        if found is None or found.state == PeriodState.PLANNED:
            raise Refused(words.not_available(), "unknown_period")
        return found
    running = [one for one in periods.running(session) if one.state == PeriodState.OPEN]
    return next(iter([*reversed(running), *periods.recent(session, 1)]), None)


def opened_period(session: Session, period_id: int) -> Period:
    """The period of that number. Raises Refused for one that has not opened."""
    found = chosen_period(session, period_id)
    if found is None or not period_id:
        raise Refused(words.not_available(), "unknown_period")
    return found


def living(session: Session, planned_id: int) -> tuple[Period, Planned]:
    """One that is still shown, and its period. The right is its caller's to ask."""
    row = expectations.get(session, planned_id)
    if row is None:
        raise Refused(words.not_available(), "forbidden")
    period = periods.get(session, row.period_id)
    assert period is not None
    for one in of_person(session, period, row.employee_id):
        if one.number == planned_id:
            return period, one
    raise Refused(words.not_available(), "gone")
