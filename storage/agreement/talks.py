"""Talks that were held or turned out not to have been; steps from them that were dropped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, LargeBinary, case, func, select, type_coerce
from sqlmodel import col

from bot.rules.talks import State
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.agreement.words import mark, opened
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.talks import FollowUp, Talk
from storage.vault import Vault

HOLD, DENY, DROP = "talks.hold", "talks.deny", "talks.drop"


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


def of_steps(reader: Reader) -> Iterator[Finding]:
    """Every step that is not pursued: who wanted it dropped, and whose word ended it."""
    dropped = rows(
        col(FollowUp.id), "followup", NOTHING, col(FollowUp.dropped_by), col(FollowUp.dropped_at),
        text(col(FollowUp.drop_by)),
    ).where(col(FollowUp.dropped_at).is_not(None))  # fmt: skip
    yield from disagreements(reader, Kind.STEP, dropped, Entries((DROP,), said("by")))


def of_words_of_steps(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Why each of them is not pursued."""
    told = {one.about: one for one in entries(connection, (DROP,))}
    sealed = type_coerce(col(FollowUp.drop_reason), LargeBinary)
    gone = select(col(FollowUp.id), sealed).where(col(FollowUp.dropped_at).is_not(None))
    for number, raw in connection.execute(gone):
        entry = told.get(str(number))
        marked = (entry.facts or {}).get("said") if entry else None
        if entry and marked and marked != mark(vault, opened(vault, raw or b"")):
            yield Finding(Kind.STEP, Fault.DIFFERS, str(number), "reason", entry.number)
