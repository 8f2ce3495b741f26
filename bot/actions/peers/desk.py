"""/rekan: what I am asked, whom I may propose, and what my people say of me."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.peers.proposing import is_open
from bot.actions.peers.released import told_upward
from bot.actions.peers.watching import watches
from bot.rules.peers import Way
from bot.rules.periods import PeriodState
from bot.rules.schemes import PeerRules
from storage import employees, periods
from storage.peers import TicketState, proposals, tickets
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Rating:
    """A period in which I am asked: how many wait, and how many I was asked in all."""

    period_id: int
    year: int
    quarter: int
    waiting: int
    total: int
    due: date


@dataclass(frozen=True, slots=True)
class Proposing:
    """A period before its window: my proposal, and those for my people.

    `open`: it may still be changed, `until` that day; else the forms are there from `from_day`.
    """

    period_id: int
    year: int
    quarter: int
    open: bool
    until: date
    from_day: date
    proposed: str
    team: int
    named: int


@dataclass(frozen=True, slots=True)
class Home:
    """`upward` is the newest period in which my people's feedback may be told.

    `watches`: I may look at proposals that go round.
    """

    today: date
    employee_id: int
    rating: Sequence[Rating]
    proposing: Sequence[Proposing]
    upward: int | None
    watches: bool


def home(session: Session, me: Me) -> Home:
    rights.demand(session, me, "peers.home", about=me.employee_id)
    rating, proposing = [], []
    for period in periods.running(session):
        if not schemes.of_period(session, period).asks_peers:
            continue
        if period.state == PeriodState.RATING:
            rating.append(_rating(session, me, period))
        elif period.state == PeriodState.OPEN:
            proposing.append(_proposing(session, me, period))
    told = told_upward(session, me.employee_id)
    return Home(me.today, me.employee_id, rating, proposing, told, watches(me))


def promise(session: Session, me: Me) -> int:
    """From how many answers something is told, by the newest scheme at work."""
    rights.demand(session, me, "peers.home", about=me.employee_id)
    rules = [schemes.of_period(session, period).peers for period in periods.running(session)]
    return (rules[-1] if rules else PeerRules()).shown_from


def _rating(session: Session, me: Me, period: Period) -> Rating:
    assert period.id is not None
    mine = tickets.of_rater(session, period.id, me.employee_id)
    waits = sum(one.state == TicketState.OPEN for one in mine)
    total = len(mine)
    return Rating(period.id, period.year, period.quarter, waits, total, period.rate_until)


def _proposing(session: Session, me: Me, period: Period) -> Proposing:
    assert period.id is not None
    own = proposals.proposed(session, period.id, Way.EMPLOYEE, [me.employee_id])
    peer = employees.get(session, own[me.employee_id]) if own else None
    team = [one.id for one in employees.reports(session, me.employee_id) if one.id]
    named = proposals.proposed(session, period.id, Way.SUPERIOR, team) if team else {}
    return Proposing(
        period.id, period.year, period.quarter, is_open(session, period, me.today),
        schemes.proposals_until(session, period), period.submit_until + timedelta(1),
        peer.name if peer else "", len(team), len(named),
    )  # fmt: skip
