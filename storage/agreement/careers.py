"""Careers: what HR put on record, what heads decided, who objects to being profiled."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, LargeBinary, select, type_coerce
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.agreement.words import mark, opened
from storage.audit import Reader
from storage.career import CareerDecision, CareerFact, CareerObjection
from storage.vault import Vault

RECORD, DECIDE = "career.record", "career.decide"
OBJECT, ALLOW = "career.object", "career.allow"


def of_careers(reader: Reader) -> Iterator[Finding]:
    """Whose fact of which kind and day; what was decided of whom; every objection."""
    facts = rows(
        col(CareerFact.id), "careerfact", NOTHING, col(CareerFact.recorded_by),
        col(CareerFact.recorded_at),
        text(col(CareerFact.employee_id), col(CareerFact.kind), col(CareerFact.year),
             col(CareerFact.day)),
    )  # fmt: skip
    told = text(said("employee"), said("kind"), said("year"), said("day"))
    yield from disagreements(reader, Kind.CAREER_FACT, facts, Entries((RECORD,), told))
    decided = rows(
        col(CareerDecision.id), "careerdecision", NOTHING, col(CareerDecision.decided_by),
        col(CareerDecision.decided_at),
        text(col(CareerDecision.employee_id), col(CareerDecision.kind)),
    )  # fmt: skip
    told = text(said("employee"), said("kind"))
    yield from disagreements(reader, Kind.CAREER_DECISION, decided, Entries((DECIDE,), told))
    person = col(CareerObjection.employee_id)
    objecting = rows(person, "career", NOTHING, person, col(CareerObjection.since), text(person))
    newest = Entries((OBJECT, ALLOW), said("employee"), counting=(OBJECT,))
    yield from disagreements(reader, Kind.PROFILING, objecting, newest)


def _histories(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """What stands in somebody's history, with its note."""
    marks = {one.about: (one.facts or {}).get("said") for one in entries(connection, (RECORD,))}
    value = type_coerce(col(CareerFact.value), LargeBinary)
    note = type_coerce(col(CareerFact.note), LargeBinary)
    found = select(col(CareerFact.id), value, note).where(col(CareerFact.note).is_not(None))
    for number, *raw in connection.execute(found):
        told = marks.get(str(number))
        if told is not None and told != mark(vault, *(opened(vault, one) for one in raw)):
            yield Finding(Kind.CAREER_FACT, Fault.DIFFERS, str(number), "history", None)


def of_words_of_careers(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """The values on record and the reasons of decisions, which lie sealed."""
    values = {one.about: (one.facts or {}).get("value") for one in entries(connection, (RECORD,))}
    sealed = type_coerce(col(CareerFact.value), LargeBinary)
    for number, raw in connection.execute(select(col(CareerFact.id), sealed)):
        told = values.get(str(number))
        if told is not None and told != opened(vault, raw):
            yield Finding(Kind.CAREER_FACT, Fault.DIFFERS, str(number), "value", None)
    yield from _histories(connection, vault)
    marks = {one.about: (one.facts or {}).get("said") for one in entries(connection, (DECIDE,))}
    sealed = type_coerce(col(CareerDecision.reason), LargeBinary)
    for number, raw in connection.execute(select(col(CareerDecision.id), sealed)):
        told = marks.get(str(number))
        if told is not None and told != mark(vault, opened(vault, raw)):
            yield Finding(Kind.CAREER_DECISION, Fault.DIFFERS, str(number), "reason", None)
