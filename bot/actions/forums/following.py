"""What a change of one occurrence does to those of its series that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.holidays import workdays_around
from bot.rules.series import shifted
from storage import audit, forums, remindables, series
from storage.forums import OPEN, Forum

ALL = "all"
FIVE_DAYS = 5


@dataclass(frozen=True, slots=True)
class Move:
    """One that follows, and where it goes."""

    row: Forum
    start: datetime
    place: str | None


def moves(session: Session, forum: Forum, now: datetime) -> Sequence[Move]:
    """Where those that follow go, if they move as far as `forum` is about to."""
    new_place = forum.new_place
    found = [
        Move(one, _new_start(forum, one), new_place or one.place)
        for one in series.following(session, forum, now)
    ]
    return [one for one in found if one.start > now]


def days_off(session: Session, planned: Sequence[Move]) -> Sequence[date]:
    """Days off among the days to which they go."""
    days = [one.start.date() for one in planned]
    return [day for day in days if not workdays_around(session, FIVE_DAYS, day).is_workday(day)]


def move(
    session: Session, planned: Sequence[Move], forum: Forum, now: datetime, by: int, *, time: bool
) -> int:
    """Move them with `forum`; `time`: not only to another place. How many were."""
    moved = 0
    for one in planned:
        if not forums.shift(session, one.row, one.start, one.place, now):
            continue
        if time:
            remindables.forget(session, one.row.id or 0)
        facts = {"sequence": one.row.sequence + 1, "with": forum.id}
        audit.record(session, now, by, "forums.change", f"forum/{one.row.id}", facts)
        moved += 1
    return moved


def cancel(session: Session, forum: Forum, now: datetime, by: int) -> int:
    """Call off those that follow, for the same reason; how many were."""
    gone = 0
    ended = {"state": forums.CANCELLED, "cancelled_at": now, "changed_at": now}
    for one in series.following(session, forum, now):
        sequence = one.sequence + 1
        values = {**ended, "reason": forum.reason, "sequence": sequence}
        if forums.change(session, one.id or 0, OPEN, values):
            facts = {"sequence": sequence, "with": forum.id}
            audit.record(session, now, by, "forums.cancel", f"forum/{one.id}", facts)
            gone += 1
    return gone


def _new_start(forum: Forum, one: Forum) -> datetime:
    assert forum.starts_at is not None
    assert one.starts_at is not None
    zone = ZoneInfo(forum.zone)
    if forum.new_start is None:
        return one.starts_at.astimezone(zone)
    before, after = forum.starts_at.astimezone(zone), forum.new_start.astimezone(zone)
    return shifted(before, after, one.starts_at.astimezone(zone))
