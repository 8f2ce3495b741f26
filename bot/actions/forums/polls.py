"""Polls of a forum: its host asks, who takes part votes once, nobody is told who voted what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import rights
from bot.actions.forums import access, typed
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import polls as rules
from bot.rules.forums import Meeting
from bot.rules.polls import PollKind, PollState
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.forums import polls as texts
from bot.texts.language import on_paper
from storage import agreement, audit, forums, outbox, remindables
from storage import forum_polls as polls
from storage.columns import vault_of
from storage.forum_polls import ForumPoll
from storage.forums import OPEN, Forum
from storage.outbox import Kind, Owed

CHUNK = 50


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


def begin(session: Session, me: Me, forum_id: int, kind: str) -> Went:
    """A new one, of which only the host knows until it is opened. Raises Refused."""
    forum = _hosted(session, me, forum_id)
    if len(polls.of(session, forum_id, drafts=True)) >= rules.MOST_POLLS:
        raise Refused(texts.enough(rules.MOST_POLLS), "enough")
    question = on_paper(str)(texts.QUESTIONS[PollKind(kind)])
    row = ForumPoll(
        forum_id=forum.id or 0, kind=PollKind(kind), question=question,
        made_at=me.now,
    )  # fmt: skip
    return Went(place("forums.poll", polls.begin(session, row)))


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


def say(session: Session, me: Me, poll_id: int, text: str) -> Place:
    """An answer to choose from, of a poll for a date a moment; first of another its question."""
    row, forum = _draft(session, me, poll_id)
    here = place("forums.poll", poll_id)
    if not row.question:
        polls.ask(session, poll_id, typed.tidy(text, rules.QUESTION_LIMIT))
        return here
    there = polls.options(session, poll_id)
    if len(there) >= rules.MOST:
        raise Refused(texts.enough_options(rules.MOST), "enough")
    if row.kind == PollKind.DATE:
        start = typed.start(text, me.now, ZoneInfo(forum.zone))
        if start not in [one.starts_at for one in there]:
            polls.add_option(session, poll_id, "", start)
        return here
    said = typed.tidy(text, rules.OPTION_LIMIT)
    if said.casefold() not in [one.text.casefold() for one in there]:
        polls.add_option(session, poll_id, said, None)
    return here


def drop_option(session: Session, me: Me, poll_id: int, option_id: int) -> Place:
    """Take an answer out of a draft."""
    _draft(session, me, poll_id)
    polls.drop_option(session, poll_id, option_id)
    return place("forums.poll", poll_id)


def drop(session: Session, me: Me, poll_id: int) -> Went:
    """Throw a draft away."""
    row, _ = _draft(session, me, poll_id)
    polls.drop(session, poll_id)
    return Went(place("forums.polls", row.forum_id), texts.dropped())


def open_it(session: Session, me: Me, poll_id: int, days: int) -> Went:
    """Open it for so many days and tell everybody who takes part. Raises Refused."""
    row, _ = _draft(session, me, poll_id)
    if days not in rules.DAYS:
        raise Refused(words.not_available(), "days")
    if not row.question or len(polls.options(session, poll_id)) < rules.FEWEST:
        raise Refused(texts.too_few(rules.FEWEST), "too_few")
    if polls.open_it(session, poll_id, me.now + timedelta(days=days)):
        told = [
            agreement.option_said(one.text, one.starts_at)
            for one in polls.options(session, poll_id)
        ]
        said = agreement.mark(vault_of(session), row.question, *told)
        _record(session, me.now, me.employee_id, "poll", row, {"days": days, "said": said})
        _tell(session, "poll", row, me.now)
    return Went(place("forums.poll", poll_id), texts.opened())


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


def close(session: Session, me: Me, poll_id: int) -> Went:
    """Close it now: everybody who takes part may read the result."""
    row, _ = _mine(session, me, poll_id)
    if not _close(session, row, me.employee_id, me.now):
        return Went(place("forums.poll", poll_id), texts.is_closed())
    return Went(place("forums.poll", poll_id), texts.closed())


def fix(session: Session, me: Me, poll_id: int, option_id: int) -> Place:
    """Take this date: the host sees what speaks against it before anybody is told."""
    row, forum = _mine(session, me, poll_id)
    chosen = [one for one in polls.options(session, poll_id) if one.id == option_id]
    if row.state != PollState.CLOSED or not chosen or chosen[0].starts_at is None:
        raise Refused(words.not_available(), "option")
    rights.demand(session, me, "forums.change", about=forum.host_id, state=forum.state)
    typed.check_start(chosen[0].starts_at, me.now)
    kept = chosen[0].starts_at if chosen[0].starts_at != forum.starts_at else None
    forums.change(session, forum.id or 0, OPEN, {"new_start": kept, "said_start": None})
    return place("forums.change", forum.id or 0)


def close_due(session: Session, now: datetime) -> bool:
    """Close what is due; True while there is more."""
    found = polls.due(session, now, CHUNK)
    for row in found:
        _close(session, row, None, now)
    return len(found) == CHUNK


def told(session: Session, what: str, poll_id: int) -> tuple[Meeting, str] | None:
    """What a letter is about, while it still is so."""
    row = polls.get(session, poll_id)
    forum = forums.get(session, row.forum_id) if row else None
    wanted = PollState.OPEN if what == "poll" else PollState.CLOSED
    if row is None or forum is None or forum.state != OPEN or row.state != wanted:
        return None
    return access.meeting(forum, ""), row.question


def _close(session: Session, row: ForumPoll, by: int | None, now: datetime) -> bool:
    if not polls.close(session, row.id or 0, by, now):
        return False
    votes = [one.votes for one in polls.options(session, row.id or 0)]
    _record(session, now, by, "close_poll", row, {"votes": votes})
    _tell(session, "poll_closed", row, now)
    return True


def _tell(session: Session, what: str, row: ForumPoll, now: datetime) -> None:
    opens, facts = place("forums.poll", row.id or 0), {"poll": row.id}
    people = remindables.people(session, row.forum_id)
    owed = [Owed(f"poll/{row.id}/{what}/{one}", one, facts, opens) for one in people]
    outbox.put_many(session, Kind.REMINDER, f"forums.{what}", now, owed)


def _record(
    session: Session, now: datetime, by: int | None, verb: str, row: ForumPoll,
    facts: dict[str, object],
) -> None:  # fmt: skip
    audit.record(session, now, by, f"forums.{verb}", f"poll/{row.id}", facts)


def _hosted(session: Session, me: Me, forum_id: int) -> Forum:
    forum = access.hosted(session, me, "forums.host", forum_id)
    if forum.state != OPEN:
        raise Refused(words.not_available(), "cancelled")
    return forum


def _mine(session: Session, me: Me, poll_id: int) -> tuple[ForumPoll, Forum]:
    row = polls.get(session, poll_id)
    forum = _hosted(session, me, row.forum_id if row else 0)
    assert row is not None
    return row, forum


def _draft(session: Session, me: Me, poll_id: int) -> tuple[ForumPoll, Forum]:
    row, forum = _mine(session, me, poll_id)
    if row.state != PollState.DRAFT:
        raise Refused(words.changed_since(), "opened")
    return row, forum
