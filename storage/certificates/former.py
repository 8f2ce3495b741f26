"""Certificates that were replaced: what stood on the paper that is still in somebody's hands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.certificates.issued import VALID, Certificate
from storage.columns import moment, sealed


class FormerCertificate(SQLModel, table=True):
    """A certificate as it was before it was issued anew with another number and code."""

    __table_args__ = (UniqueConstraint("kind", "year", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    certificate_id: int = Field(foreign_key="certificate.id", index=True)
    kind: str
    year: int
    number: int
    code: str = Field(index=True)
    facts: str = sealed("")
    replaced_by: int = Field(foreign_key="employee.id")
    replaced_at: datetime = moment()


def keep(session: Session, row: FormerCertificate) -> int:
    """Keep it; its number here."""
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def renew(session: Session, certificate_id: int, before: str, state: str, **values: Any) -> bool:
    """Put what is new in the place of what had the code `before` and that `state`; it is valid
    then. False for who comes late.
    """
    mine = (
        col(Certificate.id) == certificate_id,
        col(Certificate.code) == before,
        col(Certificate.state) == state,
    )
    new = update(Certificate).where(*mine).values(**values, state=VALID)
    return session.exec(new).rowcount == 1


def former_by_code(session: Session, code: str) -> FormerCertificate | None:
    return session.exec(select(FormerCertificate).where(FormerCertificate.code == code)).first()


def former_by_number(
    session: Session, kind: str, year: int, number: int
) -> FormerCertificate | None:
    found = select(FormerCertificate).where(
        FormerCertificate.kind == kind,
        FormerCertificate.year == year,
        FormerCertificate.number == number,
    )
    return session.exec(found).first()
