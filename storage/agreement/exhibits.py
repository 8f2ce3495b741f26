"""Files beside objections: those that were handed in, by their content."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select
from sqlmodel import col

from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.exhibits import Exhibit

FILE = ("objections.file",)


def of_exhibits(connection: Connection) -> Iterator[Finding]:
    """What each objection carries, beside what its filing says; drafts are nobody's business."""
    there: dict[int, list[str]] = {}
    columns = (col(Exhibit.objection_id), col(Exhibit.sha256))
    found = select(*columns).where(col(Exhibit.sha256) != "").order_by(col(Exhibit.id))
    for number, content in connection.execute(found):
        there.setdefault(number, []).append(content)
    for entry in entries(connection, FILE):
        said = (entry.facts or {}).get("exhibits")
        if said is not None and said != ",".join(there.get(int(entry.about), ())):
            yield Finding(Kind.EXHIBIT, Fault.DIFFERS, entry.about, "", entry.number)
