"""A poll before it is open: its question, its answers, and telling everybody of it."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.forums import typed
from bot.actions.forums.polls import hosted, of_mine, record, tell
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import polls as rules
from bot.rules.polls import PollKind, PollState
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.forums import polls as texts
from bot.texts.language import on_paper
from storage import agreement
from storage import forum_polls as polls
from storage.columns import vault_of
from storage.forum_polls import ForumPoll
from storage.forums import Forum


def begin(session: Session, me: Me, forum_id: int, kind: str) -> Went:
    """A new one, of which only the host knows until it is opened. Raises Refused."""
    forum = hosted(session, me, forum_id)
    if len(polls.of(session, forum_id, drafts=True)) >= rules.MOST_POLLS:
        raise Refused(texts.enough(rules.MOST_POLLS), "enough")
    question = on_paper(str)(texts.QUESTIONS[PollKind(kind)])
    row = ForumPoll(
        forum_id=forum.id or 0, kind=PollKind(kind), question=question,
        made_at=me.now,
    )  # fmt: skip
    return Went(place("forums.poll", polls.begin(session, row)))


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
        record(session, me.now, me.employee_id, "poll", row, {"days": days, "said": said})
        tell(session, "poll", row, me.now)
    return Went(place("forums.poll", poll_id), texts.opened())


def _draft(session: Session, me: Me, poll_id: int) -> tuple[ForumPoll, Forum]:
    row, forum = of_mine(session, me, poll_id)
    if row.state != PollState.DRAFT:
        raise Refused(words.changed_since(), "opened")
    return row, forum
