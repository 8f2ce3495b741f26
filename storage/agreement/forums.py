"""Who was at a forum: hours of learning and awards hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import String, cast
from sqlmodel import col

from storage.agreement.comparing import Entries, disagreements, rows, said
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.invitations import Invitation

ATTEND = "forums.attend"


def of_presence(reader: Reader) -> Iterator[Finding]:
    """By whom and when it was noted; not what was before entries named the person."""
    person: Any = cast(col(Invitation.employee_id), String)
    stored = rows(
        col(Invitation.id), "forum", person, col(Invitation.noted_by),
        col(Invitation.attended_at), person, of=col(Invitation.forum_id),
    ).where(col(Invitation.noted_by).is_not(None))  # fmt: skip
    entries = Entries((ATTEND,), said("employee"), key=said("employee"))
    yield from disagreements(reader, Kind.PRESENCE, stored, entries)
