"""The clocks of an objection, as last days; every one may be shown as days left."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.schemes import ObjectionRules
from bot.rules.workdays import WorkCalendar

ANSWER_WORKDAYS = 2


class Start(StrEnum):
    """What the window runs from."""

    RECEIPT = "receipt"  # the employee's own tap
    HANDOVER = "handover"  # handed over on paper, as recorded by HR
    DEEMED = "deemed"  # neither: the days for handing over have passed


@dataclass(frozen=True, slots=True)
class Window:
    """In which an objection may be filed, both days included."""

    first: date
    last: date
    start: Start

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Clocks:
    """Last days to explain oneself and to decide; neither ends the objection when it passes."""

    hearing_until: date
    decision_until: date


def window(
    published: date,
    rules: ObjectionRules,
    calendar: WorkCalendar,
    *,
    received: date | None = None,
    handed_over: date | None = None,
) -> Window:
    """When an objection may be filed: `rules.days` calendar days from the receipt.

    The day of receipt is not counted: received on the 1st, 14 days, the 15th is the last. The law
    counts days and not working days (PP 30/2019 art. 59), and the chat is open on holidays, so
    nothing is moved. The earliest of tap, recorded hand-over and the end of
    `rules.receipt_workdays` working days after publication starts it; nobody keeps a result open
    by not looking, and who saw nothing before the window still may object until it closes. Before
    the receipt the window is open as well, from publication on. ValueError for a receipt before
    publication.
    """
    starts = {
        Start.RECEIPT: received,
        Start.HANDOVER: handed_over,
        Start.DEEMED: calendar.add_workdays(published, rules.receipt_workdays),
    }
    known = [(day, start) for start, day in starts.items() if day is not None]
    day, start = min(known, key=lambda one: one[0])
    if day < published:
        raise ValueError("received before it was published")
    return Window(published, day + timedelta(rules.days), start)


def clocks(filed: date, rules: ObjectionRules, calendar: WorkCalendar) -> Clocks:
    """Both sides have `rules.hearing_workdays` working days, the decision `rules.decision_days`.

    A decision is never due before the working day after the hearing: over long holidays it waits.
    The regulation names no days for these steps; they are the scheme's.
    """
    hearing = calendar.add_workdays(filed, rules.hearing_workdays)
    decision = max(filed + timedelta(rules.decision_days), calendar.add_workdays(hearing, 1))
    return Clocks(hearing, decision)


def after_explanation(limits: Clocks, explained: date, calendar: WorkCalendar) -> Clocks:
    """The limits once a superior has explained: the employee has two working days to answer.

    So nobody is silenced by an explanation on the last day; the decision waits as long.
    """
    hearing = max(limits.hearing_until, calendar.add_workdays(explained, ANSWER_WORKDAYS))
    decision = max(limits.decision_until, calendar.add_workdays(hearing, 1))
    return Clocks(hearing, decision)


def days_left(until: date, today: date) -> int:
    """0 on the last day itself, negative when it has passed."""
    return (until - today).days
