"""Changes of the scheme: sent as a file, given to a second person, decided, told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Index, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select

from storage.accounts import ACTIVE, Account
from storage.columns import moment, sealed
from storage.periods import SchemeVersion

DRAFT, WAITING, APPROVED = "draft", "waiting", "approved"
REFUSED, WITHDRAWN, REPLACED = "refused", "withdrawn", "replaced"
WAITS = "state = 'waiting'"


class SchemeChange(SQLModel, table=True):
    """A file as it was sent, and what came of it; `base_id` is the scheme it would follow.

    At most one waits for its decision. `answer` is the reason of a refusal, a draft of
    `answer_by` while it waits. `told_upto`: employees up to this number know of it already.
    """

    __table_args__ = (
        Index(
            "one_waiting_scheme_change",
            "state",
            unique=True,
            sqlite_where=text(WAITS),
            postgresql_where=text(WAITS),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    author_id: int = Field(foreign_key="employee.id", index=True)
    base_id: int = Field(foreign_key="schemeversion.id")
    file_name: str = ""
    body: str
    state: str = Field(default=DRAFT)
    made_at: datetime = moment()
    given_at: datetime | None = moment(nullable=True)
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    answer: str | None = sealed()
    answer_by: int | None = Field(default=None, foreign_key="employee.id")
    scheme_id: int | None = Field(default=None, foreign_key="schemeversion.id", unique=True)
    told_upto: int = 0
    told_at: datetime | None = moment(nullable=True)


def get(session: Session, change_id: int) -> SchemeChange | None:
    """As it is now."""
    return session.get(SchemeChange, change_id, populate_existing=True)


def add(session: Session, change: SchemeChange) -> int:
    session.add(change)
    session.flush()
    assert change.id is not None
    return change.id


def draft_of(session: Session, author_id: int) -> SchemeChange | None:
    """The newest file that somebody sent and has not given to anybody."""
    mine = select(SchemeChange).where(
        SchemeChange.author_id == author_id, SchemeChange.state == DRAFT
    )
    return session.exec(mine.order_by(col(SchemeChange.id).desc())).first()


def waiting(session: Session) -> SchemeChange | None:
    """The one that waits for its decision."""
    return session.exec(select(SchemeChange).where(SchemeChange.state == WAITING)).first()


def of_scheme(session: Session, scheme_id: int) -> SchemeChange | None:
    """The change by which a scheme came; None for one that came with the program."""
    return session.exec(select(SchemeChange).where(SchemeChange.scheme_id == scheme_id)).first()


def move(session: Session, change_id: int, before: str, after: str) -> bool:
    """Put it into another state; False when it is not in the one `before`."""
    moving = update(SchemeChange).where(
        col(SchemeChange.id) == change_id, col(SchemeChange.state) == before
    )
    return session.exec(moving.values(state=after)).rowcount == 1


def give(session: Session, change_id: int, now: datetime) -> bool:
    """Let a draft wait for its decision; False when it is none, or another one waits."""
    giving = update(SchemeChange).where(
        col(SchemeChange.id) == change_id, col(SchemeChange.state) == DRAFT
    )
    try:
        with session.begin_nested():
            return session.exec(giving.values(state=WAITING, given_at=now)).rowcount == 1
    except IntegrityError:
        return False


def draft_answer(session: Session, change_id: int, by: int, answer: str) -> None:
    """Keep why it is about to be refused."""
    waits = (col(SchemeChange.id) == change_id, col(SchemeChange.state) == WAITING)
    session.exec(update(SchemeChange).where(*waits).values(answer=answer, answer_by=by))


def decide(
    session: Session, change_id: int, state: str, by: int, now: datetime,
    *, answer: str | None = None, scheme_id: int | None = None,
) -> bool:  # fmt: skip
    """Approve or refuse what waits; False when it no longer does."""
    waits = (col(SchemeChange.id) == change_id, col(SchemeChange.state) == WAITING)
    values = {
        "state": state, "decided_by": by, "decided_at": now, "answer": answer,
        "answer_by": by if answer else None, "scheme_id": scheme_id,
    }  # fmt: skip
    return session.exec(update(SchemeChange).where(*waits).values(values)).rowcount == 1


def untold(session: Session) -> Sequence[SchemeChange]:
    """Approved ones of which not everybody has been told."""
    found = select(SchemeChange).where(
        SchemeChange.state == APPROVED, col(SchemeChange.told_at).is_(None)
    )
    return session.exec(found.order_by(col(SchemeChange.id))).all()


def told(session: Session, change_id: int, upto: int, finished: datetime | None) -> None:
    """Everybody up to this number has been told; everybody at all, if `finished`."""
    changing = update(SchemeChange).where(col(SchemeChange.id) == change_id)
    session.exec(changing.values(told_upto=upto, told_at=finished))


def versions(session: Session) -> Sequence[SchemeVersion]:
    """All schemes, newest first."""
    return session.exec(select(SchemeVersion).order_by(col(SchemeVersion.version).desc())).all()


def add_version(
    session: Session, version: int, in_force_from: date, body: str, now: datetime
) -> int | None:
    """Keep an approved scheme for ever; its number, or None when its version is taken."""
    row = SchemeVersion(version=version, in_force_from=in_force_from, body=body, added_at=now)
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError:
        return None
    return row.id


def people_after(session: Session, employee_id: int, limit: int) -> Sequence[int]:
    """The next people with an active account, by their numbers."""
    found = select(Account.employee_id).where(
        Account.state == ACTIVE, col(Account.employee_id) > employee_id
    )
    return session.exec(found.order_by(col(Account.employee_id)).limit(limit)).all()
