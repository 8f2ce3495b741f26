"""The two tables of the audit trail: entries for ever, facts until they are erased."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Connection, LargeBinary, event, func, select
from sqlalchemy.orm import column_property
from sqlmodel import Field, SQLModel, inspect

from storage.audit.guards import guard
from storage.columns import moment


class AuditEntry(SQLModel, table=True):
    """`id` counts from 1 without gaps. `commitment` hides the facts, None when there are none.

    `mac` seals the entry and the `mac` before it. There is no foreign key, so that adding an
    entry waits for no other row and a person can be erased.
    """

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = moment(index=True)
    actor_id: int | None = Field(default=None, index=True)
    action: str = Field(index=True)
    object: str = Field(index=True)  # "achievement/42"
    commitment: bytes | None = Field(default=None, sa_type=LargeBinary)
    mac: bytes = Field(sa_type=LargeBinary)
    facts: ClassVar[str]  # JSON, read from the other table; "{}" when there are none any more


class AuditFacts(SQLModel, table=True):
    """What an entry says besides: codes, levels and numbers of rows; never a name, NIP or text.

    JSON. A row may be deleted, which erases it for good: without `salt` the commitment tells
    nothing.
    """

    entry_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    salt: bytes = Field(sa_type=LargeBinary)
    facts: str


ENTRIES = inspect(AuditEntry).local_table
FACTS = inspect(AuditFacts).local_table
THEIRS = select(FACTS.c.facts).where(FACTS.c.entry_id == ENTRIES.c.id).scalar_subquery()
inspect(AuditEntry).add_property("facts", column_property(func.coalesce(THEIRS, "{}")))


@event.listens_for(ENTRIES, "after_create")
@event.listens_for(FACTS, "after_create")
def _guard(table: Any, connection: Connection, **_: Any) -> None:
    guard(connection, table.name)
