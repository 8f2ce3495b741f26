"""Certificates of the keys with which the office has signed: what was signed stays ours."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, Session, SQLModel

from storage.columns import moment
from storage.upsert import insert_new


class SigningKey(SQLModel, table=True):
    """`fingerprint` is the SHA-256 of `certificate` (DER as base64), which everybody
    may know."""

    fingerprint: str = Field(primary_key=True)
    certificate: str
    since: datetime = moment()


def know(session: Session, fingerprint: str, certificate: str, now: datetime) -> bool:
    """Keep it from its first use on; False when it is known already."""
    values = {"fingerprint": fingerprint, "certificate": certificate, "since": now}
    return insert_new(session, SigningKey, values)


def get(session: Session, fingerprint: str) -> SigningKey | None:
    return session.get(SigningKey, fingerprint)
