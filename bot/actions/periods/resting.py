"""Whether everything owed is there still: then a tick reads nobody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlmodel import Session

from bot.rules.periods import Days
from storage import audit

ANYWAY = timedelta(hours=1)
"""How long a look is believed, should anything ever change that left no entry."""


class Look(NamedTuple):
    """When everything owed of a period was found there, and the newest entry before that look."""

    period: int
    today: Days
    at: datetime
    entry: int


# Only what this process saw itself; what others do since is in the trail, which all share.
_SEEN: WeakKeyDictionary[object, Look] = WeakKeyDictionary()


def begin(session: Session, period: int, now: datetime, today: Days) -> Look:
    """To be called before looking: what is done meanwhile comes behind it in the trail."""
    return Look(period, today, now, audit.newest(session))


def rests(session: Session, look: Look, idle: Collection[str]) -> bool:
    """Whether the day is the same, and only acts whose names begin so were done since."""
    seen = _SEEN.get(_engine(session))
    if seen is None or (seen.period, seen.today) != (look.period, look.today):
        return False
    if not seen.at <= look.at < seen.at + ANYWAY:
        return False
    if look.entry == seen.entry:
        return True
    return all(act.startswith(tuple(idle)) for act in audit.acts_since(session, seen.entry))


def note(session: Session, look: Look) -> None:
    """Everything was there."""
    _SEEN[_engine(session)] = look


def _engine(session: Session) -> object:
    return session.get_bind().engine
