"""Talks that were held, and those that turned out not to have been."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import case, func
from sqlmodel import col

from bot.rules.talks import State
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.talks import Talk

HOLD, DENY = "talks.hold", "talks.deny"


def of_talks(reader: Reader) -> Iterator[Finding]:
    """With whom, by whom noted and when; or who said that it was not."""
    actor: Any = func.coalesce(col(Talk.denied_by), col(Talk.held_by))
    at: Any = func.coalesce(col(Talk.denied_at), col(Talk.noted_at))
    stored = rows(
        col(Talk.id), "talk", NOTHING, actor, at,
        text(col(Talk.employee_id), col(Talk.superior_id), col(Talk.state)),
    ).where(col(Talk.state).in_((State.HELD, State.DENIED)))  # fmt: skip
    state: Any = case({HOLD: State.HELD.value, DENY: State.DENIED.value}, value=ENTRIES.c.action)
    value = text(said("employee"), said("superior"), state)
    yield from disagreements(reader, Kind.TALK, stored, Entries((HOLD, DENY), value))
