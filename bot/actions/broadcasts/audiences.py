"""How many a broadcast is for, in which zones, and who of them cannot be reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.broadcasts import access
from bot.actions.holidays import workdays_around
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.rules.broadcasts import GONE
from bot.rules.workdays import next_welcome
from storage import audiences
from storage.broadcasts import Broadcast, audience, reading, rows
from storage.broadcasts.audience import Count
from storage.broadcasts.reading import Missed
from storage.recipients import USUAL

PAGE = 5


@dataclass(frozen=True, slots=True)
class Sizes:
    """`begins`: when the first copies go out, in each zone (largest first); once where it is
    the same moment in all of them.

    `late`: that is later than was asked for, for it is a quiet hour there or a day off.
    """

    count: Count
    begins: Sequence[datetime]
    late: bool


@dataclass(frozen=True, slots=True)
class Outside:
    """A page of those whom it does not reach."""

    row: Broadcast
    people: Sequence[Missed]
    page: int
    pages: int
    total: int


def sizes(session: Session, row: Broadcast, me: Me) -> Sizes:
    """As things stand now."""
    chosen = audience.who(session, row, me.today)
    groups = audiences.groups(session, chosen)
    begins: dict[str, datetime] = {}
    late = False
    for one in groups:
        asked = asked_for(row, one.zone, me.now)
        first = asked if row.duty else welcome(session, asked, one.days_per_week)
        late = late or first > asked
        begins[one.zone] = min(first, begins.get(one.zone, first))
    moments = list(dict.fromkeys(begins.values()))  # the same moment reads otherwise elsewhere
    return Sizes(audience.count(session, chosen), moments, late)


def asked_for(row: Broadcast, zone: str, now: datetime) -> datetime:
    """When it may go out in a zone, quiet hours aside."""
    here = now.astimezone(ZoneInfo(zone))
    if not row.starts:
        return here
    return max(datetime.fromisoformat(row.starts).replace(tzinfo=ZoneInfo(zone)), here)


def welcome(session: Session, moment: datetime, days_per_week: int) -> datetime:
    """The first hour from then on in which a unit is not to be left alone."""
    calendar = workdays_around(session, days_per_week, moment.date())
    return next_welcome(moment, calendar, USUAL)


def outside(session: Session, me: Me, number: int, page: int) -> Outside:
    """Whom to call: of a draft of mine, or of one that went out."""
    row = rows.get(session, number)
    if row is not None and row.state in GONE:
        row = access.kept(session, me, number)
        _, total = reading.missed(session, number, 0, 0)
        at = nearest(page, total, PAGE)
        people, _ = reading.missed(session, number, PAGE, at * PAGE)
        return Outside(row, people, at, pages_of(total, PAGE), total)
    row = access.mine(session, me, number)
    chosen = audience.who(session, row, me.today)
    count = audience.count(session, chosen)
    total = count.never + count.blocked
    at = nearest(page, total, PAGE)
    found = audience.unreached(session, chosen, PAGE, at * PAGE)
    return Outside(row, [Missed(*one) for one in found], at, pages_of(total, PAGE), total)
