"""Letters of objections: rendered when they are sent, dropped when they are no longer owed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlmodel import Session

from bot.rules.objections import State
from bot.screens import Button, Screen, place
from bot.texts.objections import SEE
from bot.texts.objections import letters as texts
from handlers.table import Recipient, Write
from storage import objections, periods
from storage.objections import Objection

Tell = Callable[[int, int], str]


def _while_open(tell: Tell) -> Write:
    """Of what is asked as long as the objection waits."""
    return _letter(tell, lambda row, _session, _to: row.state == State.FILED)


def _afterwards(tell: Tell) -> Write:
    return _letter(tell, lambda _row, _session, _to: True)


def _while_unsaid(tell: Tell) -> Write:
    """Of what is asked of a side until it was said."""

    def owed(row: Objection, session: Session, to: Recipient) -> bool:
        told = objections.explanations(session, row.id or 0)
        waits = any(one.person_id == to.employee_id and one.given_at is None for one in told)
        return waits and row.state == State.FILED

    return _letter(tell, owed)


def _letter(tell: Tell, owed: Callable[[Objection, Session, Recipient], bool]) -> Write:
    def write(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        row = objections.get(session, facts["objection"])
        period = periods.get(session, row.period_id) if row else None
        if row is None or period is None or not owed(row, session, to):
            return None
        see = Button(SEE, opens=place("objections.card", row.id or 0))
        return Screen(tell(period.year, period.quarter), [[see]])

    return write


def _decided(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = objections.get(session, facts["objection"])
    mine = row is not None and row.employee_id == to.employee_id

    def tell(year: int, quarter: int) -> str:
        return texts.decided(year, quarter, mine=mine)

    return _afterwards(tell)(session, to, facts)


LETTERS: dict[str, Write] = {
    "objections.asked": _while_unsaid(texts.asked),
    "objections.review": _while_open(texts.to_review),
    "objections.unnamed": _while_open(texts.unnamed),
    "objections.explained": _while_unsaid(texts.explained),
    "objections.decided": _decided,
    "objections.withdrawn": _afterwards(texts.told_withdrawn),
    "objections.late": _while_open(texts.late),
}
