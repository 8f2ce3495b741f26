"""What has been kept long enough goes, once a night in chunks; HR sees it beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.days import WEST, office_day
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.personal.home import rules_of
from bot.rules.personal import PersonalRules
from storage import audit, rounds
from storage.personal import erasures
from storage.personal.erased import Erased
from storage.personal.expiring import EXPIRING, expire, expired
from storage.personal.leaving import expire_leavers, expired_leavers

ROUND = "personal.retain"
LEAVERS = "leavers"
CHUNK = 500
BEGIN, END = 1, 4
SHOWN, PAGE = 5, 8


@dataclass(frozen=True, slots=True)
class Retention:
    """What goes the coming night and on the next New Year's Day, by name; the latest record."""

    rows: Sequence[tuple[str, int, int]]
    next_year: int
    page: int
    pages: int
    latest: Sequence[tuple[date, str, int]]


def before(name: str, rules: PersonalRules, year: int) -> date:
    """Of which day on data are kept in this year; what is older goes."""
    years = rules.leavers if name == LEAVERS else int(getattr(rules, EXPIRING[name].keeping))
    return date(max(year - years, 1), 1, 1)


def retain(session: Session, now: datetime) -> bool:
    """One chunk of each kind, in the small hours; whether there is more.

    A kind of which nothing is left is looked for no more that night: its table may be large.
    """
    day = office_day(now)
    if not BEGIN <= now.astimezone(WEST).hour < END or rounds.made(session, ROUND, day):
        return False
    rules, more, over = rules_of(session, day), False, []
    for name in EXPIRING:
        if rounds.made(session, f"{ROUND}.{name}", day):
            continue
        until = before(name, rules, day.year)
        gone = expire(session, name, until, CHUNK)
        _record(session, name, gone, until, now)
        more = more or gone.rows > 0
        if not more:
            over.append(name)
    until = before(LEAVERS, rules, day.year)
    people = expire_leavers(session, until, now, CHUNK // 50)
    _record(session, LEAVERS, people, until, now)
    if not more and not people.rows:
        rounds.first_today(session, ROUND, day)
        return False
    for name in over:  # of these nothing is left, nor of what hangs on them
        rounds.first_today(session, f"{ROUND}.{name}", day)
    return True


def _record(session: Session, name: str, gone: Erased, until: date, now: datetime) -> None:
    if gone.rows:
        kind, files = f"expired.{name}", sorted(gone.files)
        if not erasures.record(session, erasures.NOBODY, kind, now, 0, gone.rows, files):
            erasures.more(session, erasures.NOBODY, kind, now, gone.rows, files)
        facts = {"kind": name, "rows": gone.rows, "before": until.isoformat()}
        audit.record(session, now, None, "personal.expire", "database/1", facts)


def retention(session: Session, me: Me, page: int = 0) -> Retention:
    """The dry look: nothing goes."""
    rights.demand(session, me, "personal.desk")
    rules, year = rules_of(session, me.today), me.today.year
    rows = []
    shown, at_page, pages = leaf([*EXPIRING, LEAVERS], page, PAGE)
    for name in shown:
        now, then = (_count(session, name, before(name, rules, at)) for at in (year, year + 1))
        rows.append((name, now, then))
    latest = [
        (one.at.astimezone(me.zone).date(), one.kind, one.rows)
        for one in erasures.newest(session, SHOWN)
        if one.employee_id == erasures.NOBODY
    ]
    return Retention(rows, year + 1, at_page, pages, latest)


def _count(session: Session, name: str, day: date) -> int:
    return expired_leavers(session, day) if name == LEAVERS else expired(session, name, day)
