"""Forms that the evaluation team gave back to the superior, with the reason and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.appraisals import DRAFT as FORM_DRAFT
from storage.appraisals import SENT as FORM_SENT
from storage.appraisals import Appraisal
from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, DONE = "draft", "done"


class FormReturn(SQLModel, table=True):
    """`total` and `predikat` are what the result was; a draft is its writer's alone."""

    __table_args__ = (
        Index(
            "one_return_draft",
            "appraisal_id",
            "returned_by",
            unique=True,
            sqlite_where=text("state = 'draft'"),
            postgresql_where=text("state = 'draft'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    appraisal_id: int = Field(foreign_key="appraisal.id", index=True)
    period_id: int = Field(foreign_key="period.id", index=True)
    employee_id: int = Field(foreign_key="employee.id")
    reason: str = sealed("")
    state: str = DRAFT
    returned_by: int = Field(foreign_key="employee.id")
    returned_at: datetime = moment()
    total: str = ""
    predikat: str = ""


def get(session: Session, return_id: int) -> FormReturn | None:
    return session.get(FormReturn, return_id)


def draft(
    session: Session, appraisal_id: int, period_id: int, employee_id: int, by: int, reason: str,
    now: datetime,
) -> int:  # fmt: skip
    """Keep why somebody is about to give a form back; its number."""
    values = {
        "appraisal_id": appraisal_id, "period_id": period_id, "employee_id": employee_id,
        "returned_by": by, "returned_at": now, "reason": reason, "state": DRAFT, "total": "",
        "predikat": "",
    }  # fmt: skip
    insert_new(session, FormReturn, values)
    mine = (
        col(FormReturn.appraisal_id) == appraisal_id,
        col(FormReturn.returned_by) == by,
        col(FormReturn.state) == DRAFT,
    )
    changed = update(FormReturn).where(*mine).values(**values).returning(col(FormReturn.id))
    number: int = session.exec(changed).one()[0]
    return number


def carry_out(session: Session, one: FormReturn, was: tuple[str, str], now: datetime) -> bool:
    """The form is a draft again; `was` the result's total and predikat. False when it is none."""
    form = (col(Appraisal.id) == one.appraisal_id, col(Appraisal.state) == FORM_SENT)
    open_again = update(Appraisal).where(*form).values(state=FORM_DRAFT, sent_at=None)
    if session.exec(open_again).rowcount != 1:
        return False
    values = {"state": DONE, "returned_at": now, "total": was[0], "predikat": was[1]}
    mine = (col(FormReturn.id) == one.id, col(FormReturn.state) == DRAFT)
    return session.exec(update(FormReturn).where(*mine).values(**values)).rowcount == 1


def of_person(session: Session, period_id: int, employee_id: int) -> Sequence[FormReturn]:
    """Everything that was given back about a person, oldest first."""
    found = select(FormReturn).where(
        FormReturn.period_id == period_id,
        FormReturn.employee_id == employee_id,
        FormReturn.state == DONE,
    )
    return session.exec(found.order_by(col(FormReturn.id))).all()
