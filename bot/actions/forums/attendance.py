"""Who is there: the host's code, new every minute, typed by the people in the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.forums import access, cards
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import forums as rules
from bot.rules.attendance import accepts, code_at
from bot.rules.forums import Meeting
from bot.screens import Place, Went, place
from bot.texts import forums as texts
from storage import audit, forums, invitations
from storage.forums import OPEN, Forum
from storage.invitations import Invitation

REMEMBERED = 15  # minutes for which an old code is known as such


@dataclass(frozen=True, slots=True)
class Code:
    """The code of this minute, None while the doors are closed."""

    id: int
    meeting: Meeting
    now: datetime
    code: str | None
    opens: datetime
    closes: datetime
    attended: int
    coming: int
    notable: bool


@dataclass(frozen=True, slots=True)
class Entering:
    """The prompt for a code; `outcome` says why the last one did not do."""

    id: int
    meeting: Meeting
    outcome: str
    open: bool
    over: bool
    opens: datetime
    attended_at: datetime | None
    again_at: datetime | None


def code(session: Session, me: Me, forum_id: int) -> Code:
    """What the host shows on the wall."""
    forum = access.hosted(session, me, "forums.host", forum_id)
    meeting = access.meeting(forum, me.name)
    is_open = forum.state == OPEN and rules.doors_open(meeting.start, meeting.end, me.now)
    counts = cards.invitations_counted(session, forum)
    return Code(
        id=forum_id,
        meeting=meeting,
        now=me.now,
        code=code_at(_secret(forum), me.now) if is_open else None,
        opens=(meeting.start - rules.DOORS_OPEN).astimezone(me.zone),
        closes=(meeting.end + rules.DOORS_CLOSE).astimezone(me.zone),
        attended=counts.attended,
        coming=counts.coming,
        notable=forum.state == OPEN
        and meeting.start - rules.DOORS_OPEN <= me.now <= meeting.end + rules.NOTED_WITHIN,
    )


def entering(session: Session, me: Me, forum_id: int, outcome: str = "") -> Entering:
    """Where a participant types the code."""
    forum, row = access.invited(session, me, "forums.attend", forum_id)
    meeting = access.meeting(forum, "")
    again = row.tries_since + rules.TRIES_WITHIN if row.tries_since else None
    return Entering(
        id=forum_id,
        meeting=meeting,
        outcome=outcome,
        open=rules.doors_open(meeting.start, meeting.end, me.now),
        over=me.now > meeting.end,
        opens=(meeting.start - rules.DOORS_OPEN).astimezone(me.zone),
        attended_at=row.attended_at.astimezone(me.zone) if row.attended_at else None,
        again_at=again.astimezone(me.zone) if again else None,
    )


def say_code(session: Session, me: Me, forum_id: int, text: str) -> Went | Place:
    """Type the code. A wrong one is counted, and the screen says what was wrong with it."""
    forum, row = access.invited(session, me, "forums.attend", forum_id)
    meeting = access.meeting(forum, "")
    if row.attended_at is not None:
        return place("forums.card", forum_id)
    if not rules.doors_open(meeting.start, meeting.end, me.now):
        opens = (meeting.start - rules.DOORS_OPEN).astimezone(me.zone)
        raise Refused(texts.doors_closed(opens, over=me.now > opens), "doors_closed")
    since = me.now - rules.TRIES_WITHIN
    if not invitations.try_code(session, row, me.now, since, rules.TRIES):
        return place("forums.attend", forum_id, "locked")
    if not accepts(_secret(forum), text, me.now):
        return place("forums.attend", forum_id, _what_is_wrong(session, forum, text, me.now))
    if row.answer != invitations.SEATED and not walk_in(session, forum_id, row, me.now):
        return place("forums.attend", forum_id, "full")
    note(session, row, me.now, me.employee_id)
    return Went(place("forums.card", forum_id), texts.welcome())


def note(session: Session, row: Invitation, now: datetime, by: int) -> bool:
    """Write down that somebody is there; False when that was noted before."""
    if not invitations.attend(session, row, now, by):
        return False
    facts = {"employee": row.employee_id}
    audit.record(session, now, by, "forums.attend", f"forum/{row.forum_id}", facts)
    return True


def walk_in(session: Session, forum_id: int, row: Invitation, now: datetime) -> bool:
    """A seat for somebody who did not say Hadir, if there is one."""
    entered = forums.enter(session, forum_id)
    if entered is None or not forums.take_seat(session, forum_id):
        return False
    invitations.answer(session, row, invitations.SEATED, now, entered.sequence, row.queue)
    return True


def _what_is_wrong(session: Session, forum: Forum, text: str, now: datetime) -> str:
    """`old`, `foreign` (of another forum that is held now) or `wrong`."""
    minutes = [now - timedelta(minutes=n) for n in range(REMEMBERED)]
    if any(accepts(_secret(forum), text, minute) for minute in minutes):
        return "old"
    held = forums.under_way(session, now - rules.DOORS_CLOSE, now + rules.DOORS_OPEN)
    others = (other for other in held if other.id != forum.id)
    return "foreign" if any(accepts(_secret(other), text, now) for other in others) else "wrong"


def _secret(forum: Forum) -> bytes:
    return bytes.fromhex(forum.secret)
