"""What a talk may be about, gathered from what both may see anyway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlmodel import Session

from bot.actions import schemes, scores, visibility
from bot.actions.expectations.reading import agreed, of_person
from bot.actions.me import Me
from bot.actions.talks.parties import sides
from bot.actions.talks.steps import Line, lines_of
from bot.rules.periods import PeriodState
from bot.rules.talks import elapsed, is_behind, lows
from storage import periods, results, talks, turns

SHOWN = 3
AT_FIRST = 90
RECENT = 4


@dataclass(frozen=True, slots=True)
class Low:
    """An indicator below expectations in the newest result that is told."""

    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Behind:
    """A planned result that lags: in percent so far, None when nothing was told of it."""

    text: str
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """Since the last talk: `rated` titles of `many` approved achievements, what is low or lags.

    `of` is the quarter of the result, `gone` how much of the running one is over in percent.
    """

    employee_id: int
    own: bool
    name: str
    today: date
    since: date | None
    rated: Sequence[str]
    many: int
    of: tuple[int, int] | None
    lows: Sequence[Low]
    gone: Decimal
    behind: Sequence[Behind]
    open: Sequence[Line]


def agenda(session: Session, me: Me, employee_id: int) -> Agenda:
    """Made anew each time it is looked at."""
    both = sides(session, me, employee_id)
    last = talks.last_held(session, employee_id)
    first = last.held_on if last and last.held_on else me.today - timedelta(AT_FIRST)
    titles = [
        one.achievement.title for one in turns.rated_between(session, employee_id, first, me.today)
    ]
    of, low = _lows(session, employee_id)
    gone, behind = _behind(session, me, employee_id)
    return Agenda(
        employee_id=employee_id,
        own=both.own,
        name=both.other.name,
        today=me.today,
        since=last.held_on if last else None,
        rated=titles[-SHOWN:],
        many=len(titles),
        of=of,
        lows=low,
        gone=gone,
        behind=behind[:SHOWN],
        open=lines_of(session, talks.open_with(session, employee_id))[:SHOWN],
    )


def _lows(session: Session, employee_id: int) -> tuple[tuple[int, int] | None, list[Low]]:
    """Of the newest result that its person may see."""
    for result, period in results.newest_of(session, employee_id, RECENT):
        if not visibility.is_visible(session, period, employee_id):
            continue
        scheme = schemes.by_number(session, result.scheme_id)
        names = {one.key: one.name for one in scheme.indicators}
        parts = [part for axis in scores.read_parts(result).axes for part in axis.indicators]
        found = lows([(part.key, part.value) for part in parts], scheme.thresholds.met)
        told = [Low(names.get(key, key), value) for key, value in found]
        return (period.year, period.quarter), told
    return None, []


def _behind(session: Session, me: Me, employee_id: int) -> tuple[Decimal, list[Behind]]:
    """Of the quarter that runs."""
    running = [one for one in periods.running(session) if one.state == PeriodState.OPEN]
    if not running:
        return Decimal(0), []
    quarter = schemes.quarter_of(running[-1])
    gone = elapsed(me.today, quarter.first_day, quarter.last_day)
    found = []
    for one in agreed(of_person(session, running[-1], employee_id)):
        percent = one.progress.percent if one.progress else None
        if one.shown.counting and is_behind(percent, gone, less=one.shown.counting.less):
            found.append(Behind(one.shown.text, percent))
    return gone, found
