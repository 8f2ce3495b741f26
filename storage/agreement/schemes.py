"""Schemes: installed with the program, or approved by a second person, and never changed."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, case, select
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.periods import SchemeVersion
from storage.scheme_changes import APPROVED, REFUSED, SchemeChange

INSTALL, APPROVE, REFUSE = "schemes.install", "schemes.approve", "schemes.refuse"
_STATE: Any = case({APPROVE: APPROVED, REFUSE: REFUSED}, value=ENTRIES.c.action)


def of_changes(reader: Reader) -> Iterator[Finding]:
    """Every decision on a change of the scheme."""
    stored = rows(
        col(SchemeChange.id), "scheme_change", NOTHING, col(SchemeChange.decided_by),
        col(SchemeChange.decided_at), col(SchemeChange.state),
    ).where(col(SchemeChange.state).in_((APPROVED, REFUSED)))  # fmt: skip
    decided = Entries((APPROVE, REFUSE), _STATE)
    return disagreements(reader, Kind.SCHEME_CHANGE, stored, decided)


def of_schemes(connection: Connection) -> Iterator[Finding]:
    """Every version, to the letter where it was approved."""
    said: dict[str, tuple[int, str | None, str | None]] = {}
    for entry in entries(connection, (INSTALL, APPROVE)):
        facts = entry.facts or {}
        if entry.action == INSTALL:
            said[entry.about.rpartition("/")[2]] = (entry.number, None, None)
        else:
            said[str(facts.get("version"))] = (
                entry.number, facts.get("sha256"), facts.get("from"),
            )  # fmt: skip
    columns = col(SchemeVersion.version), col(SchemeVersion.in_force_from), col(SchemeVersion.body)
    for version, since, body in connection.execute(select(*columns)):
        told = said.pop(str(version), None)
        if told is None:
            yield Finding(Kind.SCHEME, Fault.UNRECORDED, str(version), "", None)
            continue
        number, digest, day = told
        same = digest in (None, sha256(body.encode()).hexdigest())
        if not same or day not in (None, since.isoformat()):
            yield Finding(Kind.SCHEME, Fault.DIFFERS, str(version), "", number)
    for gone, lost in said.items():
        yield Finding(Kind.SCHEME, Fault.GONE, gone, "", lost[0])
