"""Periods: made with a formula, turned from state to state."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select
from sqlmodel import col

from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.periods import PLANNED, Period

MAKE, TURN, PIN = "periods.make", "periods.turn", "periods.pin"


def of_periods(connection: Connection) -> Iterator[Finding]:
    """Every period's formula and state."""
    said: dict[str, tuple[int, str, str]] = {}
    for entry in entries(connection, (MAKE, TURN, PIN)):
        _, formula, _ = said.get(entry.about, (0, "", ""))
        facts = entry.facts or {}
        if entry.action == MAKE or entry.action == PIN:
            said[entry.about] = (entry.number, str(facts.get("formula")), PLANNED)
        else:
            said[entry.about] = (entry.number, formula, str(facts.get("to")))
    columns = (col(Period.year), col(Period.quarter), col(Period.formula), col(Period.state))
    for year, number, formula, state in connection.execute(select(*columns)):
        quarter = f"{year}-{number}"
        told = said.pop(quarter, None)
        if told is None:
            yield Finding(Kind.PERIOD, Fault.UNRECORDED, quarter, "", None)
        elif told[1:] != (formula, state):
            yield Finding(Kind.PERIOD, Fault.DIFFERS, quarter, "", told[0])
    for quarter, told in said.items():
        yield Finding(Kind.PERIOD, Fault.GONE, quarter, "", told[0])
