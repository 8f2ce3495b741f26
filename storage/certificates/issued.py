"""Certificates: numbered rows with the facts that were true when they were issued."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint, and_, func, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.certificates import HONOURS
from storage.awards import Award
from storage.columns import moment, sealed
from storage.upsert import insert_new

VALID, REVOKED = "valid", "revoked"
AWARD = "award"  # the kind that awards have


class Certificate(SQLModel, table=True):
    """One certificate of `kind` (`bot.rules.certificates`) for what `object_id` names.

    Numbers of a kind and year run from 1. `facts` are JSON as `bot.actions.certificates.facts`
    writes it, never changed afterwards; `code` proves them. `issued_by` is nobody where the award
    was there before. `reason` says why it was revoked.
    """

    __table_args__ = (
        UniqueConstraint("kind", "object_id"),
        UniqueConstraint("kind", "year", "number"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    object_id: int
    year: int
    number: int
    code: str = Field(default="", index=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    facts: str = sealed("")
    issued_by: int | None = Field(default=None, foreign_key="employee.id")
    issued_at: datetime = moment()
    state: str = VALID
    reason: str = sealed("")
    revoked_by: int | None = Field(default=None, foreign_key="employee.id")
    revoked_at: datetime | None = moment(nullable=True)


class CertificateCounter(SQLModel, table=True):
    """The last number of a kind and year; held until the certificate is committed."""

    kind: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    last: int = 0


def next_number(session: Session, kind: str, year: int) -> int:
    """The next number, this transaction's alone: others wait until it ends."""
    insert_new(session, CertificateCounter, {"kind": kind, "year": year, "last": 0})
    mine = (col(CertificateCounter.kind) == kind, col(CertificateCounter.year) == year)
    counting = (
        update(CertificateCounter)
        .where(*mine)
        .values(last=col(CertificateCounter.last) + 1)
        .returning(col(CertificateCounter.last))
    )
    return int(session.exec(counting).one()[0])


def add(session: Session, row: Certificate) -> int:
    """Keep it; its number here."""
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def get(session: Session, certificate_id: int) -> Certificate | None:
    return session.get(Certificate, certificate_id)


def of_object(session: Session, kind: str, object_id: int) -> Certificate | None:
    """The one certificate of an award or training result."""
    found = select(Certificate).where(Certificate.kind == kind, Certificate.object_id == object_id)
    return session.exec(found).first()


def by_code(session: Session, code: str) -> Certificate | None:
    return session.exec(select(Certificate).where(Certificate.code == code)).first()


def by_number(session: Session, kind: str, year: int, number: int) -> Certificate | None:
    found = select(Certificate).where(
        Certificate.kind == kind, Certificate.year == year, Certificate.number == number
    )
    return session.exec(found).first()


_HONOURS = col(Certificate.kind).in_(HONOURS)


def of(session: Session, employee_id: int, skip: int, limit: int) -> Sequence[Certificate]:
    """What a person was given, newest first."""
    found = select(Certificate).where(Certificate.employee_id == employee_id, _HONOURS)
    newest = (col(Certificate.issued_at).desc(), col(Certificate.id).desc())
    return session.exec(found.order_by(*newest).offset(skip).limit(limit)).all()


def count_of(session: Session, employee_id: int) -> int:
    found = select(func.count()).where(col(Certificate.employee_id) == employee_id, _HONOURS)
    return int(session.exec(found).one())


def revoke(session: Session, certificate_id: int, reason: str, by: int, now: datetime) -> bool:
    """Take it back; False when it was already."""
    mine = (col(Certificate.id) == certificate_id, col(Certificate.state) == VALID)
    values = {"state": REVOKED, "reason": reason, "revoked_by": by, "revoked_at": now}
    return session.exec(update(Certificate).where(*mine).values(values)).rowcount == 1


def uncertified_awards(session: Session, limit: int) -> Sequence[Award]:
    """Awards without a certificate, oldest first."""
    certified = and_(col(Certificate.object_id) == col(Award.id), col(Certificate.kind) == AWARD)
    found = select(Award).outerjoin(Certificate, certified).where(col(Certificate.id).is_(None))
    return session.exec(found.order_by(col(Award.id)).limit(limit)).all()
