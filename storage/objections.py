"""Objections to published results: what is said, by whom, until when, and what was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, or_, select

from bot.rules.objections import Outcome, State
from storage.columns import moment, sealed
from storage.results import Result
from storage.upsert import insert_new

OPEN = State.FILED


class Objection(SQLModel, table=True):
    """One a result, for ever: the decision on it is final. `edition` is what it objects to.

    `indicators` are those it is about, with commas. `named_id` is the reviewer that HR named,
    where the hierarchy gives none. `levels` are those decided (`inovasi=4`), and `made` the
    edition of the result that came of them. `told_late_at`: HR knows that it is overdue.
    """

    id: int | None = Field(default=None, primary_key=True)
    result_id: int = Field(foreign_key="result.id", unique=True)
    period_id: int = Field(foreign_key="period.id", index=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    edition: int
    state: str = Field(default=State.DRAFT, index=True)
    indicators: str = ""
    reasons: str = sealed("")
    written_at: datetime = moment()
    filed_at: datetime | None = moment(nullable=True)
    hearing_until: date | None = None
    decision_until: date | None = None
    named_id: int | None = Field(default=None, foreign_key="employee.id")
    named_by: int | None = Field(default=None, foreign_key="employee.id")
    named_at: datetime | None = moment(nullable=True)
    outcome: str = ""
    levels: str = ""
    answer: str | None = sealed()
    made: int | None = None
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    withdrawn_at: datetime | None = moment(nullable=True)
    told_late_at: datetime | None = moment(nullable=True)
    looked_on: date | None = None


class Explanation(SQLModel, table=True):
    """One side's word on an objection: a draft until it is given, then kept as it is."""

    objection_id: int = Field(foreign_key="objection.id", primary_key=True)
    person_id: int = Field(foreign_key="employee.id", primary_key=True)
    party: str
    draft: str = sealed("")
    said: str | None = sealed()
    given_at: datetime | None = moment(nullable=True)


class VerdictDraft(SQLModel, table=True):
    """What one reviewer is about to decide."""

    objection_id: int = Field(foreign_key="objection.id", primary_key=True)
    reviewer_id: int = Field(foreign_key="employee.id", primary_key=True)
    levels: str = ""
    reason: str = sealed("")


def get(session: Session, objection_id: int) -> Objection | None:
    """As it is now."""
    return session.get(Objection, objection_id, populate_existing=True)


def of_result(session: Session, result_id: int) -> Objection | None:
    return session.exec(select(Objection).where(Objection.result_id == result_id)).first()


def of_employee(session: Session, employee_id: int) -> Sequence[Objection]:
    """Newest first."""
    mine = select(Objection).where(Objection.employee_id == employee_id)
    return session.exec(mine.order_by(col(Objection.id).desc())).all()


def open_ones(session: Session) -> Sequence[Objection]:
    """All that wait for a decision, the most urgent first."""
    found = select(Objection).where(Objection.state == OPEN)
    return session.exec(found.order_by(col(Objection.decision_until), col(Objection.id))).all()


def open_people(session: Session, period_id: int) -> frozenset[int]:
    """Whose result of this period is open because of an objection."""
    found = select(Objection.employee_id).where(
        Objection.period_id == period_id, Objection.state == OPEN
    )
    return frozenset(session.exec(found))


def states_of(session: Session, period_id: int) -> Mapping[int, str]:
    """How far the objection of each employee of a period is."""
    found = select(Objection.employee_id, Objection.state).where(Objection.period_id == period_id)
    return dict(session.exec(found).all())


def to_look_at(session: Session, today: date, limit: int) -> Sequence[Objection]:
    """Open ones that were not looked at today."""
    found = select(Objection).where(
        Objection.state == OPEN,
        or_(col(Objection.looked_on).is_(None), col(Objection.looked_on) < today),
    )
    return session.exec(found.order_by(col(Objection.id)).limit(limit)).all()


def begin(session: Session, result: Result, now: datetime) -> Objection:
    """The objection to this result, begun now unless there is one."""
    values = {
        "result_id": result.id, "period_id": result.period_id,
        "employee_id": result.employee_id, "edition": result.edition, "state": State.DRAFT,
        "indicators": "", "reasons": "", "written_at": now, "outcome": "", "levels": "",
    }  # fmt: skip
    insert_new(session, Objection, values)
    found = of_result(session, result.id or 0)
    assert found is not None
    return found


def write(session: Session, objection_id: int, **values: Any) -> bool:
    """Change a draft; False when it is none any more."""
    return _move(session, objection_id, State.DRAFT, values)


def file(session: Session, objection_id: int, **values: Any) -> bool:
    """Hand a draft in; False when it is none any more."""
    return _move(session, objection_id, State.DRAFT, {"state": State.FILED, **values})


