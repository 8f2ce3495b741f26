"""The day on which something was done: typed, echoed, confirmed."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from bot.actions import dates
from bot.actions.achievements.drafts import put
from bot.actions.achievements.owned import mine
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.achievements import DayFault, Step, day_fault
from bot.rules.phrases import Prefer
from bot.screens import Place, place
from bot.texts import achievements as texts
from bot.texts import words


def put_day(session: Session, me: Me, achievement_id: int, written: str) -> Place:
    """Set the day (`2026-08-12`) that a button offered."""
    return put(session, me, achievement_id, Step.DATE, done_on=fit_day(written, me.today))


def say_day(session: Session, me: Me, achievement_id: int, text: str) -> Place:
    """Understand a typed day; it is echoed, and set only when confirmed."""
    mine(session, me, "achievements.edit", achievement_id)
    read = dates.read_moment(text, me.now, Prefer.PAST)
    meant = [read] if isinstance(read, dates.Understood) else read.choices
    days = list(dict.fromkeys(one.moment.date() for one in meant))
    fitting = [day for day in days if day_fault(day, me.today) is None]
    if not days:
        raise Refused(texts.day_not_understood(), "no_day")
    if not fitting:
        fit_day(days[0].isoformat(), me.today)
    return place("achievements.day_asked", achievement_id, *(day.isoformat() for day in fitting))


def fit_day(written: str, today: date) -> date:
    """A day on which something can have been done. Raises Refused."""
    try:
        day = date.fromisoformat(str(written))
    except ValueError:
        raise Refused(words.not_available(), "no_day") from None
    match day_fault(day, today):
        case DayFault.FUTURE:
            raise Refused(texts.day_in_future(day), "future")
        case DayFault.ANCIENT:
            raise Refused(texts.day_too_old(day), "ancient")
    return day
