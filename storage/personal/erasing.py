"""Deleting what a person may erase, group by group; nothing of it stays readable afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from sqlalchemy import delete, func, literal, select, update
from sqlmodel import Session, col

from bot.rules.personal import Erasable
from storage import thanks
from storage.accounts import Account
from storage.achievements import Achievement
from storage.broadcasts import BroadcastAnswer, BroadcastReader
from storage.certificates import Certificate
from storage.mentoring import MentorNote, MentorOffer, MentorWish
from storage.personal.erased import Erased, Where
from storage.personal.unsent import (
    count_unread,
    draft_columns,
    draft_rows,
    erase_drafts,
    never_sent,
)
from storage.questions import ForumQuestion, QuestionVote
from storage.stories import Story
from storage.talks.tables import TalkNote

_DRAFTS = (
    "achievement", "evidence", "evidencemark", "evidencetwin", "contribution", "nomination",
    "forum", "careerdraft", "peerdraft", "explanation", "report", "reportpart", "resultreply",
    "personalrequest", "breach", "thanks", "forumopinion", "trainingcorrection", "failedupdate",
)  # fmt: skip
TOUCHED: Mapping[Erasable, Collection[str]] = {
    Erasable.DRAFTS: _DRAFTS,
    Erasable.NOTES: ("talknote", "mentornote"),
    Erasable.STORIES: ("story",),
    Erasable.MENTORING: ("mentoroffer", "mentorwish"),
    Erasable.QUESTIONS: ("forumquestion", "questionvote"),
    Erasable.THANKS: ("thanks", "auditfacts"),
    Erasable.QUIZZES: ("broadcastanswer",),
    Erasable.CHOICES: ("account", "thanksconsent"),
}
"""The tables from which something may be erased, by group."""


def _notes(me: int) -> list[Where]:
    return [
        (TalkNote, (col(TalkNote.writer_id) == me, col(TalkNote.private).is_(True))),
        (MentorNote, (col(MentorNote.writer_id) == me,)),
    ]


def _stories(me: int) -> list[Where]:
    mine = select(col(Certificate.id)).where(col(Certificate.employee_id) == me)
    return [(Story, (col(Story.certificate_id).in_(mine),))]


def _mentoring(me: int) -> list[Where]:
    return [
        (MentorOffer, (col(MentorOffer.employee_id) == me,)),
        (MentorWish, (col(MentorWish.employee_id) == me,)),
    ]


def _questions(me: int) -> list[Where]:
    mine = select(col(ForumQuestion.id)).where(col(ForumQuestion.writer_id) == me)
    return [
        (QuestionVote, (col(QuestionVote.question_id).in_(mine),)),
        (ForumQuestion, (col(ForumQuestion.writer_id) == me,)),
    ]


def _quizzes(me: int) -> list[Where]:
    """Of tries that are finished: that somebody passed stays, for hours of learning hang on it."""
    done = (
        select(literal(1))
        .where(
            col(BroadcastReader.broadcast_id) == col(BroadcastAnswer.broadcast_id),
            col(BroadcastReader.employee_id) == me,
            col(BroadcastReader.finished) >= col(BroadcastAnswer.attempt),
        )
        .correlate(BroadcastAnswer)
        .exists()
    )
    return [(BroadcastAnswer, (col(BroadcastAnswer.employee_id) == me, done))]


def _erase_thanks(session: Session, me: int) -> Erased:
    """The words go; that somebody gave thanks, and when, is on record as it was."""
    numbers = thanks.with_words(session, me)
    thanks.empty(session, numbers)
    return Erased(len(numbers), thanks=tuple(numbers))


def _simply(which: Callable[[int], list[Where]]) -> Callable[[Session, int], Erased]:
    def erase(session: Session, me: int) -> Erased:
        run = session.connection().execute
        return Erased(sum(run(delete(table).where(*only)).rowcount for table, only in which(me)))

    return erase


def _chosen(me: int) -> Where:
    usual = (
        col(Account.digest).is_(True),
        col(Account.plain).is_(False),
        col(Account.language) == "id",
    )
    quiet = col(Account.quiet_from).is_(None)
    return (Account, (col(Account.employee_id) == me, ~(usual[0] & usual[1] & quiet)))


def _erase_choices(session: Session, me: int) -> Erased:
    table, which = _chosen(me)
    usual = {
        "quiet_from": None,
        "quiet_until": None,
        "digest": True,
        "plain": False,
        "language": "id",
    }
    changed = session.connection().execute(update(table).where(*which).values(**usual))
    return Erased(changed.rowcount)


_ERASERS: Mapping[Erasable, Callable[[Session, int], Erased]] = {
    Erasable.DRAFTS: erase_drafts,
    Erasable.NOTES: _simply(_notes),
    Erasable.STORIES: _simply(_stories),
    Erasable.MENTORING: _simply(_mentoring),
    Erasable.QUESTIONS: _simply(_questions),
    Erasable.THANKS: _erase_thanks,
    Erasable.QUIZZES: _simply(_quizzes),
    Erasable.CHOICES: _erase_choices,
}


def erase(session: Session, group: Erasable, me: int) -> Erased:
    """Delete it all. A second time finds nothing."""
    session.flush()
    erased = _ERASERS[group](session, me)
    session.expire_all()
    return erased


def count(session: Session, group: Erasable, me: int) -> int:
    """How many rows `erase` would touch, without those that go with another."""
    if group is Erasable.THANKS:
        return len(thanks.with_words(session, me))
    parts: dict[Erasable, list[Where]] = {
        Erasable.DRAFTS: [
            (Achievement, never_sent(me)), *draft_rows(me),
            *(where for where, _ in draft_columns(me)),
        ],
        Erasable.NOTES: _notes(me),
        Erasable.STORIES: _stories(me),
        Erasable.MENTORING: _mentoring(me),
        Erasable.QUESTIONS: _questions(me)[1:],
        Erasable.QUIZZES: _quizzes(me),
        Erasable.CHOICES: [_chosen(me)],
    }  # fmt: skip
    counted = [
        select(func.count()).select_from(table).where(*which).scalar_subquery()
        for table, which in parts[group]
    ]
    whole = counted[0]
    for one in counted[1:]:
        whole = whole + one  # type: ignore[assignment]
    many = int(session.connection().execute(select(whole)).scalar_one())
    return many + (count_unread(session, me) if group is Erasable.DRAFTS else 0)
