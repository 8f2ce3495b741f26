"""A broadcast as it will come, for whom, and what keeps it from being sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.achievements.grounds import scheme_on
from bot.actions.broadcasts import access, audiences
from bot.actions.broadcasts.access import waits_as
from bot.actions.broadcasts.audiences import Sizes
from bot.actions.broadcasts.cards import Draft, look, starts_of
from bot.actions.broadcasts.quizzing import Question, question_of
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.broadcasts import State, wants_second
from bot.rules.evidence import EvidenceState
from bot.texts import words
from storage import employees
from storage.broadcasts import Broadcast, rows


@dataclass(frozen=True, slots=True)
class Preview:
    """It as it will come, for whom, and what is still missing (a code of `bot.texts`).

    `second`: another person must agree.
    """

    draft: Draft
    sizes: Sizes
    second: bool
    missing: str
    author: str
    questions: Sequence[Question]
    mine: bool


def preview(session: Session, me: Me, number: int) -> Preview:
    """Of a draft of mine."""
    return _preview(session, me, access.draft(session, me, number))


def asked(session: Session, me: Me, number: int) -> Preview:
    """Of one of mine that waits for a second person, or for its hour."""
    row = access.mine(session, me, number)
    if waits_as(row) not in (State.ASKED, State.PLANNED):
        raise Refused(words.changed_since(), "state")
    return _preview(session, me, row)


def judging(session: Session, me: Me, number: int) -> Preview:
    """Of one to which I may agree."""
    return _preview(session, me, access.asked(session, me, number))


def _preview(session: Session, me: Me, row: Broadcast) -> Preview:
    draft = look(session, row)
    sizes = audiences.sizes(session, row, me)
    questions = [question_of(one) for one in rows.questions(session, row.id or 0)]
    author = employees.get(session, row.author_id)
    return Preview(
        draft, sizes, _second(session, row, sizes.count.people, me),
        _missing(draft, questions, sizes, me), author.name if author else "", questions,
        row.author_id == me.employee_id,
    )  # fmt: skip


def _second(session: Session, row: Broadcast, people: int, me: Me) -> bool:
    alone = scheme_on(session, me.today).broadcasts.alone
    return wants_second(people, alone, duty=row.duty, credit=row.credit)


def _missing(draft: Draft, questions: Sequence[Question], sizes: Sizes, me: Me) -> str:
    """A code for what keeps it from being sent; "" for nothing."""
    row, file = draft.row, draft.file
    starts = starts_of(row)
    if not row.text:
        return "text"
    if file is not None and file.state != EvidenceState.KEPT:
        return "waiting" if file.state == EvidenceState.WAITING else "refused"
    if not all(one.whole for one in questions) or (row.mark and not questions):
        return "question"
    if not sizes.count.reached:
        return "nobody"
    if starts is not None and starts <= me.now.replace(tzinfo=None):
        return "past"
    return "" if row.tested == row.version else "test"
