"""How much of each kind is held of a person, in one statement."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import bindparam, func, literal, select
from sqlmodel import Session

from bot.rules.personal import Held
from storage import tables
from storage.personal.holdings import HOLDINGS, mine
from storage.prepared import Prepared

assert tables.METADATA.tables  # every table is known from here on, whatever was imported before


def _counting(kind: Held) -> Any:
    """The sum over all tables of a kind, as one column."""
    parts: list[Any] = [
        select(func.count())
        .select_from(one.table)
        .where(mine(one, bindparam("me")))
        .scalar_subquery()
        for one in HOLDINGS
        if one.kind is kind
    ]
    return sum(parts, start=literal(0))


@cache
def _counts() -> Prepared:
    """Built when it is first asked for: every table is known by then."""
    return Prepared(select(*(_counting(kind).label(kind.value) for kind in Held)))


def counts(session: Session, employee_id: int) -> Mapping[Held, int]:
    """Rows of each kind about a person; what is not published yet is counted too."""
    row = _counts().first(session, me=employee_id)
    assert row is not None
    return dict(zip(Held, row, strict=True))
