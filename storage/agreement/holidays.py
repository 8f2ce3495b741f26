"""Days off that HR put in force: to the letter, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, select
from sqlmodel import col

from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.holidays import HolidayDecree

SET = ("holidays.set",)


def of_holidays(connection: Connection) -> Iterator[Finding]:
    """Every year that was ever put in."""
    told = {one.about: one for one in entries(connection, SET)}
    columns = col(HolidayDecree.id), col(HolidayDecree.body), col(HolidayDecree.set_by)
    for number, body, by in connection.execute(select(*columns)):
        entry = told.pop(str(number), None)
        if entry is None:
            yield Finding(Kind.HOLIDAYS, Fault.UNRECORDED, str(number), "", None)
            continue
        facts = entry.facts or {}
        digest = facts.get("sha256")
        if by != entry.actor or digest not in (None, sha256(body.encode()).hexdigest()):
            yield Finding(Kind.HOLIDAYS, Fault.DIFFERS, str(number), "", entry.number)
    for gone, lost in told.items():
        yield Finding(Kind.HOLIDAYS, Fault.GONE, gone, "", lost.number)
