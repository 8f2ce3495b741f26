"""Another time, another place, or no forum at all: everybody is told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.forums import access, following, typed
from bot.actions.forums.following import ALL
from bot.actions.forums.summaries import Warned, announce, warnings
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import forums as rules
from bot.rules.forums import Meeting
from bot.rules.stamps import stamp, still
from bot.screens import Place, Went, place
from bot.texts import forums as texts
from bot.texts import words
from storage import audiences, audit, forums, remindables
from storage.forums import OPEN, Forum


@dataclass(frozen=True, slots=True)
class Changing:
    """A sent forum, and what its host is about to change; moments in the zone of the host.

    `seen` marks what nobody has been told yet. So many of its series follow (`later`); moved
    as far, some would fall on days off (`later_off`).
    """

    id: int
    meeting: Meeting
    now: datetime
    said_start: datetime | None
    new_start: datetime | None
    new_place: str
    reason: str
    warned: Sequence[Warned]
    seen: str
    later: int
    later_off: Sequence[date]


def changing(session: Session, me: Me, forum_id: int) -> Changing:
    """What is about to change."""
    forum = _changeable(session, me, "forums.change", forum_id)
    zone = ZoneInfo(forum.zone)
    meeting = access.meeting(forum, me.name)
    planned = following.moves(session, forum, me.now)
    return Changing(
        id=forum_id,
        meeting=meeting,
        now=me.now,
        said_start=forum.said_start.astimezone(zone) if forum.said_start else None,
        new_start=forum.new_start.astimezone(zone) if forum.new_start else None,
        new_place=forum.new_place or "",
        reason=forum.reason or "",
        warned=_warned(session, forum, meeting, me),
        seen=stamp(*_untold(forum)),
        later=len(planned),
        later_off=following.days_off(session, planned) if forum.new_start else (),
    )


def _warned(session: Session, forum: Forum, meeting: Meeting, me: Me) -> Sequence[Warned]:
    """What speaks against the new time for the people invited."""
    start = forum.said_start or forum.new_start
    if start is None:
        return []
    there = start.astimezone(meeting.start.tzinfo)
    later = replace(meeting, start=there, end=there + (meeting.end - meeting.start))
    return warnings(
        session, later, me.zone, audiences.groups(session, audiences.invited(forum.id or 0))
    )


def say_time(session: Session, me: Me, forum_id: int, text: str) -> Place:
    """Another time was typed; it awaits its Ya. Raises Refused."""
    forum = _changeable(session, me, "forums.change", forum_id)
    said = typed.start(text, me.now, ZoneInfo(forum.zone))
    forums.change(session, forum_id, OPEN, {"said_start": said})
    return place("forums.time", forum_id)


def confirm_time(session: Session, me: Me, forum_id: int) -> Place:
    """Ya: this time is meant; nobody is told yet."""
    forum = _changeable(session, me, "forums.change", forum_id)
    if forum.said_start is not None:
        typed.check_start(forum.said_start, me.now)
        kept = forum.said_start if forum.said_start != forum.starts_at else None
        forums.change(session, forum_id, OPEN, {"new_start": kept, "said_start": None})
    return place("forums.change", forum_id)


def retype_time(session: Session, me: Me, forum_id: int) -> Place:
    """Ubah: another time will be typed."""
    _changeable(session, me, "forums.change", forum_id)
    forums.change(session, forum_id, OPEN, {"said_start": None})
    return place("forums.time", forum_id)


def say_place(session: Session, me: Me, forum_id: int, text: str) -> Place:
    """Another place or link was typed; nobody is told yet. Raises Refused."""
    forum = _changeable(session, me, "forums.change", forum_id)
    said = typed.tidy(text, rules.PLACE_LIMIT)
    kept = said if said != forum.place else None
    forums.change(session, forum_id, OPEN, {"new_place": kept})
    return place("forums.change", forum_id)


def forget(session: Session, me: Me, forum_id: int) -> Place:
    """Leave everything as it was told."""
    _changeable(session, me, "forums.change", forum_id)
    forums.change(session, forum_id, OPEN, _nothing_new())
    return place("forums.card", forum_id)


def tell(session: Session, me: Me, forum_id: int, seen: str = "", which: str = "") -> Went | Place:
    """Make the changes that were `seen` and tell everybody once; answers are to be confirmed.

    With `which` "all", those of its series that follow are moved as far, and the one letter says
    so. Raises Refused.
    """
    forum = _changeable(session, me, "forums.change", forum_id)
    if not still(seen, *_untold(forum)):
        return Went(place("forums.change", forum_id), words.changed_since())
    if forum.new_start is None and forum.new_place is None:
        return place("forums.card", forum_id)
    if forum.new_start is not None:
        typed.check_start(forum.new_start, me.now)
    time = forum.new_start is not None
    planned = following.moves(session, forum, me.now) if which == ALL else []
    if not forums.move(session, forum, me.now):
        return place("forums.card", forum_id)
    later = following.move(session, planned, forum, me.now, me.employee_id, time=time)
    if time:
        remindables.forget(session, forum_id)
    people = remindables.people(session, forum_id)
    announce(session, forum_id, forum.sequence + 1, "moved", people, me.now, later)
    facts = {"sequence": forum.sequence + 1, "people": len(people)}
    audit.record(session, me.now, me.employee_id, "forums.change", f"forum/{forum_id}", facts)
    return Went(place("forums.card", forum_id), texts.moved(len(people)))


def say_reason(session: Session, me: Me, forum_id: int, text: str) -> Place:
    """Why there will be no forum; the host is asked once more. Raises Refused."""
    _changeable(session, me, "forums.cancel", forum_id)
    reason = typed.tidy(text, rules.REASON_LIMIT)
    forums.change(session, forum_id, OPEN, {"reason": reason})
    return place("forums.cancel", forum_id)


def cancel(
    session: Session, me: Me, forum_id: int, seen: str = "", which: str = ""
) -> Went | Place:
    """Cancel for good for the reason that was `seen` and tell everybody once; with `which` "all"
    together with those of its series that follow. Raises Refused.
    """
    forum = access.hosted(session, me, "forums.host", forum_id)
    if forum.state != OPEN:
        return place("forums.card", forum_id)
    _changeable(session, me, "forums.cancel", forum_id)
    if not forum.reason:
        return place("forums.cancel", forum_id)
    if not still(seen, *_untold(forum)):
        return Went(place("forums.cancel", forum_id), words.changed_since())
    sequence = forum.sequence + 1
    ended = {"state": forums.CANCELLED, "cancelled_at": me.now, "changed_at": me.now}
    if forums.change(session, forum_id, OPEN, {**ended, "sequence": sequence}):
        people = remindables.people(session, forum_id)
        later = following.cancel(session, forum, me.now, me.employee_id) if which == ALL else 0
        announce(session, forum_id, sequence, "cancelled", people, me.now, later)
        facts = {"sequence": sequence, "people": len(people)}
        audit.record(session, me.now, me.employee_id, "forums.cancel", f"forum/{forum_id}", facts)
    return Went(place("forums.card", forum_id), texts.called_off())


def _changeable(session: Session, me: Me, action: str, forum_id: int) -> Forum:
    """My forum before its start. Raises Refused."""
    forum = access.hosted(session, me, action, forum_id)
    if forum.starts_at is None or forum.starts_at <= me.now:
        raise Refused(texts.too_late_to_change(), "started")
    return forum


def _untold(forum: Forum) -> tuple[object, ...]:
    starts = forum.new_start.timestamp() if forum.new_start else None
    return forum.sequence, starts, forum.new_place, forum.reason


def _nothing_new() -> dict[str, object]:
    return {"new_start": None, "new_place": None, "said_start": None}