def change(session: Session, objection_id: int, **values: Any) -> bool:
    """Note something of one that waits; False when it no longer does."""
    return _move(session, objection_id, OPEN, values)


def name(
    session: Session, objection_id: int, before: int | None, person: int, by: int, now: datetime
) -> bool:
    """Put a reviewer in the place of the one `before`; False when somebody else did."""
    here = (
        col(Objection.id) == objection_id,
        col(Objection.state) == OPEN,
        col(Objection.named_id).is_not_distinct_from(before),
    )
    values = {"named_id": person, "named_by": by, "named_at": now}
    return session.exec(update(Objection).where(*here).values(**values)).rowcount == 1


def withdraw(session: Session, objection_id: int, now: datetime) -> bool:
    """End it by its own person; False when it no longer waits."""
    return change(session, objection_id, state=State.WITHDRAWN, withdrawn_at=now)


def decide(
    session: Session, objection_id: int, by: int, now: datetime, outcome: Outcome, answer: str,
    levels: str, made: int | None,
) -> bool:  # fmt: skip
    """Decide it once; False when somebody did, or it was withdrawn."""
    return change(
        session, objection_id, state=State.DECIDED, decided_by=by, decided_at=now,
        outcome=outcome, answer=answer, levels=levels, made=made,
    )  # fmt: skip


def discard(session: Session, objection_id: int) -> bool:
    """Throw a draft away; False when it is none."""
    row = get(session, objection_id)
    if row is None or row.state != State.DRAFT:
        return False
    session.delete(row)
    session.flush()
    return True


def ask(session: Session, objection_id: int, person_id: int, party: str) -> bool:
    """Ask one side for its word; whether it was not asked before."""
    values = {
        "objection_id": objection_id, "person_id": person_id, "party": party, "draft": "",
        "said": None, "given_at": None,
    }  # fmt: skip
    return insert_new(session, Explanation, values)


def explanations(session: Session, objection_id: int) -> Sequence[Explanation]:
    """Everybody who was asked, in the order of their numbers."""
    found = select(Explanation).where(Explanation.objection_id == objection_id)
    fresh = found.order_by(col(Explanation.person_id)).execution_options(populate_existing=True)
    return session.exec(fresh).all()


def asked_of(session: Session, person_id: int) -> Sequence[Explanation]:
    """Where this person's word was asked for, newest first."""
    found = select(Explanation).where(Explanation.person_id == person_id)
    return session.exec(found.order_by(col(Explanation.objection_id).desc())).all()


def draft_word(session: Session, objection_id: int, person_id: int, text: str) -> bool:
    """Keep what a side is about to say; False when it was said, or never asked."""
    return _word(session, objection_id, person_id, {"draft": text})


def say(session: Session, objection_id: int, person_id: int, text: str, now: datetime) -> bool:
    """Keep a side's word for good; False when there is one."""
    said = {"draft": "", "said": text, "given_at": now}
    return _word(session, objection_id, person_id, said)


def draft_verdict(session: Session, objection_id: int, reviewer_id: int, **values: str) -> None:
    """Keep what a reviewer is about to decide: `levels`, `reason` or both."""
    whole = {"objection_id": objection_id, "reviewer_id": reviewer_id, "levels": "", "reason": ""}
    if not insert_new(session, VerdictDraft, whole | values):
        mine = (
            col(VerdictDraft.objection_id) == objection_id,
            col(VerdictDraft.reviewer_id) == reviewer_id,
        )
        session.exec(update(VerdictDraft).where(*mine).values(**values))


def verdict_draft(session: Session, objection_id: int, reviewer_id: int) -> VerdictDraft:
    """What this reviewer is about to decide; nothing yet: to keep the result, without reasons."""
    found = session.get(VerdictDraft, (objection_id, reviewer_id), populate_existing=True)
    return found or VerdictDraft(objection_id=objection_id, reviewer_id=reviewer_id)


def decided_levels(
    session: Session, result_ids: Collection[int]
) -> Sequence[tuple[int, int, str]]:
    """Result, edition it made, and levels of every decision that changed one of these."""
    found = select(Objection.result_id, Objection.made, Objection.levels).where(
        col(Objection.result_id).in_(result_ids), col(Objection.made).is_not(None)
    )
    return [(result, made or 0, levels) for result, made, levels in session.exec(found)]


def _move(session: Session, objection_id: int, before: str, values: Mapping[str, Any]) -> bool:
    here = (col(Objection.id) == objection_id, col(Objection.state) == before)
    return session.exec(update(Objection).where(*here).values(**values)).rowcount == 1


def _word(session: Session, objection_id: int, person_id: int, values: Mapping[str, Any]) -> bool:
    mine = (
        col(Explanation.objection_id) == objection_id,
        col(Explanation.person_id) == person_id,
        col(Explanation.given_at).is_(None),
    )
    return session.exec(update(Explanation).where(*mine).values(**values)).rowcount == 1
