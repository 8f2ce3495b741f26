"""Deleting what has been kept for as long as the schedule asks, a chunk at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, delete, func, literal, select
from sqlmodel import Session, SQLModel, col

from bot.rules.periods import PeriodState
from storage.achievements import Achievement
from storage.broadcasts import Broadcast, BroadcastAnswer
from storage.duties import Duty
from storage.evidence import Evidence
from storage.evidence import remove as remove_evidence
from storage.forum_opinions import ForumOpinion
from storage.forum_polls import ForumPoll, PollVote
from storage.forums import Forum
from storage.mentoring import MentorNote
from storage.outbox import Letter, State
from storage.peers.releases import PeerSentence
from storage.periods import Period
from storage.personal.erased import Erased
from storage.personal.looks import LookedAt
from storage.personal.requests import DRAFT, FILED, PersonalRequest
from storage.questions import ForumQuestion, QuestionVote
from storage.reminders import Look, Reminder
from storage.talks.tables import Talk, TalkNote

_OPEN = (State.WAITING, State.LEASED, State.SENDING)


class Expiring(NamedTuple):
    """A table whose rows go, the years that hold them, and which have been held long enough."""

    keeping: str
    table: type[SQLModel]
    which: Callable[[date], Any]
    key: Any


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _letters(before: date) -> Any:
    return (col(Letter.created_at) < _moment(before)) & col(Letter.state).not_in(_OPEN)


def _requests(before: date) -> Any:
    ended = col(PersonalRequest.state).not_in((DRAFT, FILED))
    return (col(PersonalRequest.decided_at) < _moment(before)) & ended


def _sentences(before: date) -> Any:
    old = select(col(Period.id)).where(col(Period.year) < before.year)
    return col(PeerSentence.period_id).in_(old)


def _notes(before: date) -> Any:
    talks = select(col(Talk.id)).where(col(Talk.noted_at) < _moment(before))
    return col(TalkNote.talk_id).in_(talks)


def _evidence(before: date) -> Any:
    old = select(col(Achievement.id)).where(col(Achievement.done_on) < before)
    return col(Evidence.achievement_id).in_(old)


def _quizzes(before: date) -> Any:
    old = select(col(Broadcast.id)).where(col(Broadcast.quiz_until) < before)
    return col(BroadcastAnswer.broadcast_id).in_(old)


def _old_forums(before: date) -> Any:
    return select(col(Forum.id)).where(col(Forum.ends_at) < _moment(before))


def _opinions(before: date) -> Any:
    return col(ForumOpinion.forum_id).in_(_old_forums(before))


def _poll_votes(before: date) -> Any:
    old = select(col(ForumPoll.id)).where(col(ForumPoll.forum_id).in_(_old_forums(before)))
    return col(PollVote.poll_id).in_(old)


def _question_votes(before: date) -> Any:
    old = select(col(ForumQuestion.id)).where(col(ForumQuestion.forum_id).in_(_old_forums(before)))
    return col(QuestionVote.question_id).in_(old)


def _questions(before: date) -> Any:
    voted = select(literal(1)).where(col(QuestionVote.question_id) == col(ForumQuestion.id))
    return col(ForumQuestion.forum_id).in_(_old_forums(before)) & ~voted.exists()


def _mentor_notes(before: date) -> Any:
    return col(MentorNote.written_at) < _moment(before)


def _ended_duties(before: date) -> Any:
    """Not of a quarter that goes on, however old: its duties say who rates whom."""
    ended = col(Duty.done_at).is_not(None) | col(Duty.cancelled_at).is_not(None)
    running = select(col(Period.id)).where(col(Period.state) != PeriodState.FINAL)
    return (col(Duty.due_on) < before) & ended & col(Duty.period_id).not_in(running)


def _untold(before: date) -> Any:
    told = select(literal(1)).where(col(Reminder.duty_id) == col(Duty.id))
    return _ended_duties(before) & ~told.exists()


def _duties(before: date) -> Any:
    """Of no quarter: what was done leaves its own record."""
    return _untold(before) & (col(Duty.period_id) == 0)


def _quarter_duties(before: date) -> Any:
    """Who had to rate whom until when explains a result as long as there is one to explain."""
    return _untold(before) & (col(Duty.period_id) != 0)


def _reminders(before: date) -> Any:
    return col(Reminder.duty_id).in_(select(col(Duty.id)).where(_ended_duties(before)))


EXPIRING: Mapping[str, Expiring] = {
    "looks": Expiring("looks", LookedAt, lambda day: col(LookedAt.day) < day, col(LookedAt.id)),
    "letters": Expiring("letters", Letter, _letters, col(Letter.id)),
    "sentences": Expiring("feedback", PeerSentence, _sentences, col(PeerSentence.id)),
    "notes": Expiring("notes", TalkNote, _notes, col(TalkNote.talk_id)),
    "requests": Expiring("notes", PersonalRequest, _requests, col(PersonalRequest.id)),
    "quizzes": Expiring("quizzes", BroadcastAnswer, _quizzes, col(BroadcastAnswer.employee_id)),
    "opinions": Expiring("notes", ForumOpinion, _opinions, col(ForumOpinion.forum_id)),
    "poll_votes": Expiring("notes", PollVote, _poll_votes, col(PollVote.poll_id)),
    "question_votes": Expiring(
        "notes", QuestionVote, _question_votes, col(QuestionVote.question_id)
    ),
    "questions": Expiring("notes", ForumQuestion, _questions, col(ForumQuestion.id)),
    "mentor_notes": Expiring("notes", MentorNote, _mentor_notes, col(MentorNote.mentoring_id)),
    "reminders": Expiring("duties", Reminder, _reminders, col(Reminder.id)),
    "quarter_duties": Expiring("appraisals", Duty, _quarter_duties, col(Duty.id)),
    "duties": Expiring("duties", Duty, _duties, col(Duty.id)),
    "evidence": Expiring("appraisals", Evidence, _evidence, col(Evidence.id)),
}
"""By name, votes before what they are for.

The levels behind anonymous sentences stay with the result that they made.
"""


def expired(session: Session, name: str, before: date) -> int:
    """How many rows would go."""
    one = EXPIRING[name]
    found: Select[Any] = select(func.count()).select_from(one.table).where(one.which(before))
    return int(session.connection().execute(found).scalar_one())


def expire(session: Session, name: str, before: date, limit: int) -> Erased:
    """Delete at most about so many; 0 when nothing is left."""
    one, run = EXPIRING[name], session.connection().execute
    asked = select(one.key).where(one.which(before)).order_by(one.key).limit(limit)
    numbers = list(run(asked).scalars())
    if not numbers:
        return Erased(0)
    if one.table is Evidence:
        names = select(col(Evidence.sha256)).where(col(Evidence.id).in_(numbers))
        files = frozenset(name for name in run(names).scalars() if name)
        remove_evidence(session, numbers)
        return Erased(len(numbers), files)
    if one.table is Duty:  # on which day the ladder looked at it
        run(delete(Look).where(col(Look.duty_id).in_(numbers)))
    gone = run(delete(one.table).where(one.key.in_(numbers), one.which(before)))
    session.expire_all()
    return Erased(gone.rowcount)
