"""Polls of a forum as they are found: who takes part votes once, nobody is told who voted what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import rights
from bot.actions.forums import access
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import polls as rules
from bot.rules.forums import Meeting
from bot.rules.polls import PollKind, PollState
from bot.screens import Went, place
from bot.texts import words
from bot.texts.forums import polls as texts
from storage import audit, forums, outbox, remindables
from storage import forum_polls as polls
from storage.forum_polls import ForumPoll
from storage.forums import OPEN, Forum
from storage.outbox import Kind, Owed


@dataclass(frozen=True, slots=True)
class Option:
    """One answer; `start` in the zone of the host. `votes` is 0 until the poll is closed."""

    id: int
    text: str
    start: datetime | None
    votes: int
    mine: bool


@dataclass(frozen=True, slots=True)
class Poll:
    """One poll as I find it; `voted` so many people, `fixable`: its dates may become the time."""

    id: int
    forum_id: int
    meeting: Meeting
    kind: PollKind
    state: PollState
    question: str
    options: Sequence[Option]
    voted: int
    closes: datetime | None
    hosting: bool
    fixable: bool


@dataclass(frozen=True, slots=True)
class Polls:
    """All of a forum, newest first."""

    forum_id: int
    meeting: Meeting
    hosting: bool
    lines: Sequence[tuple[int, str, PollState]]


def listed(session: Session, me: Me, forum_id: int) -> Polls:
    """The polls of a forum that I host or am invited to; drafts for the host."""
    found = access.opened(session, me, forum_id)
    hosting = found.forum.host_id == me.employee_id and found.forum.state == OPEN
    rows = polls.of(session, forum_id, drafts=hosting)[: rules.MOST_POLLS]
    lines = [(one.id or 0, one.question, PollState(one.state)) for one in rows]
    return Polls(forum_id, access.meeting(found.forum, found.host), hosting, lines)


def card(session: Session, me: Me, poll_id: int) -> Poll:
    """One of a forum that I host or am invited to."""
    row = polls.get(session, poll_id)
    found = access.opened(session, me, row.forum_id if row else 0)
    hosting = found.forum.host_id == me.employee_id and found.forum.state == OPEN
    if row is None or (row.state == PollState.DRAFT and not hosting):
        raise Refused(words.not_available(), "missing")
    zone, mine = ZoneInfo(found.forum.zone), polls.mine(session, poll_id, me.employee_id)
    options = [
        Option(
            one.id or 0, one.text, one.starts_at.astimezone(zone) if one.starts_at else None,
            one.votes, one.id == mine,
        )
        for one in polls.options(session, poll_id)
    ]  # fmt: skip
    closed = row.state == PollState.CLOSED
    starts = found.forum.starts_at
    return Poll(
        poll_id, row.forum_id, access.meeting(found.forum, found.host), PollKind(row.kind),
        PollState(row.state), row.question, options,
        sum(one.votes for one in options) if closed else polls.count(session, poll_id),
        row.closes_at.astimezone(me.zone) if row.closes_at else None, hosting,
        hosting and closed and row.kind == PollKind.DATE and starts is not None
        and me.now < starts,
    )  # fmt: skip


def vote(session: Session, me: Me, poll_id: int, option_id: int) -> Went:
    """My one vote; it may be changed until the poll closes. Raises Refused."""
    at = card(session, me, poll_id)
    rights.demand(session, me, "forums.poll", about=me.employee_id, state=at.state.value)
    forum = forums.get(session, at.forum_id)
    if forum is None or forum.state != OPEN:
        raise Refused(words.not_available(), "cancelled")
    if option_id not in {one.id for one in at.options}:
        raise Refused(words.not_available(), "option")
    if not polls.vote(session, poll_id, me.employee_id, option_id, me.now):
        raise Refused(texts.is_closed(), "closed")
    return Went(place("forums.poll", poll_id), texts.voted())


def told(session: Session, what: str, poll_id: int) -> tuple[Meeting, str] | None:
    """What a letter is about, while it still is so."""
    row = polls.get(session, poll_id)
    forum = forums.get(session, row.forum_id) if row else None
    wanted = PollState.OPEN if what == "poll" else PollState.CLOSED
    if row is None or forum is None or forum.state != OPEN or row.state != wanted:
        return None
    return access.meeting(forum, ""), row.question


def tell(session: Session, what: str, row: ForumPoll, now: datetime) -> None:
    """Write to everybody who takes part, once about each `what`: `poll` or `poll_closed`."""
    opens, facts = place("forums.poll", row.id or 0), {"poll": row.id}
    people = remindables.people(session, row.forum_id)
    owed = [Owed(f"poll/{row.id}/{what}/{one}", one, facts, opens) for one in people]
    outbox.put_many(session, Kind.REMINDER, f"forums.{what}", now, owed)


def record(
    session: Session, now: datetime, by: int | None, verb: str, row: ForumPoll,
    facts: dict[str, object],
) -> None:  # fmt: skip
    """Note in the trail what became of a poll; `by` is None when the clock closed it."""
    audit.record(session, now, by, f"forums.{verb}", f"poll/{row.id}", facts)


def hosted(session: Session, me: Me, forum_id: int) -> Forum:
    """A forum of mine that is not called off. Raises Refused."""
    forum = access.hosted(session, me, "forums.host", forum_id)
    if forum.state != OPEN:
        raise Refused(words.not_available(), "cancelled")
    return forum


def of_mine(session: Session, me: Me, poll_id: int) -> tuple[ForumPoll, Forum]:
    """A poll of a forum of mine, with the forum. Raises Refused."""
    row = polls.get(session, poll_id)
    forum = hosted(session, me, row.forum_id if row else 0)
    assert row is not None
    return row, forum
