"""The end of a point: done, with what was changed, or called off."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.surveys import wishes
from bot.actions.surveys.improving import reached, tidy
from bot.actions.surveys.points import Point, told_of
from bot.screens import Went, place
from bot.texts import words
from bot.texts.surveys import points as texts
from storage import agreement, audit, duties, outbox
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.surveys import points
from storage.surveys.points import SurveyPoint


def ask_changed(session: Session, me: Me, number: int) -> Point:
    """What was changed? In words that the citizen reads."""
    return told_of(session, me, [_owed(session, me, number)])[0]


def finish(session: Session, me: Me, number: int, text: str) -> Went:
    """It is done; its maker is told, and once the citizen who asked to hear of it."""
    row, changed, there = _owed(session, me, number), tidy(text), place("surveys.point", number)
    if not points.close(session, number, done_at=me.now, changed=changed):
        return Went(there, words.changed_since())
    duties.done(session, DutyKind.IMPROVE, me.now, object_id=number)
    told = wishes.tell(session, [row.answer_id], changed, me.now) if row.answer_id else 0
    facts = {"told": told, "said": agreement.mark(vault_of(session), changed)}
    audit.record(session, me.now, me.employee_id, "surveys.finish", f"improvement/{number}", facts)
    if row.made_by != me.employee_id:
        outbox.put(
            session, f"surveys.finish/{number}", Kind.DECISION, "surveys.finished", me.now,
            to=row.made_by, facts={"point": number}, opens=there,
        )  # fmt: skip
    return Went(there, texts.finished(told))


def cancel(session: Session, me: Me, number: int) -> Went:
    """A leader calls it off: nobody owes it any more."""
    rights.demand(session, me, "surveys.improve")
    row = points.get(session, number)
    if row is None or row.settled_at is None or not reached(session, me, row.unit_id):
        raise Refused(words.not_available(), "foreign_point")
    there = place("surveys.point", number)
    if not points.close(session, number, cancelled_at=me.now):
        return Went(there, words.changed_since())
    duties.withdraw(session, DutyKind.IMPROVE, me.now, 0, object_id=number)
    audit.record(session, me.now, me.employee_id, "surveys.call_off", f"improvement/{number}")
    return Went(there, texts.called_off())


def _owed(session: Session, me: Me, number: int) -> SurveyPoint:
    row = points.get(session, number)
    about = row.owner_id if row is not None and row.settled_at is not None else 0
    rights.demand(session, me, "surveys.finish", about=about)
    assert row is not None
    if row.done_at is not None or row.cancelled_at is not None:
        raise Refused(texts.closed_already(), "closed")
    return row
