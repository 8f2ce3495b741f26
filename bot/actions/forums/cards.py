"""What people see of a forum: their list, the card, the guests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import rights
from bot.actions.forums import access, calendars
from bot.actions.me import Me
from bot.actions.waiting import Waiting
from bot.rules import forums as rules
from bot.rules.forums import Answer, Meeting
from bot.screens import place
from bot.texts import forums as texts
from bot.texts import words
from storage import forums, guests, invitations, invited
from storage.forums import CANCELLED, Forum
from storage.guests import Counts, Guest
from storage.invitations import Invitation
from storage.invited import Line

PAGE = 5
MOST_WAITING = 5


@dataclass(frozen=True, slots=True)
class Mine:
    """A page of my forums; `draft` is the one I am planning."""

    lines: Sequence[Line]
    zone: ZoneInfo
    past: bool
    page: int
    more: bool
    draft: int | None
    may_create: bool
    hears: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A forum as I find it; `answer` None means I am its host. `ahead` wait before me.

    `order`: which one it is of how many, where it is of a series.
    """

    id: int
    meeting: Meeting
    zone: ZoneInfo
    state: str
    reason: str
    counts: Counts
    answer: Answer | None
    unconfirmed: bool
    ahead: int
    attended: bool
    can_answer: bool
    can_change: bool
    doors_open: bool
    sequence: int
    order: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Guests:
    """A page of a host's list."""

    id: int
    zone: ZoneInfo
    which: str
    page: int
    more: bool
    lines: Sequence[Guest]
    counts: Counts


def mine(session: Session, me: Me, which: str = "next", page: int = 0) -> Mine:
    """My forums, to come (`next`) or over (`past`), a page at a time."""
    rights.demand(session, me, "forums.list", about=me.employee_id)
    past, page = which == "past", max(page, 0)
    found = invited.mine(session, me.employee_id, me.now, past, page, PAGE + 1)
    draft = forums.draft_of(session, me.employee_id)
    may = draft is not None or access.may_create(session, me)
    more, hears = len(found) > PAGE, past and rights.allowed(session, me, "forums.watch")
    return Mine(found[:PAGE], me.zone, past, page, more, draft.id if draft else None, may, hears)


def card(session: Session, me: Me, forum_id: int) -> Card:
    """A forum that I host or am invited to."""
    forum, invitation, host, sex = access.opened(session, me, forum_id)
    meeting = access.meeting(forum, words.addressed(host, sex))
    is_open = forum.state == forums.OPEN
    return Card(
        id=forum_id,
        meeting=meeting,
        zone=me.zone,
        state=_state(forum, me.now),
        reason=(forum.reason or "") if forum.state == CANCELLED else "",
        counts=invitations_counted(session, forum),
        answer=Answer(invitation.answer) if invitation else None,
        unconfirmed=_unconfirmed(forum, invitation),
        ahead=_ahead(session, invitation),
        attended=invitation is not None and invitation.attended_at is not None,
        can_answer=is_open and invitation is not None and me.now < meeting.start,
        can_change=is_open and invitation is None and me.now < meeting.start,
        doors_open=is_open and rules.doors_open(meeting.start, meeting.end, me.now),
        sequence=forum.sequence,
        order=calendars.order_of(session, forum),
    )


def people(session: Session, me: Me, forum_id: int, which: str, page: int = 0) -> Guests:
    """Who gave which answer, or attended; for the host only."""
    forum = access.hosted(session, me, "forums.host", forum_id)
    page = max(page, 0)
    found = guests.guests(session, forum_id, forum.sequence, which, page, PAGE + 1)
    rights.seen(session, me, "forums.host", [one.employee_id for one in found[:PAGE]])
    counted = invitations_counted(session, forum)
    return Guests(forum_id, me.zone, which, page, len(found) > PAGE, found[:PAGE], counted)


def invitations_counted(session: Session, forum: Forum) -> Counts:
    return guests.counts(session, forum.id or 0, forum.sequence)


def moments(now: datetime) -> invited.Moments:
    """What `invited.waiting_for` looks for at this moment."""
    opens, closes = now + rules.DOORS_OPEN, now - rules.DOORS_CLOSE
    return invited.Moments(now, now + rules.SOON, opens, closes, MOST_WAITING)


def waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """Invitations that I have not answered, and doors that are open to me now."""
    found = invited.waiting_for(session, me.employee_id, moments(me.now))
    return [
        Waiting(
            texts.ENTER_CODE if one.answer == invitations.SEATED and not one.unconfirmed
            else texts.unanswered(one.kind),
            place("forums.card", one.id),
            one.starts_at.astimezone(me.zone).date(),
        )
        for one in found
    ]  # fmt: skip


def _state(forum: Forum, now: datetime) -> str:
    if forum.state == CANCELLED:
        return "cancelled"
    assert forum.starts_at is not None
    assert forum.ends_at is not None
    if now < forum.starts_at:
        return "planned"
    return "running" if now <= forum.ends_at else "over"


def _unconfirmed(forum: Forum, invitation: Invitation | None) -> bool:
    return (
        invitation is not None
        and invitation.answer != invitations.NONE
        and invitation.answered_for < forum.sequence
        and forum.state == forums.OPEN
    )


def _ahead(session: Session, invitation: Invitation | None) -> int:
    if invitation is None or invitation.answer != invitations.QUEUED:
        return 0
    return invitations.ahead(session, invitation)
