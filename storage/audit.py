"""Who did what to which object, written in the transaction of the effect; never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import Field, Session, SQLModel

from storage.columns import moment


class AuditEntry(SQLModel, table=True):
    """`facts` holds codes, levels and numbers of rows; never a name, NIP or free text."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = moment(index=True)
    actor_id: int | None = Field(default=None, foreign_key="employee.id", index=True)
    action: str = Field(index=True)
    object: str = Field(index=True)  # "achievement/42"
    facts: str = "{}"


def record(
    session: Session,
    at: datetime,
    actor_id: int | None,
    action: str,
    about: str,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Write an entry; `actor_id` None is the service itself or the operator's shell."""
    session.connection().execute(
        insert(AuditEntry).values(
            at=at,
            actor_id=actor_id,
            action=action,
            object=about,
            facts=json.dumps(dict(facts or {}), sort_keys=True, ensure_ascii=False),
        )
    )
