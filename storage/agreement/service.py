"""Notes of service: each that counts was recorded, each that was taken back too."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import literal
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.service_notes import ServiceNote

NOTE, CANCEL = "service.note", "service.cancel"


def of_service_notes(reader: Reader) -> Iterator[Finding]:
    """About whom, of which kind and days, by whom; and who took it back."""
    noted = rows(
        col(ServiceNote.id), "servicenote", NOTHING, col(ServiceNote.recorded_by),
        col(ServiceNote.confirmed_at),
        text(
            col(ServiceNote.employee_id), col(ServiceNote.kind), col(ServiceNote.since),
            col(ServiceNote.until),
        ),
    ).where(col(ServiceNote.confirmed_at).is_not(None))  # fmt: skip
    told = text(said("employee"), said("kind"), said("since"), said("until"))
    yield from disagreements(reader, Kind.SERVICE_NOTE, noted, Entries((NOTE,), told))
    cancelled = rows(
        col(ServiceNote.id), "servicenote", NOTHING, col(ServiceNote.cancelled_by),
        col(ServiceNote.cancelled_at), literal(CANCEL),
    ).where(col(ServiceNote.cancelled_at).is_not(None))  # fmt: skip
    yield from disagreements(
        reader, Kind.SERVICE_NOTE, cancelled, Entries((CANCEL,), literal(CANCEL))
    )
