"""When somebody who owes something is reminded, and who is told when it stays undone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.workdays import NoWorkday, WorkCalendar


class StageKind(StrEnum):
    OPENING = "opening"
    BEFORE = "before"
    DAY = "day"
    OVERDUE = "overdue"
    ESCALATION = "escalation"


class Recipient(StrEnum):
    OWNER = "owner"
    SUPERIOR = "superior"
    SUPERIORS_SUPERIOR = "superiors_superior"


@dataclass(frozen=True, slots=True)
class Escalation:
    """`workdays` after the deadline the undone duty is told to somebody else."""

    workdays: int
    to: Recipient


@dataclass(frozen=True, slots=True)
class ReminderPlan:
    """Part of a scheme. `before` are calendar days, `overdue` and escalations working days."""

    opening: bool = True
    before: tuple[int, ...] = (14, 7, 3, 1)
    on_the_day: bool = True
    overdue: tuple[int, ...] = (1, 3)
    escalations: tuple[Escalation, ...] = (
        Escalation(3, Recipient.SUPERIOR),
        Escalation(5, Recipient.SUPERIORS_SUPERIOR),
    )


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the ladder of one recipient, and the day on which it falls.

    The sentence told counts the days left itself: a missed stage is caught up on a later day.
    """

    kind: StageKind
    distance: int
    to: Recipient
    day: date

    @property
    def key(self) -> str:
        """Unique within a duty: `opening`, `h-7`, `day`, `overdue+3`, `escalation+5`."""
        match self.kind:
            case StageKind.BEFORE:
                return f"h-{self.distance}"
            case StageKind.OVERDUE | StageKind.ESCALATION:
                return f"{self.kind}+{self.distance}"
            case _:
                return self.kind.value


def ladder(
    opens: date,
    due: date,
    plan: ReminderPlan,
    calendar: WorkCalendar,
    to: Recipient = Recipient.OWNER,
) -> tuple[Stage, ...]:
    """All stages of a duty for one recipient, earliest first, at most one a day.

    A stage before the deadline that falls on a day off moves to the working day before it, the
    opening to the one after it; none lies before the opening, none of them after the deadline.
    Of two on one day the more urgent stays. ValueError when the duty is due before it opens.
    """
    if due < opens:
        raise ValueError("due before it opens")
    latest_first: list[Stage] = []
    for stage in reversed(list(_stages(opens, due, plan, calendar))):
        next_day = latest_first[-1].day if latest_first else date.max
        if stage.to is to and opens <= stage.day < next_day:
            latest_first.append(stage)
    return tuple(reversed(latest_first))


def stage_for(
    opens: date,
    due: date,
    today: date,
    plan: ReminderPlan,
    calendar: WorkCalendar,
    to: Recipient = Recipient.OWNER,
    done: Collection[str] = (),
) -> Stage | None:
    """The one stage to be told now, given the keys of those `done`; None when there is none.

    Of several missed only the latest counts. Once a stage is done no earlier one comes back,
    however the clock jumps; one from before the deadline is not caught up after it.
    """
    whole = ladder(opens, due, plan, calendar, to)
    come = [stage for stage in whole if stage.day <= today]
    if not come or any(stage.key in done for stage in whole[len(come) - 1 :]):
        return None
    stale = today > due and come[-1].kind in _UNTIL_DUE
    return None if stale else come[-1]


_UNTIL_DUE = (StageKind.OPENING, StageKind.BEFORE, StageKind.DAY)


def _stages(opens: date, due: date, plan: ReminderPlan, calendar: WorkCalendar) -> Iterator[Stage]:
    """From the least to the most urgent."""
    owner = Recipient.OWNER
    if plan.opening:
        yield Stage(StageKind.OPENING, 0, owner, _opening_day(opens, due, calendar))
    for distance in sorted(plan.before, reverse=True):
        day = calendar.previous_workday(due - timedelta(distance))
        yield Stage(StageKind.BEFORE, distance, owner, day)
    if plan.on_the_day:
        yield Stage(StageKind.DAY, 0, owner, calendar.previous_workday(due))
    for distance in sorted(plan.overdue):
        yield Stage(StageKind.OVERDUE, distance, owner, calendar.add_workdays(due, distance))
    for step in sorted(plan.escalations, key=lambda step: step.workdays):
        day = calendar.add_workdays(due, step.workdays)
        yield Stage(StageKind.ESCALATION, step.workdays, step.to, day)


def _opening_day(opens: date, due: date, calendar: WorkCalendar) -> date:
    """A duty that lies wholly in days off is still told once, on its first day."""
    try:
        day = calendar.next_workday(opens)
    except NoWorkday:
        return opens
    return day if day <= due else opens
