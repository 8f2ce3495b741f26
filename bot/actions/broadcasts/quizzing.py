"""Writing the quiz of a broadcast: questions, answers, its mark, tries, days and hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.broadcasts import access
from bot.actions.broadcasts.drafting import change
from bot.actions.forums import typed
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import broadcasts as rules
from bot.rules.broadcasts import OptionFault
from bot.screens import Place, place
from bot.texts import words
from bot.texts.broadcasts import fault
from bot.texts.broadcasts import quiz as texts
from storage.broadcasts import Broadcast, BroadcastQuestion, rows

USUAL = {"mark": 80, "tries": 0, "credit": 0, "quiz_days": 7}
NO_QUIZ = {"mark": 0, "credit": 0}


@dataclass(frozen=True, slots=True)
class Question:
    """As it will be asked; unfinished as long as options or explanation are empty."""

    id: int
    text: str
    options: Sequence[str]
    right: int
    explanation: str

    @property
    def whole(self) -> bool:
        return bool(self.options and self.explanation)


@dataclass(frozen=True, slots=True)
class Quiz:
    """All questions of a draft, and its rules."""

    row: Broadcast
    questions: Sequence[Question]


def question_of(one: BroadcastQuestion) -> Question:
    return Question(one.id or 0, one.text, rows.options_of(one), one.right, one.explanation)


def quiz(session: Session, me: Me, number: int) -> Quiz:
    """The quiz of a draft of mine."""
    row = access.draft(session, me, number)
    return Quiz(row, [question_of(one) for one in rows.questions(session, number)])


def say(session: Session, me: Me, number: int, text: str) -> Place:
    """The next part of the newest question: its text, its answers, why the right one is right."""
    at = quiz(session, me, number)
    here = place("broadcasts.quiz", number)
    open_ = [one for one in at.questions if not one.whole]
    if not open_:
        if len(at.questions) >= rules.MOST_QUESTIONS:
            raise Refused(texts.enough(rules.MOST_QUESTIONS), "enough")
        rows.add_question(session, number, typed.tidy(text, rules.QUESTION_LIMIT))
        change(session, at.row, **({} if at.row.mark else USUAL))
        return here
    one = open_[0]
    if not one.options:
        found = rules.read_options(text)
        if isinstance(found, OptionFault):
            raise Refused(fault(found), found)
        options = [typed.tidy(option, rules.OPTION_LIMIT) for option in found.texts]
        rows.set_question(session, one.id, options=rows.pack(options), right=found.right)
    else:
        said = typed.tidy(text, rules.EXPLANATION_LIMIT)
        rows.set_question(session, one.id, explanation=said)
    change(session, at.row)
    return here


def drop(session: Session, me: Me, number: int, question_id: int) -> Place:
    """Take a question out; without any there is no quiz."""
    row = access.draft(session, me, number)
    if rows.drop_question(session, number, question_id):
        left = rows.questions(session, number)
        change(session, row, **({} if left else NO_QUIZ))
    return place("broadcasts.quiz", number)


def set_rule(session: Session, me: Me, number: int, what: str, value: int) -> Place:
    """The mark, the tries, the days, or the hours of learning (JP) of it. Raises Refused."""
    row = access.draft(session, me, number)
    allowed = {
        "mark": rules.MARKS, "tries": rules.TRIES, "credit": rules.CREDITS,
        "quiz_days": rules.QUIZ_DAYS,
    }  # fmt: skip
    if value not in allowed.get(what, ()) or not row.mark:
        raise Refused(words.not_available(), "rule")
    change(session, row, **{what: value})
    return place("broadcasts.rules", number)
