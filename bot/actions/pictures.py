"""What the pictures of one person's results show: only what that person's screens may show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions import results
from bot.actions.me import Me
from bot.actions.visibility import is_visible
from bot.rules.predikat import Predikat
from storage import results as stored
from storage.periods import Period
from storage.results import Result

QUARTERS = 5


@dataclass(frozen=True, slots=True)
class Quarterly:
    """One quarter of a trend."""

    year: int
    quarter: int
    total: Decimal
    hasil_kerja: Decimal
    perilaku: Decimal
    predikat: Predikat


@dataclass(frozen=True, slots=True)
class Trend:
    """Up to five quarters, oldest first, up to the one looked at, which is `card`."""

    card: results.Card
    quarters: Sequence[Quarterly]


def trend(session: Session, me: Me, period_id: int, employee_id: int) -> Trend:
    """The quarters before a result that I may read, and itself. Raises Refused as its card.

    Of my own only what is published; of somebody I answer for what I was shown as well.
    """
    card = results.card(session, me, period_id, employee_id)
    until = (card.year, card.quarter)
    there = stored.newest_of(session, employee_id, 4 * QUARTERS)
    seen = [
        _quarterly(result, period)
        for result, period in there
        if (period.year, period.quarter) <= until
        if not card.mine or is_visible(session, period, employee_id)
    ]
    return Trend(card, seen[:QUARTERS][::-1])


def _quarterly(result: Result, period: Period) -> Quarterly:
    return Quarterly(
        period.year,
        period.quarter,
        Decimal(result.total),
        Decimal(result.hasil_kerja),
        Decimal(result.perilaku),
        Predikat(result.predikat),
    )
