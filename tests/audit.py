"""Chains made in memory, for tests that tamper with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.rules.audit import ERASE, SALT, START, Row, canonical, commit, sealing, written

KEY = b"k" * 32
FIRST = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """What an entry says before it has a number."""

    moment: str
    actor: int | None
    action: str
    about: str
    facts: str | None


def entry(number: int) -> Entry:
    """Entries that differ in every part."""
    moment = written(FIRST + timedelta(minutes=number))
    return Entry(
        moment, 100 + number, f"act.{number}", f"object/{number}", f'{{"level": {number}}}'
    )


def erasure(numbers: list[int]) -> Entry:
    return Entry(written(FIRST), None, ERASE, "employee/1", canonical({"entries": numbers}))


def chain(entries: Sequence[Entry], key: bytes = KEY) -> list[Row]:
    """The entries as a database would give them."""
    rows: list[Row] = []
    mac, seal = START, sealing(key)
    for number, one in enumerate(entries, 1):
        salt = None if one.facts is None else number.to_bytes(SALT, "big")
        hidden = commit(salt, one.facts) if salt and one.facts is not None else None
        mac = seal(mac, number, one.moment, one.actor, one.action, one.about, hidden)
        rows.append(
            Row(number, one.moment, one.actor, one.action, one.about, hidden, mac, salt, one.facts)
        )
    return rows
