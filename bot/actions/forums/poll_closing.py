"""The end of a poll, and taking the date it found."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.forums import typed
from bot.actions.forums.polls import Poll, card, of_mine, record, tell
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.polls import PollState
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.forums import polls as texts
from storage import forum_polls as polls
from storage import forums
from storage.forum_polls import ForumPoll
from storage.forums import OPEN

CHUNK = 50


def closing(session: Session, me: Me, poll_id: int) -> Poll:
    """The question before it is closed. Raises Refused."""
    of_mine(session, me, poll_id)
    found = card(session, me, poll_id)
    if found.state is not PollState.OPEN:
        raise Refused(texts.is_closed(), "closed")
    return found


def close(session: Session, me: Me, poll_id: int) -> Went:
    """Close it now: everybody who takes part may read the result."""
    row, _ = of_mine(session, me, poll_id)
    if not _close(session, row, me.employee_id, me.now):
        return Went(place("forums.poll", poll_id), texts.is_closed())
    return Went(place("forums.poll", poll_id), texts.closed())


def fix(session: Session, me: Me, poll_id: int, option_id: int) -> Place:
    """Take this date: the host sees what speaks against it before anybody is told."""
    row, forum = of_mine(session, me, poll_id)
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


def _close(session: Session, row: ForumPoll, by: int | None, now: datetime) -> bool:
    if not polls.close(session, row.id or 0, by, now):
        return False
    votes = [one.votes for one in polls.options(session, row.id or 0)]
    record(session, now, by, "close_poll", row, {"votes": votes})
    tell(session, "poll_closed", row, now)
    return True
