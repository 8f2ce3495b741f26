"""One row a letter, and the one way to owe it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, Session, SQLModel, col, select

from bot.screens import Place
from storage.columns import moment
from storage.upsert import insert_new, insert_new_many


class Kind(StrEnum):
    """Which way to err when it cannot be known whether a letter arrived."""

    REMINDER = "reminder"  # never twice
    BROADCAST = "broadcast"  # never twice, and after everything else
    DECISION = "decision"  # never lost
    CARD = "card"  # an edit, may be repeated


ONCE = (Kind.REMINDER, Kind.BROADCAST)
"""Kinds of which no copy is ever sent again, so that nobody hears the same twice."""


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
    `attempt` counts sends begun, `repeats` those of unknown end, the first of them at `tried_at`.
    `called_at`: HR reached the person in another way. A card edits the message `message_id`.
    """

    __table_args__ = (Index("letters_by_turn", "state", "not_before", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    employee_id: int | None = Field(default=None, foreign_key="employee.id", index=True)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    template: str
    facts: str = "{}"
    opens: str = ""
    optional: bool = False
    state: str = State.WAITING
    attempt: int = 0
    repeats: int = 0
    created_at: datetime = moment()
    not_before: datetime = moment()
    expires_at: datetime | None = moment(nullable=True)
    tried_at: datetime | None = moment(nullable=True)
    sent_at: datetime | None = moment(nullable=True)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    fault: str = ""
    called_at: datetime | None = moment(nullable=True)


@dataclass(frozen=True, slots=True)
class Owed:
    """One of many letters put at once: see `put`."""

    key: str
    to: int
    facts: Mapping[str, Any] = field(default_factory=dict)
    opens: Place | None = None
    not_before: datetime | None = None
    edits: int | None = None


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
    edits: int | None = None,
    optional: bool = False,
) -> bool:
    """Owe a letter to an employee (`to`) or a chat; whether it is new. The key makes it once.

    `edits` is the message a card edits. `optional`: no duty; people may switch such news off.
    """
    row = _row(key, kind, template, now, to, facts or {}, opens, not_before)
    row |= {
        "chat_id": chat_id,
        "expires_at": expires_at,
        "message_id": edits,
        "optional": optional,
    }
    return insert_new(session, Letter, row)


def put_many(
    session: Session, kind: Kind, template: str, now: datetime, letters: Sequence[Owed]
) -> int:
    """Owe many letters of one template in one statement; how many are new."""
    rows = [
        _row(one.key, kind, template, now, one.to, one.facts, one.opens, one.not_before)
        | {"message_id": one.edits}
        for one in letters
    ]
    return insert_new_many(session, Letter, rows)


def newest(session: Session, employee_id: int, template: str) -> Letter | None:
    """The letter of this template that was owed to this person last."""
    found = select(Letter).where(Letter.employee_id == employee_id, Letter.template == template)
    return session.exec(found.order_by(col(Letter.id).desc())).first()


def existing(session: Session, keys: Collection[str]) -> frozenset[str]:
    """Those of these keys under which a letter was ever owed."""
    found = select(Letter.key).where(col(Letter.key).in_(keys))
    return frozenset(session.exec(found))


def _row(
    key: str,
    kind: Kind,
    template: str,
    now: datetime,
    to: int | None,
    facts: Mapping[str, Any],
    opens: Place | None,
    not_before: datetime | None,
) -> dict[str, Any]:
    return {
        "key": key,
        "kind": kind,
        "employee_id": to,
        "chat_id": None,
        "template": template,
        "facts": json.dumps(dict(facts), sort_keys=True),
        "opens": str(opens or ""),
        "optional": False,
        "state": State.WAITING,
        "attempt": 0,
        "repeats": 0,
        "created_at": now,
        "not_before": not_before or now,
        "expires_at": None,
        "message_id": None,
        "fault": "",
    }
