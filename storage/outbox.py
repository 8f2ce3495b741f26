"""Letters: everything the bot says unasked, written in the transaction of the fact it tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel

from bot.screens import Place
from storage.columns import moment
from storage.upsert import insert_new


class Kind(StrEnum):
    """Which way to err when it cannot be known whether a letter arrived."""

    REMINDER = "reminder"  # never twice
    DECISION = "decision"  # never lost
    CARD = "card"  # an edit, may be repeated


class State(StrEnum):
    WAITING = "waiting"
    LEASED = "leased"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    EXPIRED = "expired"
    DROPPED = "dropped"  # no longer owed when its turn came


class Letter(SQLModel, table=True):
    """`template` and `facts` are rendered at the moment of sending; `facts` name rows only.

    The chat is that of the employee's active account at that moment, unless `chat_id` is set.
    """

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    employee_id: int | None = Field(default=None, foreign_key="employee.id", index=True)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    template: str
    facts: str = "{}"
    opens: str = ""
    state: str = Field(default=State.WAITING, index=True)
    attempt: int = 0
    created_at: datetime = moment()
    not_before: datetime = moment(index=True)
    expires_at: datetime | None = moment(nullable=True)
    leased_until: datetime | None = moment(nullable=True)
    sent_at: datetime | None = moment(nullable=True)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    fault: str = ""


def put(
    session: Session,
    key: str,
    kind: Kind,
    template: str,
    now: datetime,
    *,
    to: int | None = None,
    chat_id: int | None = None,
    facts: Mapping[str, Any] | None = None,
    opens: Place | None = None,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
) -> bool:
    """Owe a letter to an employee (`to`) or a chat; whether it is new. The key makes it once."""
    return insert_new(
        session,
        Letter,
        {
            "key": key,
            "kind": kind,
            "employee_id": to,
            "chat_id": chat_id,
            "template": template,
            "facts": json.dumps(dict(facts or {}), sort_keys=True),
            "opens": str(opens or ""),
            "state": State.WAITING,
            "attempt": 0,
            "created_at": now,
            "not_before": not_before or now,
            "expires_at": expires_at,
            "fault": "",
        },
    )
