"""Questions for a forum, with or without a name, voted up by those invited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.forums import access
from bot.actions.forums.typed import tidy
from bot.actions.me import Me
from bot.actions.pages import nearest
from bot.actions.refusals import Refused
from bot.rules import forums as rules
from bot.rules.forums import Meeting
from bot.screens import Place, Went, place
from bot.texts import forums as texts
from bot.texts import words
from storage import audit, questions
from storage.forums import OPEN, Forum
from storage.invited import Seen
from storage.questions import ForumQuestion, Line

PAGE = 3
NAMED = "named"


@dataclass(frozen=True, slots=True)
class Questions:
    """A page of them; `open` while they may be asked and voted for."""

    id: int
    meeting: Meeting
    me_id: int
    hosting: bool
    open: bool
    total: int
    page: int
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Asking:
    """A question about to be typed."""

    id: int
    meeting: Meeting
    named: bool
    name: str


def listed(session: Session, me: Me, forum_id: int, page: int = 0) -> Questions:
    """The questions of a forum that I host or am invited to."""
    found = access.opened(session, me, forum_id)
    meeting = access.meeting(found.forum, found.host)
    total = questions.total(session, forum_id)
    at = nearest(page, total, PAGE)
    return Questions(
        id=forum_id,
        meeting=meeting,
        me_id=me.employee_id,
        hosting=found.forum.host_id == me.employee_id,
        open=_is_open(found.forum, me),
        total=total,
        page=at,
        lines=questions.page(session, forum_id, me.employee_id, at * PAGE, PAGE),
    )


def asking(session: Session, me: Me, forum_id: int, how: str = "") -> Asking:
    """What do you want to ask?"""
    found = _open(session, me, forum_id)
    return Asking(forum_id, access.meeting(found.forum, found.host), how == NAMED, me.name)


def say(session: Session, me: Me, forum_id: int, how: str, text: str) -> Went:
    """Ask it. Without a name nothing is kept of who did, nor when. Raises Refused."""
    _open(session, me, forum_id)
    said = tidy(text, rules.QUESTION_LIMIT)
    writer = me.employee_id if how == NAMED else None
    most = rules.OWN_QUESTIONS if writer else rules.UNNAMED_QUESTIONS
    if questions.count(session, forum_id, writer) >= most:
        raise Refused(texts.enough_questions(named=writer is not None), "enough")
    questions.ask(session, forum_id, said, writer)
    return Went(place("forums.questions", forum_id, 0), texts.asked())


def vote(session: Session, me: Me, question_id: int) -> Place:
    """I want this one answered, too; or no longer."""
    row = _there(session, question_id)
    _open(session, me, row.forum_id)
    questions.vote(session, question_id, me.employee_id)
    return place("forums.questions", row.forum_id, 0)


def hide(session: Session, me: Me, question_id: int) -> Went:
    """The host takes one from the list."""
    row = _there(session, question_id)
    access.hosted(session, me, "forums.host", row.forum_id)
    return _gone(session, me, row)


def take_back(session: Session, me: Me, question_id: int) -> Went:
    """I take back what I asked with my name. Raises Refused."""
    row = _there(session, question_id)
    _open(session, me, row.forum_id)
    if row.writer_id != me.employee_id:
        raise Refused(words.not_available(), "foreign")
    return _gone(session, me, row)


def _there(session: Session, question_id: int) -> ForumQuestion:
    row = questions.get(session, question_id)
    if row is None or row.hidden:
        raise Refused(words.not_available(), "missing")
    return row


def _gone(session: Session, me: Me, row: ForumQuestion) -> Went:
    about = f"forum/{row.forum_id}"
    if questions.hide(session, row.id or 0):
        audit.record(session, me.now, me.employee_id, "forums.hide_question", about)
    return Went(place("forums.questions", row.forum_id, 0), texts.question_gone())


def _open(session: Session, me: Me, forum_id: int) -> Seen:
    found = access.opened(session, me, forum_id)
    rights.demand(session, me, "forums.ask", about=me.employee_id, state=found.forum.state)
    if not _is_open(found.forum, me):
        raise Refused(texts.questions_closed(), "over")
    return found


def _is_open(forum: Forum, me: Me) -> bool:
    assert forum.ends_at is not None
    return forum.state == OPEN and me.now <= forum.ends_at
