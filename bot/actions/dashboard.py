"""What a page of the dashboard shows at once: several screens of the chat, each with its right."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import overview, participation, pictures, results, trainings
from bot.actions.me import Me
from bot.actions.overview import Owing, Radar, Spread
from bot.actions.participation import Access
from bot.actions.participation import Home as TakingPart
from bot.actions.pending import Pending
from bot.actions.pictures import Trend
from bot.actions.trainings.hours import Ledger


@dataclass(frozen=True, slots=True)
class Home:
    """What is mine, and whom I may look at; `employee_id` is my own."""

    employee_id: int
    scopes: overview.Home
    result: results.Card | Pending | None
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class Glance:
    """A scope at once; what is not there, or not for me, is None."""

    owing: Owing
    spread: Spread | None
    radar: Radar | None
    taking_part: TakingPart | None
    access: Access | None


@dataclass(frozen=True, slots=True)
class Mine:
    """A result with the quarters before it; without one, what it waits for."""

    card: results.Card | Pending | None
    trend: Trend | None


def home(session: Session, me: Me, page: int = 0) -> Home:
    """The first page."""
    return Home(
        me.employee_id,
        overview.home(session, me, page),
        results.mine(session, me),
        trainings.my_ledger(session, me),
    )


def glance(session: Session, me: Me, scope: int, period_id: int = 0) -> Glance:
    """One scope: who owes, how predikat spread, who takes part, who learns."""
    owing = overview.owing(session, me, scope, period_id)
    shown, leads = owing.spreads, owing.participation
    return Glance(
        owing,
        overview.spread(session, me, scope) if "spread" in shown else None,
        overview.radar(session, me, scope) if "radar" in shown else None,
        participation.home(session, me, scope) if leads else None,
        participation.access(session, me, scope) if leads else None,
    )


def mine(session: Session, me: Me) -> Mine:
    """My newest result."""
    card = results.mine(session, me)
    if not isinstance(card, results.Card):
        return Mine(card, None)
    return Mine(card, pictures.trend(session, me, card.period_id, card.employee_id))


def result(session: Session, me: Me, period_id: int, employee_id: int) -> Mine:
    """One result that I may read."""
    trend = pictures.trend(session, me, period_id, employee_id)
    return Mine(trend.card, trend)
