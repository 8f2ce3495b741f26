"""Recovery codes of a second factor: each opens once, stored as a keyed hash."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import LargeBinary, func, insert, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed, vault_of


class RecoveryCode(SQLModel, table=True):
    """`code` is sealed until its owner has said that it is written down, then only the hash is."""

    id: int | None = Field(default=None, primary_key=True)
    factor_id: int = Field(foreign_key="factor.id", index=True)
    code_hash: bytes = Field(sa_type=LargeBinary)
    code: str | None = sealed()
    used_at: datetime | None = moment(nullable=True)
    ended_at: datetime | None = moment(nullable=True)


def give(session: Session, factor_id: int, codes: Sequence[str], now: datetime) -> None:
    """These, in place of all that the factor had."""
    end(session, factor_id, now)
    rows = [
        {"factor_id": factor_id, "code": code, "code_hash": _hash(session, factor_id, code)}
        for code in codes
    ]
    session.connection().execute(insert(RecoveryCode), rows)


def shown(session: Session, factor_id: int) -> Sequence[str]:
    """Those that their owner has not yet said to have written down."""
    found = select(RecoveryCode.code).where(
        RecoveryCode.factor_id == factor_id, col(RecoveryCode.code).is_not(None)
    )
    return [code for code in session.exec(found.order_by(col(RecoveryCode.id))) if code]


def hide(session: Session, factor_id: int) -> None:
    """From now on nobody can read them, nor can we."""
    session.connection().execute(
        update(RecoveryCode).where(col(RecoveryCode.factor_id) == factor_id).values(code=None)
    )


def left(session: Session, factor_id: int) -> int:
    """How many still open."""
    counted = select(func.count()).where(
        RecoveryCode.factor_id == factor_id,
        col(RecoveryCode.used_at).is_(None),
        col(RecoveryCode.ended_at).is_(None),
    )
    return session.exec(counted).one()


def spend(session: Session, factor_id: int, code: str, now: datetime) -> bool:
    """Use one up in one conditional update; False when there is no such code any more."""
    done = session.connection().execute(
        update(RecoveryCode)
        .where(
            col(RecoveryCode.factor_id) == factor_id,
            col(RecoveryCode.code_hash) == _hash(session, factor_id, code),
            col(RecoveryCode.used_at).is_(None),
            col(RecoveryCode.ended_at).is_(None),
        )
        .values(used_at=now, code=None)
    )
    return done.rowcount == 1


def end(session: Session, factor_id: int, now: datetime) -> None:
    """None of them opens any more."""
    session.connection().execute(
        update(RecoveryCode)
        .where(col(RecoveryCode.factor_id) == factor_id, col(RecoveryCode.ended_at).is_(None))
        .values(ended_at=now, code=None)
    )


def _hash(session: Session, factor_id: int, code: str) -> bytes:
    """Without the key outside the database, guessing the 50 bits of a code leads nowhere."""
    key = vault_of(session).key("recovery")
    return hmac.digest(key, f"{factor_id}:{code}".encode(), hashlib.sha256)
