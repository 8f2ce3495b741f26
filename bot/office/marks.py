"""The named moments of the clock, and the reminders that people have had before it began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.actions.holidays import calendar_for
from bot.actions.openings import OPENINGS
from bot.actions.reminders.mornings import MORNING
from bot.actions.reminders.stages import plan_of
from bot.office.desk import NOW, WEEK, WIB
from bot.rules.forums import HOUR_BEFORE, day_reminder
from bot.rules.reminders import Stage, StageKind, ladder
from storage import duties
from storage.forums import Forum
from storage.periods import Period
from storage.reminders import Reminder

REPORT, RATING, FORUM = "laporan triwulan", "penilaian atasan", "forum"
SHOWN = (StageKind.OPENING, StageKind.BEFORE, StageKind.DAY, StageKind.OVERDUE)
Mark = tuple[datetime, str]


def marks(session: Session, period: Period, forum: Forum) -> Sequence[Mark]:
    """Mornings on which the running quarter reminds, and the forum's moments; earliest first."""
    rating_opens = period.submit_until + timedelta(1)
    found = [
        *_of_duty(session, period, REPORT, period.opens_on, period.submit_until),
        *_of_duty(session, period, RATING, rating_opens, period.rate_until),
        *_of_forum(forum),
    ]
    return sorted(mark for mark in found if mark[0] > NOW)


def _of_duty(
    session: Session, period: Period, name: str, opens: date, due: date
) -> Iterator[Mark]:
    plan = plan_of(session, period.id or 0, due)
    for stage in ladder(opens, due, plan, calendar_for(*WEEK)):
        if stage.kind in SHOWN:
            yield datetime.combine(stage.day, MORNING, WIB), _label(stage, name)


def _label(stage: Stage, name: str) -> str:
    match stage.kind:
        case StageKind.OPENING:
            return f"{name.capitalize()} dibuka"
        case StageKind.BEFORE:
            return f"H-{stage.distance} {name}"
        case StageKind.DAY:
            return f"Tenggat {name}"
        case _:
            return f"Lewat {stage.distance} hari kerja, {name}"


def _of_forum(forum: Forum) -> Iterator[Mark]:
    assert forum.starts_at is not None
    start = forum.starts_at.astimezone(WIB)
    yield day_reminder(start, calendar_for(*WEEK)), f"Sehari sebelum {FORUM}"
    yield start - HOUR_BEFORE, f"Satu jam sebelum {FORUM}"
    yield start, f"{FORUM.capitalize()} dimulai"


def remember(session: Session) -> None:
    """Note every stage up to now as told, so that the first minute repeats none of them."""
    today = NOW.date()
    for duty in duties.all_open(session, today):
        plan = plan_of(session, duty.period_id, today)
        announced = OPENINGS[duty.kind].announced
        due = max(duty.opens_on, duty.due_on)
        for stage in ladder(duty.opens_on, due, plan, calendar_for(*WEEK)):
            told = stage.day <= today and not (announced and stage.kind is StageKind.OPENING)
            if told:
                at = datetime.combine(stage.day, MORNING, WIB)
                session.add(
                    Reminder(
                        duty_id=duty.id or 0, stage=stage.key, to_id=duty.owner_id,
                        planned_at=at, tell_at=at, digest=f"digest/{duty.owner_id}/{stage.day}",
                    )
                )  # fmt: skip
    session.flush()
