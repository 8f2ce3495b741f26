"""Who was at a forum, on which hours of learning hang, and what its record says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, String, cast, select
from sqlmodel import col

from storage.agreement.comparing import Entries, disagreements, rows, said
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.agreement.words import mark, opened, raw
from storage.audit import Reader
from storage.forum_records import RecordEdition, RecordLine, line_said
from storage.invitations import Invitation
from storage.vault import Vault

ATTEND = "forums.attend"
PUBLISH = ("forums.publish",)


def of_presence(reader: Reader) -> Iterator[Finding]:
    """By whom and when it was noted; not what was before entries named the person."""
    person: Any = cast(col(Invitation.employee_id), String)
    stored = rows(
        col(Invitation.id), "forum", person, col(Invitation.noted_by),
        col(Invitation.attended_at), person, of=col(Invitation.forum_id),
    ).where(col(Invitation.noted_by).is_not(None))  # fmt: skip
    entries = Entries((ATTEND,), said("employee"), key=said("employee"))
    yield from disagreements(reader, Kind.PRESENCE, stored, entries)


def of_records(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Every edition that was published: its lines, who owes what of them, why it was corrected."""
    told: dict[tuple[int, int], tuple[int, str | None]] = {}
    for entry in entries(connection, PUBLISH):
        about, _, number = entry.about.partition("/")
        told[int(about), int(number)] = (entry.number, (entry.facts or {}).get("said"))
    lines = _lines(connection, vault)
    columns = (col(RecordEdition.forum_id), col(RecordEdition.edition), raw(RecordEdition.reason))
    for forum, edition, reason in connection.execute(select(*columns)):
        entry_number, marked = told.pop((forum, edition), (None, None))
        if entry_number is None:
            yield Finding(Kind.FORUM_RECORD, Fault.UNRECORDED, str(forum), str(edition), None)
            continue
        there = [
            words
            for since, until, words in lines.get(forum, ())
            if since <= edition and (until is None or until > edition)
        ]
        if marked and marked != mark(vault, *there, opened(vault, reason)):
            yield Finding(Kind.FORUM_RECORD, Fault.DIFFERS, str(forum), str(edition), entry_number)
    for (forum, edition), (entry_number, _) in told.items():
        yield Finding(Kind.FORUM_RECORD, Fault.GONE, str(forum), str(edition), entry_number)


def _lines(connection: Connection, vault: Vault) -> dict[int, list[tuple[int, int | None, str]]]:
    """Every line by its forum, in the order in which it stands: from and before which edition."""
    columns: tuple[Any, ...] = (
        col(RecordLine.forum_id), col(RecordLine.since), col(RecordLine.until),
        col(RecordLine.kind), col(RecordLine.owner_id), col(RecordLine.due_on),
        raw(RecordLine.text),
    )  # fmt: skip
    ordered = select(*columns).order_by(col(RecordLine.position), col(RecordLine.id))
    found: dict[int, list[tuple[int, int | None, str]]] = {}
    for forum, since, until, kind, owner, due, text in connection.execute(ordered):
        words = line_said(kind, owner, due, opened(vault, text))
        found.setdefault(forum, []).append((since, until, words))
    return found
