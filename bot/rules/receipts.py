"""How a result is received: in which working days, by which of two ways, by whom attested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.workdays import LONGEST_SEARCH, WorkCalendar


def at_work(
    calendar: WorkCalendar, away: Iterable[tuple[date, date]], since: date
) -> WorkCalendar:
    """The calendar of one person: days of leave, both ends included, count as days off.

    So a result does not count as received while its person is away. Right from `since` on, for
    as far as the search for a working day goes.
    """
    end = since + timedelta(LONGEST_SEARCH + 1)
    off = {
        since + timedelta(number)
        for first, last in away
        for number in range(max(0, (first - since).days), (min(last, end) - since).days + 1)
    }
    return replace(calendar, holidays=calendar.holidays | off)


class Way(StrEnum):
    """How a result was handed over without the bot."""

    PRINTED = "printed"
    SHOWN = "shown"
    SENT = "sent"
    REFUSED = "refused"  # offered in person, and not accepted


class HandState(StrEnum):
    """Where a recorded hand-over stands."""

    DRAFT = "draft"
    ASKED = "asked"  # its witness has not answered yet
    ATTESTED = "attested"
    DENIED = "denied"  # the witness did not see it
    CONTRADICTED = "contradicted"  # the employee says that it was not so


class ReceiptState(StrEnum):
    """How a published result was received; of every one exactly one is true."""

    WAITING = "waiting"
    TAPPED = "tapped"
    WITNESSED = "witnessed"
    DEEMED = "deemed"  # neither, and the days for handing over have passed


def state_of(taken: bool, by_tap: bool, deemed: date | None, today: date) -> ReceiptState:
    """`deemed`: the day from which it counts as received without a receipt, if that is known."""
    if taken:
        return ReceiptState.TAPPED if by_tap else ReceiptState.WITNESSED
    if deemed is not None and today >= deemed:
        return ReceiptState.DEEMED
    return ReceiptState.WAITING


def may_hand_over(state: ReceiptState, can_tap: bool) -> bool:
    """Whoever can tap is reminded first, until the days for it have passed.

    So no officer can begin somebody's time to object before that person had every chance.
    """
    return state is ReceiptState.DEEMED or (state is ReceiptState.WAITING and not can_tap)
