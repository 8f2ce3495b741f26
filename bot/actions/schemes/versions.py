"""Every scheme that ever was, from when to when, and who approved it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.rights import demand
from bot.actions.schemes.pinned import read
from storage import employees, periods, scheme_changes
from storage.periods import SchemeVersion

PAGE = 5


@dataclass(frozen=True, slots=True)
class Approval:
    """Who proposed a scheme and who approved it, and when; names without rank or sex."""

    author: str
    approver: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """`until`: the day from which a newer one holds. No `approval`: it came with the program."""

    scheme_id: int
    version: int
    name: str
    since: date
    approval: Approval | None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    page: int
    total: int
    items: Sequence[Version]


def versions(session: Session, me: Me, page: int = 0) -> Versions:
    """Every scheme that ever was, newest first, with who approved it."""
    demand(session, me, "schemes.read", about=me.employee_id)
    rows = scheme_changes.versions(session)
    at = max(0, min(page, (len(rows) - 1) // PAGE))
    shown = rows[at * PAGE : (at + 1) * PAGE]
    return Versions(at, len(rows), [version(session, row, rows, me.zone) for row in shown])


def version(
    session: Session, row: SchemeVersion, every: Sequence[SchemeVersion], zone: ZoneInfo
) -> Version:
    assert row.id is not None
    change = scheme_changes.of_scheme(session, row.id)
    approval = None
    if change is not None and change.decided_by is not None and change.decided_at is not None:
        author = employees.get(session, change.author_id)
        approver = employees.get(session, change.decided_by)
        assert author is not None
        assert approver is not None
        approval = Approval(author.name, approver.name, change.decided_at.astimezone(zone))
    later = [one.in_force_from for one in every if one.version > row.version]
    return Version(
        row.id,
        row.version,
        read(row.body).name,
        row.in_force_from,
        approval,
        min(later, default=None),
    )


def version_of(session: Session, change_id: int) -> tuple[int, date] | None:
    """The scheme that an approved change brought, and from when it is in force."""
    change = scheme_changes.get(session, change_id)
    row = periods.scheme(session, change.scheme_id) if change and change.scheme_id else None
    return (row.id or 0, row.in_force_from) if row else None
