"""Column types: moments in UTC, sealed text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, LargeBinary
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from storage.vault import Vault


class Moment(TypeDecorator[datetime]):
    """A moment: refuses naive values, stored in UTC, comes back aware."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Sealed(TypeDecorator[str]):
    """Text that the database holds encrypted; the key rides on the engine's dialect."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else vault_in(dialect).seal(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else vault_in(dialect).open(bytes(value))


class SealedBytes(TypeDecorator[bytes]):
    """Content of a file that the database holds encrypted."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else vault_in(dialect).seal_bytes(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else vault_in(dialect).open_bytes(bytes(value))


def hand_over(vault: Vault, dialect: Dialect) -> None:
    """Give an engine the keys to its sealed columns."""
    dialect.vault = vault  # type: ignore[attr-defined]


def vault_of(session: Session) -> Vault:
    return vault_in(session.get_bind().dialect)


def vault_in(dialect: Dialect) -> Vault:
    """The keys that an engine was given."""
    vault: Vault = dialect.vault  # type: ignore[attr-defined]
    return vault


def moment(*, index: bool = False, nullable: bool = False) -> Any:
    """A field holding a moment; optional ones default to None."""
    if nullable:
        return Field(default=None, sa_type=Moment, index=index, nullable=True)
    return Field(sa_type=Moment, index=index)


def sealed(default: str | None = None) -> Any:
    """A field holding encrypted text, which `repr` leaves out; NULL only by a default of None."""
    return Field(default=default, sa_type=Sealed, nullable=default is None, repr=False)


def sealed_bytes() -> Any:
    """An optional field holding an encrypted file."""
    return Field(default=None, sa_type=SealedBytes, nullable=True, repr=False)
