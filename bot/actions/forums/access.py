"""The only ways to a forum: as its host, or with an invitation."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.forums import ForumKind, Meeting
from bot.texts import words
from storage import absences, employees, forums
from storage import invited as invitees
from storage.forums import Forum
from storage.invitations import Invitation
from storage.invited import Seen


def hosted(session: Session, me: Me, action: str, forum_id: int) -> Forum:
    """A forum of which I am the host. Raises Refused, alike for missing and forbidden."""
    forum = forums.get(session, forum_id)
    if forum is None:
        raise Refused(words.not_available(), "missing")
    rights.demand(session, me, action, about=forum.host_id, state=forum.state)
    return forum


def opened(session: Session, me: Me, forum_id: int) -> Seen:
    """A forum that I host or am invited to, with both rows. Raises Refused."""
    seen = invitees.seen(session, forum_id, me.employee_id)
    if seen is None:
        raise Refused(words.not_available(), "missing")
    hosting = seen.forum.host_id == me.employee_id
    about = me.employee_id if hosting or seen.invitation else None
    rights.demand(session, me, "forums.open", about=about, state=seen.forum.state)
    return seen


def invited(session: Session, me: Me, action: str, forum_id: int) -> tuple[Forum, Invitation]:
    """A forum that I am invited to, and my invitation. Raises Refused."""
    seen = invitees.seen(session, forum_id, me.employee_id)
    if seen is None or seen.invitation is None:
        raise Refused(words.not_available(), "missing")
    rights.demand(session, me, action, about=me.employee_id, state=seen.forum.state)
    return seen.forum, seen.invitation


def may_create(session: Session, me: Me) -> bool:
    """Whether a role or people below me let me invite."""
    if rights.allowed(session, me, "forums.create", about=me.employee_id):
        return True
    chiefs = [held.absent_id for held in absences.mandates_held(session, me.employee_id, me.today)]
    led = (employees.reports(session, chief) for chief in (me.employee_id, *chiefs))
    first = next((people[0] for people in led if people), None)
    return first is not None and rights.allowed(session, me, "forums.create", about=first.id)


def meeting(forum: Forum, host: str) -> Meeting:
    """What people are told of a forum that has been sent."""
    assert forum.starts_at is not None
    assert forum.ends_at is not None
    zone = ZoneInfo(forum.zone)
    return Meeting(
        kind=ForumKind(forum.kind or ForumKind.FORUM),
        topic=forum.topic or "",
        start=forum.starts_at.astimezone(zone),
        end=forum.ends_at.astimezone(zone),
        place=forum.place or "",
        host=host,
        capacity=forum.capacity or 0,
    )
