"""Entry codes: a one-time invitation by which a person claims a place in the roster."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Index, LargeBinary, insert, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed


class EntryCode(SQLModel, table=True):
    """`code_hash` is SHA-256; `code` is sealed for its issuer to show again, gone once it ends.

    `issued_by` None is the operator. Living: neither used nor ended, and not yet expired.
    """

    __table_args__ = (
        Index(
            "one_living_entry_code_per_employee",
            "employee_id",
            unique=True,
            sqlite_where=text("used_at IS NULL AND ended_at IS NULL"),
            postgresql_where=text("used_at IS NULL AND ended_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    code_hash: bytes = Field(sa_type=LargeBinary, unique=True)
    code: str | None = sealed()
    issued_by: int | None = Field(default=None, foreign_key="employee.id")
    issued_at: datetime = moment()
    expires_at: datetime = moment()
    used_at: datetime | None = moment(nullable=True)
    ended_at: datetime | None = moment(nullable=True)

    def lives(self, now: datetime) -> bool:
        return self.used_at is None and self.ended_at is None and self.expires_at > now


class Spent(NamedTuple):
    employee_id: int
    issued_by: int | None


def digest(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()


def issue(
    session: Session,
    employee_id: int,
    code: str,
    issued_by: int | None,
    now: datetime,
    expires_at: datetime,
) -> int:
    """Write a new code; its number. The caller has ended the person's older ones."""
    written = session.connection().execute(
        insert(EntryCode)
        .values(
            employee_id=employee_id,
            code_hash=digest(code),
            code=code,
            issued_by=issued_by,
            issued_at=now,
            expires_at=expires_at,
        )
        .returning(col(EntryCode.id))
    )
    return int(written.scalar_one() or 0)


def get(session: Session, code_id: int) -> EntryCode | None:
    return session.get(EntryCode, code_id)


def by_code(session: Session, code: str) -> EntryCode | None:
    """Found by its hash, in whatever state."""
    return session.exec(select(EntryCode).where(EntryCode.code_hash == digest(code))).first()


def newest_of(session: Session, employee_id: int) -> EntryCode | None:
    """The person's last code, in whatever state."""
    found = select(EntryCode).where(EntryCode.employee_id == employee_id)
    return session.exec(found.order_by(col(EntryCode.id).desc())).first()


def spend(session: Session, code_id: int, now: datetime) -> Spent | None:
    """Use it up in one conditional update; None when somebody else has, or it is over."""
    row = (
        session.connection()
        .execute(
            update(EntryCode)
            .where(
                col(EntryCode.id) == code_id,
                col(EntryCode.used_at).is_(None),
                col(EntryCode.ended_at).is_(None),
                col(EntryCode.expires_at) > now,
            )
            .values(used_at=now, code=None)
            .returning(col(EntryCode.employee_id), col(EntryCode.issued_by))
        )
        .first()
    )
    return Spent(row.employee_id, row.issued_by) if row else None


def issue_many(
    session: Session, codes: Mapping[int, str], issued_by: int, now: datetime, expires_at: datetime
) -> None:
    """New codes by employee; the caller has ended their older ones."""
    rows = [
        {
            "employee_id": who, "code_hash": digest(code), "code": code, "issued_by": issued_by,
            "issued_at": now, "expires_at": expires_at,
        }
        for who, code in codes.items()
    ]  # fmt: skip
    session.connection().execute(insert(EntryCode), rows)


def issued(session: Session, issued_by: int, at: datetime) -> dict[int, str]:
    """Codes that somebody issued in that moment and that were neither used nor ended since."""
    found = select(EntryCode.employee_id, EntryCode.code).where(
        EntryCode.issued_by == issued_by,
        EntryCode.issued_at == at,
        col(EntryCode.used_at).is_(None),
        col(EntryCode.ended_at).is_(None),
    )
    return {who: code for who, code in session.exec(found).all() if code}


def end_of(session: Session, employee_ids: Sequence[int], now: datetime) -> None:
    """End whatever unused codes these people have."""
    session.connection().execute(
        update(EntryCode)
        .where(
            col(EntryCode.employee_id).in_(employee_ids),
            col(EntryCode.used_at).is_(None),
            col(EntryCode.ended_at).is_(None),
        )
        .values(ended_at=now, code=None)
    )
