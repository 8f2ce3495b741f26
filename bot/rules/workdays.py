"""Working days of a unit, and the hours in which a person may be spoken to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

LONGEST_SEARCH = 400
FRIDAY = 4
FASTING = {5: (time(15), time(8)), 6: (time(14), time(8))}
"""Quiet from and until in the fasting month, by the days of the working week.

The office works from 08.00 to 15.00, of six days to 14.00 (Perpres 21/2023: 32.5 hours a week).
"""
_DAY = timedelta(days=1)


class NoWorkday(ValueError):
    """No working day within reach: a calendar full of holidays, or an absence without an end."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Monday to Friday (5) or to Saturday (6), without national holidays and cuti bersama.

    `fasting` are the days of the fasting months.
    """

    days_per_week: int = 5
    holidays: frozenset[date] = frozenset()
    fasting: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.days_per_week not in (5, 6):
            raise ValueError("a unit works five or six days a week")

    def is_workday(self, day: date) -> bool:
        return day.weekday() < self.days_per_week and day not in self.holidays

    def next_workday(self, on_or_after: date) -> date:
        """NoWorkday when there is none within 400 days."""
        return self._search(on_or_after, 1)

    def previous_workday(self, on_or_before: date) -> date:
        """NoWorkday when there is none within 400 days."""
        return self._search(on_or_before, -1)

    def add_workdays(self, day: date, n: int) -> date:
        """The nth working day after `day` (before it for a negative n); `day` itself for 0."""
        step = 1 if n > 0 else -1
        for _ in range(abs(n)):
            day = self._search(day + timedelta(step), step)
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative when `end` is earlier.

        For working days the inverse of add_workdays.
        """
        if end < start:
            return -self._count(end, start)
        return self._count(start + _DAY, end + _DAY)

    def _count(self, first: date, stop: date) -> int:
        weeks, rest = divmod((stop - first).days, 7)
        tail = (first + timedelta(n) for n in range(rest))
        days = weeks * self.days_per_week + sum(d.weekday() < self.days_per_week for d in tail)
        return days - sum(
            first <= day < stop and day.weekday() < self.days_per_week for day in self.holidays
        )

    def _search(self, day: date, step: int) -> date:
        for _ in range(LONGEST_SEARCH):
            if self.is_workday(day):
                return day
            day += timedelta(step)
        raise NoWorkday(f"no working day within {LONGEST_SEARCH} days")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Nothing unasked from `start` to `end` (over midnight when later), nor at Friday prayer.

    Equal start and end: no quiet time but the prayer. The ends are welcome again, the starts not.
    `own`: chosen by the person, so they hold in the fasting month too.
    """

    start: time = time(17, 0)
    end: time = time(7, 30)
    prayer: tuple[time, time] = (time(11, 30), time(13, 0))
    own: bool = False

    def on(self, day: date, calendar: WorkCalendar) -> "QuietHours":
        """Those of one day: wider in the fasting month, unless the person chose them."""
        if self.own or day not in calendar.fasting:
            return self
        start, end = FASTING[calendar.days_per_week]
        return QuietHours(start, end, self.prayer)

    def welcome_from(self, day: date, clock: time) -> time | None:
        """The first welcome time of `day` at or after `clock`; None when the day is over."""
        for start, end in sorted(self._spans(day), key=lambda span: span[0]):
            if start <= clock and (end is None or clock < end):
                if end is None:
                    return None
                clock = end
        return clock

    def _spans(self, day: date) -> list[tuple[time, time | None]]:
        spans: list[tuple[time, time | None]] = []
        if self.start < self.end:
            spans.append((self.start, self.end))
        elif self.start > self.end:
            spans += [(time.min, self.end), (self.start, None)]
        if day.weekday() == FRIDAY:
            spans.append(self.prayer)
        return spans


def next_welcome(
    moment: datetime,
    calendar: WorkCalendar,
    quiet: QuietHours,
    absent: Sequence[tuple[date, date]] = (),
) -> datetime:
    """The first moment at or after `moment` on a working day, not absent, outside quiet hours.

    `moment` is aware and in the person's zone, so is the answer; `absent` are first and last days.
    ValueError for a naive moment; NoWorkday when no such day lies within reach.
    """
    if moment.tzinfo is None:
        raise ValueError("the moment must know its zone")
    day, clock = moment.date(), moment.time()
    for _ in range(LONGEST_SEARCH):
        present = _present(day, absent)
        free = calendar.next_workday(present)
        if free != day:
            day, clock = free, time.min
        elif (welcome := quiet.on(day, calendar).welcome_from(day, clock)) is not None:
            return datetime.combine(day, welcome, moment.tzinfo)
        else:
            day, clock = day + _DAY, time.min
    raise NoWorkday(f"no welcome hour within {LONGEST_SEARCH} steps")


def _present(day: date, absent: Sequence[tuple[date, date]]) -> date:
    for first, last in sorted(absent):
        if first <= day <= last:
            if last == date.max:
                raise NoWorkday("absent without an end")
            day = last + _DAY
    return day
