"""My own achievement, asked for by the right, and what of it is answered."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.achievements import Step
from bot.texts import words
from storage import achievements
from storage.achievements import Achievement


def mine(session: Session, me: Me, action: str, achievement_id: int) -> Achievement:
    """The achievement, held until the transaction ends. Raises Refused without the right."""
    return _allowed(session, me, action, achievements.lock(session, achievement_id))


def seen(session: Session, me: Me, action: str, achievement_id: int) -> Achievement:
    """The achievement to be looked at. Raises Refused without the right."""
    return _allowed(session, me, action, achievements.get(session, achievement_id))


def _allowed(session: Session, me: Me, action: str, row: Achievement | None) -> Achievement:
    if row is None:
        raise Refused(words.not_available(), "forbidden")
    rights.demand(session, me, action, about=row.employee_id, state=row.state)
    return row


def answered(row: Achievement) -> frozenset[Step]:
    """The steps that have an answer."""
    given = {
        Step.TITLE: row.title,
        Step.STORY: row.story,
        Step.DATE: row.done_on,
        Step.CATEGORY: row.category,
        Step.INDICATOR: row.indicators,
        Step.BEFORE: row.before,
        Step.AFTER: row.after,
        Step.UNIT: row.unit,
    }
    return frozenset(step for step, answer in given.items() if answer)
