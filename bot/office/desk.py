"""What every part of the invented office needs: the people by key, dice, and local moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.holidays import calendar_for
from bot.office.people import ZONES, Member
from bot.rules.roster import ZONES as IANA

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 10, 9, 0, tzinfo=WIB)
WEEK = (5, (2026, 2027))  # working days, and the years that matter here


@dataclass(slots=True)
class Office:
    """`ids` are numbers in the roster by key, `units` those of units by name.

    `used` are the stories that each person has told already.
    """

    session: Session
    dice: Random
    members: Mapping[str, Member]
    ids: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    used: dict[str, set[str]] = field(default_factory=dict)

    def superior_of(self, key: str) -> int:
        """The number of the direct superior. KeyError for the head of the agency."""
        return self.ids[self.members[key].superior]

    def at(self, key: str, day: date, hour: int, minute: int = 0) -> datetime:
        """A moment in the zone of that person's unit."""
        zone = ZoneInfo(IANA[ZONES[self.members[key].unit]])
        return datetime.combine(day, time(hour, minute), zone)

    def in_hours(self, key: str, day: date) -> datetime:
        """Some minute of that office day."""
        return self.at(key, day, self.dice.randint(8, 15), self.dice.randrange(60))

    def workday(self, first: date, last: date) -> date:
        """Some working day between these, both included; the next one after long holidays."""
        calendar = calendar_for(*WEEK)
        days = [first + timedelta(n) for n in range((last - first).days + 1)]
        working = [day for day in days if calendar.is_workday(day)]
        return self.dice.choice(working or [calendar.next_workday(last)])


def wib(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment at the head office."""
    return datetime.combine(day, time(hour, minute), WIB)
