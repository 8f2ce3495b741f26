"""The morning hour of a person: a working day, outside quiet hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.actions.holidays import calendar_around
from bot.rules.holidays import Decreed
from bot.rules.workdays import NoWorkday, QuietHours, WorkCalendar, next_welcome
from storage.recipients import Addressee

MORNING = time(8, 0)
DAY = timedelta(days=1)


class Mornings:
    """Reckoned once for all people of the same zone, week and quiet hours, by these days off."""

    def __init__(self, now: datetime, decreed: Decreed) -> None:
        self.now = now
        self.decreed = decreed
        self._known: dict[tuple[str, int, QuietHours], datetime | None] = {}

    def today(self, who: Addressee) -> datetime | None:
        """When to speak to this person today, None when today is not the day or over."""
        key = (who.zone, who.days_per_week, who.quiet)
        if key not in self._known:
            self._known[key] = self._today(who)
        return self._known[key]

    def next(self, who: Addressee) -> datetime:
        """The next morning after today on which this person may be spoken to."""
        return self.after(who, who.today(self.now) + DAY)

    def after(self, who: Addressee, day: date) -> datetime:
        """The first morning on or after that day."""
        local = who.local(self.now)
        start = datetime.combine(day, MORNING, local.tzinfo)
        return next_welcome(start, self.calendar_of(who, day), who.quiet)

    def _today(self, who: Addressee) -> datetime | None:
        local = who.local(self.now)
        start = max(local, datetime.combine(local.date(), MORNING, local.tzinfo))
        try:
            welcome = next_welcome(start, self.calendar_of(who, local.date()), who.quiet)
        except NoWorkday:
            return None
        return welcome if welcome.date() == local.date() else None

    def calendar_of(self, who: Addressee, day: date) -> WorkCalendar:
        """The working calendar of the person's unit around that day."""
        return calendar_around(who.days_per_week, day, self.decreed)
