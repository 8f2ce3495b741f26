"""The record of what was erased: whose, of which kind, how many rows; never what it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import UniqueConstraint, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.upsert import insert_new

NOBODY = 0


class Erasure(SQLModel, table=True):
    """`employee_id` 0: of everybody, because its time was over. `by_id` 0: the service itself.

    `files` are names of evidence files that nothing names any more, until they are gone too.
    `listed_at`: since when it is on the list beside the database and its files are gone;
    `cleaned_at`: since when no trace of it is left in the database's own files.
    """

    __table_args__ = (UniqueConstraint("employee_id", "kind", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(index=True)
    kind: str
    at: datetime = moment()
    by_id: int = 0
    rows: int = 0
    files: str = ""
    listed_at: datetime | None = moment(nullable=True)
    cleaned_at: datetime | None = moment(nullable=True)


class Line(NamedTuple):
    """One erasure as the list beside the database tells it; `at` in ISO 8601, UTC."""

    employee_id: int
    kind: str
    at: str


def record(
    session: Session, employee_id: int, kind: str, at: datetime, by_id: int, rows: int,
    files: Sequence[str],
) -> bool:  # fmt: skip
    """Keep that it was erased; False when this very erasure is on record."""
    values = {"employee_id": employee_id, "kind": kind, "at": at, "by_id": by_id, "rows": rows}
    return insert_new(session, Erasure, {**values, "files": ",".join(files),
                                         "listed_at": None, "cleaned_at": None})  # fmt: skip


def more(
    session: Session, employee_id: int, kind: str, at: datetime, rows: int, files: Sequence[str]
) -> None:
    """Add to what was erased at that very moment; its traces are to be cleaned again."""
    this = (Erasure.employee_id == employee_id, Erasure.kind == kind, Erasure.at == at)
    row = session.exec(select(Erasure).where(*this)).one()
    row.rows += rows
    row.files = ",".join(filter(None, [row.files, *files]))
    row.listed_at = row.cleaned_at = None
    session.add(row)
    session.flush()


def unlisted(session: Session, limit: int) -> Sequence[Erasure]:
    """Those not on the list yet, oldest first."""
    found = select(Erasure).where(col(Erasure.listed_at).is_(None))
    return session.exec(found.order_by(col(Erasure.id)).limit(limit)).all()


def uncleaned(session: Session, limit: int) -> Sequence[Erasure]:
    """Those of which traces may be left in the database's files, oldest first."""
    found = select(Erasure).where(col(Erasure.cleaned_at).is_(None))
    return session.exec(found.order_by(col(Erasure.id)).limit(limit)).all()


def listed(session: Session, numbers: Sequence[int], now: datetime) -> None:
    """These are on the list, and their files are gone."""
    these = update(Erasure).where(col(Erasure.id).in_(numbers))
    session.exec(these.values(listed_at=now, files=""))


def cleaned(session: Session, numbers: Sequence[int], now: datetime) -> None:
    """Nothing is left of these."""
    these = update(Erasure).where(col(Erasure.id).in_(numbers))
    session.exec(these.values(cleaned_at=now))


def newest(session: Session, limit: int) -> Sequence[Erasure]:
    """The latest on record."""
    found = select(Erasure).order_by(col(Erasure.id).desc()).limit(limit)
    return session.exec(found).all()


def line(row: Erasure) -> Line:
    """As it stands on the list."""
    return Line(row.employee_id, row.kind, row.at.isoformat())


def missing(session: Session, lines: Sequence[Line]) -> Sequence[Line]:
    """Those of the list that this database knows nothing of, in their order."""
    known = {line(row) for row in session.exec(select(Erasure))}
    return [one for one in lines if one not in known]
