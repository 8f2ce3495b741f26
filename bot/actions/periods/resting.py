"""What everybody owes is read once; a tick after which nothing can have changed reads nobody."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlmodel import Session

from bot.actions.days import agency_days
from bot.actions.periods import settling
from bot.actions.periods.settling import Due
from bot.rules.periods import Days
from storage import audit

ANYWAY = timedelta(hours=1)
"""How long a look is believed, should anything ever change that left no entry."""


class When(NamedTuple):
    """This moment, its day at both ends of the agency, and the newest entry of the trail."""

    now: datetime
    today: Days
    entry: int


class Asked(NamedTuple):
    """Who looks (`owed`, `yearly`), at which period, and acts by which nobody owes otherwise.

    `idle` are beginnings of their names: what follows from such an act, it has seen to itself.
    """

    by: str
    period: int
    idle: Collection[str]


class Look(NamedTuple):
    """When everybody was read, and what is still to be brought since."""

    when: When
    left: Due


# Only what this process saw itself; what others do since is in the trail, which all share.
_SEEN: WeakKeyDictionary[object, dict[tuple[str, int], Look]] = WeakKeyDictionary()


def begin(session: Session, now: datetime) -> When:
    """To be called before anything is read: what is done meanwhile comes behind that entry."""
    entry = audit.newest(session)
    return When(now, agency_days(session, now), entry)


def settle(session: Session, asked: Asked, when: When, read: Callable[[], Due], room: int) -> int:
    """Make, move and take back at most `room` duties; how many, 0 once all is as wanted.

    `read` compares what everybody owes with what is there. It is called once and not for each
    `room`: what is left is kept, and when all of it is brought everybody is read once more.
    """
    made, look = 0, _holds(session, asked, when)
    if look and not look.left.many:
        return 0
    if look:
        left = settling.bring(session, look.left, when.now, room)
        made = look.left.many - left.many
        if left.many:
            _note(session, asked, look._replace(left=left))
            return made
    due = read()
    left = settling.bring(session, due, when.now, room - made)
    if left.back or (due.many and not left.many):  # owed again only by who reads that now
        _of(session).pop((asked.by, asked.period), None)
    else:
        _note(session, asked, Look(when, left))
    return made + due.many - left.many


def _holds(session: Session, asked: Asked, when: When) -> Look | None:
    """The last look, if it is of today and not old, and only idle acts were done since."""
    look = _of(session).get((asked.by, asked.period))
    if look is None or look.when.today != when.today:
        return None
    if when.entry < look.when.entry:  # another database is in that place now, as from a backup
        return None
    if not look.when.now <= when.now < look.when.now + ANYWAY:
        return None
    if look.when.entry == when.entry:
        return look
    acts = audit.acts_since(session, look.when.entry)
    if not all(act.startswith(tuple(asked.idle)) for act in acts):
        return None
    look = look._replace(when=look.when._replace(entry=when.entry))
    _note(session, asked, look)  # so that no entry is read twice
    return look


def _note(session: Session, asked: Asked, look: Look) -> None:
    _of(session)[asked.by, asked.period] = look


def _of(session: Session) -> dict[tuple[str, int], Look]:
    return _SEEN.setdefault(session.get_bind().engine, {})
