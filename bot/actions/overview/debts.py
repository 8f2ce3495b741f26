"""Who of a scope still owes what, in a quarter or a year."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.overview.scopes import TEAM, reaches, spreads_of, whose_duties
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from bot.rules.publication import RELEASED
from bot.texts import words
from storage import overview, periods
from storage.duties import OF_YEAR, DutyKind
from storage.overview import Owed, Owner
from storage.periods import Period

# What a decision is asked on is not told to those who only look on.
OF_QUARTER = (
    DutyKind.PLAN,
    DutyKind.AGREE,
    DutyKind.REPORT,
    DutyKind.APPRAISE,
    DutyKind.ASSESS,
    DutyKind.NOMINATE,
    DutyKind.PEERS,
    DutyKind.VIEW,
    DutyKind.PROPOSE_AWARD,
    DutyKind.PUBLISH,
)


NAMED = 10
"""So many of those who owe are shown by name; of the rest how many there are."""


@dataclass(frozen=True, slots=True)
class Owing:
    """What is done of what could be done, and who still owes.

    `quarter` is 0 where a whole year is meant. `others` are quarters and years in which something
    else is owed: number of the period, year, quarter. `owed` is duty by duty, without names;
    `owners` names the first of those who owe, where they may be shown.
    """

    scope: int
    name: str
    year: int
    quarter: int
    today: date
    done: int
    of: int
    owed: Sequence[Owed]
    spreads: Sequence[str]
    others: Sequence[tuple[int, int, int]]
    participation: bool
    owners: Sequence[Owner] = ()

    @property
    def more(self) -> int:
        """How many lines there are beyond `owners`: one of each person and kind."""
        return sum(one.people for one in self.owed) - len(self.owners)


def owing(session: Session, me: Me, scope: int, period_id: int = 0) -> Owing:
    """Who of a scope still owes what; if none is named, in the oldest with anything owed."""
    return _owing(session, me, scope, period_id)[0]


def _owing(
    session: Session, me: Me, scope: int, period_id: int
) -> tuple[Owing, Period, Collection[Any]]:
    """The same with the period it is about, and whose duties those are."""
    name, whose = whose_duties(session, me, scope)
    every = _looked_at(session)
    if not every:
        raise Refused(words.not_available(), "no_period")
    busy = [
        one
        for one in every
        if overview.any_owed(session, one.id or 0, _kinds(one), whose, me.today)
    ]
    named = [one for one in every if one.id == period_id]
    chosen = (named or busy or every)[0]
    done, of = overview.progress(session, chosen.id or 0, _kinds(chosen), whose, me.today)
    others = [(one.id or 0, *_told(one)) for one in busy if one is not chosen]
    spreads = spreads_of(session, me, scope)
    owed = overview.owed(session, chosen.id or 0, _kinds(chosen), whose, me.today)
    leads = scope == TEAM or reaches(session, me, (Role.HEAD, Role.HR), scope)
    found = Owing(scope, name, *_told(chosen), me.today, done, of, owed, spreads, others, leads)
    return found, chosen, whose


def listed(session: Session, me: Me, scope: int, period_id: int = 0) -> Owing:
    """The same where the first of those who owe are shown by name."""
    found, chosen, whose = _owing(session, me, scope, period_id)
    owners = overview.owners(session, chosen.id or 0, _kinds(chosen), whose, me.today, NAMED)
    names = [one.employee_id for one in owners]
    rights.seen(session, me, "overview.see" if found.participation else "panel.list", names)
    return replace(found, owners=owners)


def _looked_at(session: Session) -> list[Period]:
    """What is running, oldest first, then the year that ended last; else the newest quarter."""
    ended = periods.newest_year(session)
    running = [*periods.running(session), *([ended] if ended else [])]
    return running or list(periods.recent(session, 1))


def _kinds(period: Period) -> Sequence[DutyKind]:
    return OF_YEAR if _is_year(period) else OF_QUARTER


def _is_year(period: Period) -> bool:
    return period.quarter == periods.LAST_QUARTER and PeriodState(period.state) in RELEASED


def _told(period: Period) -> tuple[int, int]:
    return period.year, 0 if _is_year(period) else period.quarter
