"""Comments: HR blanks names in them before anybody else may read them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.surveys import judging as texts
from storage import audit, surveys, units
from storage.surveys import SurveyComment

SHORTEST = 2
BLANK = "▇▇▇"


@dataclass(frozen=True, slots=True)
class Comment:
    """The comment at hand; `left` counts those that wait, itself among them; `seen` is a mark."""

    answer_id: int
    unit: str
    text: str
    left: int
    seen: str


def first(session: Session, me: Me) -> Comment | None:
    """One that nobody has looked at; None when there is none."""
    demand(session, me, "surveys.clear")
    rows = surveys.comments.waiting(session, my_reach(session, me), 0, 1)
    return _told(session, me, rows[0]) if rows else None


def one(session: Session, me: Me, answer_id: int) -> Comment:
    """Raises Refused for one that was looked at already, or of a unit out of reach."""
    return _told(session, me, _waiting(session, me, answer_id))


def blank(session: Session, me: Me, answer_id: int, typed: str) -> Place:
    """Put blanks in place of what was typed, wherever it stands; the original is not kept."""
    row = _waiting(session, me, answer_id)
    said = " ".join(typed.split())
    pattern = r"\s+".join(map(re.escape, said.split()))
    if len(said) < SHORTEST:
        raise Refused(texts.nothing_to_blank(), "short")
    made, many = re.subn(pattern, BLANK, row.text, flags=re.IGNORECASE)
    if not many:
        raise Refused(texts.nothing_to_blank(), "not_there")
    row.text = made
    surveys.comments.put(session, row)
    _note(session, me, "surveys.blank", answer_id)
    return place("surveys.clearing", answer_id)


def clear(session: Session, me: Me, answer_id: int, seen: str = "") -> Went:
    """Others may read it as it stands now."""
    return _end(session, me, answer_id, seen, dismissed=False)


def dismiss(session: Session, me: Me, answer_id: int, seen: str = "") -> Went:
    """Nothing in it that anybody could do something about; nobody else reads it."""
    return _end(session, me, answer_id, seen, dismissed=True)


def _end(session: Session, me: Me, answer_id: int, seen: str, *, dismissed: bool) -> Went:
    row = _waiting(session, me, answer_id)
    if seen and seen != stamp(row.text):
        return Went(place("surveys.clearing", answer_id), words.changed_since())
    row.cleared_on, row.cleared_by, row.dismissed = me.today, me.employee_id, dismissed
    surveys.comments.put(session, row)
    _note(session, me, "surveys.dismiss" if dismissed else "surveys.clear", answer_id)
    return Went(Place("surveys.unread"), texts.cleared(dismissed=dismissed))


def _waiting(session: Session, me: Me, answer_id: int) -> SurveyComment:
    demand(session, me, "surveys.clear")
    row = surveys.comments.lock(session, answer_id)
    mine = my_reach(session, me)
    if row is None or (mine is not None and row.unit_id not in mine):
        raise Refused(words.not_available(), "foreign_comment")
    if row.cleared_on is not None:
        raise Refused(texts.cleared_already(), "cleared")
    return row


def _told(session: Session, me: Me, row: SurveyComment) -> Comment:
    left = surveys.comments.count_waiting(session, my_reach(session, me))
    unit = units.names(session, [row.unit_id])[row.unit_id]
    return Comment(row.answer_id, unit, row.text, left, stamp(row.text))


def _note(session: Session, me: Me, act: str, answer_id: int) -> None:
    audit.record(session, me.now, me.employee_id, act, f"surveycomment/{answer_id}")
