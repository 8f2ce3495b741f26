"""What came to me: read, its quiz answered a question at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.broadcasts import access
from bot.actions.broadcasts.agreeing import waiting_for
from bot.actions.broadcasts.cards import first_words
from bot.actions.broadcasts.quizzing import Question, question_of
from bot.actions.broadcasts.spreading import still_asked
from bot.actions.days import office_day
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.trainings import hours
from bot.actions.waiting import Waiting
from bot.rules import broadcasts as rules
from bot.rules.authority import Role
from bot.rules.broadcasts import State
from bot.rules.trainings.hours import MINUTES
from bot.screens import Place, Went, place
from bot.texts import broadcasts as texts
from bot.texts import words
from bot.texts.broadcasts import quiz as quiz_texts
from storage.broadcasts import (
    Broadcast,
    BroadcastFile,
    BroadcastReader,
    open_quizzes,
    quizzes,
    rows,
)
from storage.broadcasts import reading as stored

PAGE, SOURCE = 5, "broadcast"


@dataclass(frozen=True, slots=True)
class Home:
    """What came to me: number, first words, whether I read it, whether its quiz waits for me."""

    items: Sequence[tuple[int, str, bool, bool]]
    page: int
    pages: int
    total: int
    writes: bool


@dataclass(frozen=True, slots=True)
class Read:
    """One of them. `asked`: its quiz is open to me; `questions` so many."""

    row: Broadcast
    reader: BroadcastReader
    file: BroadcastFile | None
    questions: int
    asked: bool
    sees: bool
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Asked:
    """Question `at` of `of` (from 0); `chosen` None: not answered yet."""

    row: Broadcast
    question: Question
    at: int
    of: int
    chosen: int | None


def home(session: Session, me: Me, page: int = 0) -> Home:
    """Newest first."""
    demand(session, me, "broadcasts.home", about=me.employee_id)
    _, total = stored.mine(session, me.employee_id, 0, 0)
    at = nearest(page, total, PAGE)
    found, _ = stored.mine(session, me.employee_id, PAGE, at * PAGE)
    items = [
        (one.row.id or 0, first_words(one.row), one.reader.read_at is not None,
         open_to(one.row, one.reader, me))
        for one in found
    ]  # fmt: skip
    return Home(items, at, pages_of(total, PAGE), total, me.has(Role.HR))


def open_to(row: Broadcast, reader: BroadcastReader, me: Me) -> bool:
    """Whether I may begin or go on with the quiz."""
    if reader.passed_at is not None or not still_asked(row, me.now):
        return False
    return reader.tries > reader.finished or not row.tries or reader.tries < row.tries


def read(session: Session, me: Me, number: int) -> Read:
    """One that came to me."""
    row, reader = access.got(session, me, number)
    return Read(
        row, reader, rows.file_of(session, number),
        len(rows.questions(session, number)) if row.mark else 0, open_to(row, reader, me),
        any(me.has(role) for role in access.LEADERS), me.zone,
    )  # fmt: skip


def seen(session: Session, me: Me, number: int) -> Went:
    """I have read it; of a copy that its author sent to herself nothing is noted."""
    row = rows.get(session, number)
    mine = row is not None and row.author_id == me.employee_id
    if mine and stored.get(session, number, me.employee_id) is None:
        demand(session, me, "broadcasts.read", about=me.employee_id)
        still = row is not None and row.state == State.DRAFT and me.has(Role.HR)
        opens = place("broadcasts.preview", number) if still else place("home.menu")
        return Went(opens, texts.only_a_copy())
    access.got(session, me, number)
    stored.seen(session, number, me.employee_id, me.now)
    return Went(place("broadcasts.read", number), texts.noted())


def start(session: Session, me: Me, number: int) -> Place:
    """Begin a try, or go on with the one I am in. Raises Refused."""
    row, reader = access.got(session, me, number)
    if not open_to(row, reader, me):
        raise Refused(texts.quiz_over(), "over")
    stored.seen(session, number, me.employee_id, me.now)
    if reader.tries == reader.finished:
        quizzes.begin(session, number, me.employee_id, reader.tries)
        return place("broadcasts.question", number, 0)
    given = quizzes.answers(session, number, me.employee_id, reader.tries)
    left = [at for at, one in enumerate(rows.questions(session, number)) if one.id not in given]
    return place("broadcasts.question", number, left[0] if left else 0)


def question(session: Session, me: Me, number: int, at: int) -> Asked:
    """One question of the try I am in, or was in last."""
    row, reader = access.got(session, me, number)
    questions = rows.questions(session, number)
    if not reader.tries or not 0 <= at < len(questions):
        raise Refused(words.not_available(), "question")
    given = quizzes.answers(session, number, me.employee_id, reader.tries)
    one = question_of(questions[at])
    return Asked(row, one, at, len(questions), given.get(one.id))


def answer(session: Session, me: Me, number: int, at: int, choice: int) -> Went:
    """My one answer to it in this try; the last one ends the try. Raises Refused."""
    row, reader = access.got(session, me, number)
    asked = question(session, me, number, at)
    here = place("broadcasts.question", number, at)
    if not 0 <= choice < len(asked.question.options):
        raise Refused(words.not_available(), "choice")
    if not still_asked(row, me.now):
        raise Refused(texts.quiz_over(), "over")
    if asked.chosen is not None:
        return Went(here, quiz_texts.answered_before())
    if reader.finished >= reader.tries:  # what was chosen in that try was erased
        raise Refused(texts.quiz_over(), "over")
    attempt, mine = reader.tries, (number, me.employee_id)
    quizzes.answer(session, *mine, attempt, asked.question.id, choice)
    given = quizzes.answers(session, *mine, attempt)
    questions = rows.questions(session, number)
    if len(given) == len(questions):
        right = sum(given[one.id or 0] == one.right for one in questions)
        _finish(session, me, row, reader, right, len(questions))
    return Went(here)


def _finish(
    session: Session, me: Me, row: Broadcast, reader: BroadcastReader, right: int, of: int
) -> None:
    """Keep the best; whoever passes is credited with the hours that the office gives for it."""
    number, score = row.id or 0, rules.percent(right, of)
    passed = rules.passed(right, of, row.mark)
    when = me.now if passed else reader.passed_at
    best = max(score, reader.best)
    if not quizzes.finish(session, number, me.employee_id, reader.tries, best, when):
        return
    if passed and row.credit:
        hours.credit(
            session, SOURCE, number, me.employee_id, title=quiz_texts.credited(first_words(row)),
            minutes=row.credit * MINUTES, way=rules.WAY, ended_on=me.today, now=me.now,
            by=row.approved_by,
        )  # fmt: skip


def waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """Broadcasts that wait for my word as the second person, and quizzes for my answers."""
    judged = [
        Waiting(texts.waits_for_you(), place("broadcasts.judge", one.id or 0))
        for one in waiting_for(session, me)
    ]
    asked = [
        Waiting(quiz_texts.waits(text.partition("\n")[0]), place("broadcasts.read", number), until)
        for number, text, until in open_quizzes.unanswered(
            session, me.employee_id, office_day(me.now)
        )
    ]
    return [*judged, *asked]
