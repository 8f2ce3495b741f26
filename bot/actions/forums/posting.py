"""A post about a forum in the group of the host's unit, or the office's: nobody is named in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.actions.forums import access
from bot.actions.groups.coming import board
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.forum_links import is_address, link_argument
from bot.rules.forums import Meeting
from bot.screens import Went, place
from bot.texts.forums import posts as texts
from storage import audit, forum_posts, forums, outbox, profile
from storage.forum_posts import ForumPost
from storage.forums import CANCELLED, DRAFT, OPEN
from storage.outbox import Kind, State

TEMPLATE = "forums.post"
CHUNK = 50
UNDER_WAY = (State.WAITING, State.LEASED, State.SENDING)


@dataclass(frozen=True, slots=True)
class Post:
    """What is told in public: `place` is empty where it is an address of the net.

    `unit` is the one whose group it goes to, empty for the office's.
    """

    forum_id: int
    meeting: Meeting
    place: str
    cancelled: bool
    link: str
    posted: bool
    unit: str = ""


def preview(session: Session, me: Me, forum_id: int) -> Post:
    """The post before it goes out. Raises Refused without a group or channel."""
    forum = access.hosted(session, me, "forums.host", forum_id)
    where = board(session, me.unit_id)
    if where is None:
        raise Refused(texts.no_board(), "no_board")
    if forum.starts_at is None or forum.state != OPEN or forum.starts_at <= me.now:
        raise Refused(texts.too_late(), "started")
    found = public(session, forum_id)
    assert found is not None
    return replace(found, unit=where.unit)


def post(session: Session, me: Me, forum_id: int) -> Went:
    """Announce it, once; later changes are brought into the same message."""
    preview(session, me, forum_id)
    forum, where = forums.get(session, forum_id), board(session, me.unit_id)
    assert forum is not None
    assert where is not None
    row = ForumPost(
        forum_id=forum_id, chat_id=where.chat_id, posted_by=me.employee_id, posted_at=me.now,
        sequence=forum.sequence,
    )  # fmt: skip
    if not forum_posts.add(session, row):
        return Went(place("forums.more", forum_id), texts.posted_already())
    facts = {"forum": forum_id}
    key = forum_posts.key(forum_id)
    outbox.put(session, key, Kind.REMINDER, TEMPLATE, me.now, chat_id=where.chat_id, facts=facts)
    audit.record(session, me.now, me.employee_id, "forums.post", f"forum/{forum_id}")
    return Went(place("forums.more", forum_id), texts.posted())


def public(session: Session, forum_id: int) -> Post | None:
    """What the post says now; None for what is no forum that was sent."""
    forum = forums.get(session, forum_id)
    if forum is None or forum.state == DRAFT:
        return None
    meeting, username = access.meeting(forum, ""), profile.username(session) or ""
    where = "" if is_address(meeting.place) else meeting.place
    link = f"https://t.me/{username}?start={link_argument(forum_id)}" if username else ""
    there = forum_posts.there(session, forum_id)
    return Post(forum_id, meeting, where, forum.state == CANCELLED, link, there)


def bring_up(session: Session, now: datetime) -> None:
    """Edit posts whose forum moved or was cancelled, a few at each tick.

    One that is still on its way is waited for: it says what is so when it leaves.
    """
    found = forum_posts.outdated(session, CHUNK)
    for post, sequence, letter in found:
        if letter.state in UNDER_WAY:
            continue
        if letter.state == State.SENT and letter.message_id is not None:
            outbox.put(
                session, f"{letter.key}/{sequence}", Kind.CARD, TEMPLATE, now,
                chat_id=letter.chat_id, facts={"forum": post.forum_id}, edits=letter.message_id,
            )  # fmt: skip
        forum_posts.shown(session, post.forum_id, sequence)
