"""Everything that is held of a person and may be shown to them, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Column, select, true
from sqlmodel import Session, col

from bot.rules.evidence import EvidenceState
from bot.rules.personal import Held
from storage.achievements import Achievement
from storage.evidence import Evidence
from storage.exhibits import Exhibit
from storage.objections.objection import Objection
from storage.personal.holdings import HOLDINGS, Holding, shown
from storage.trainings import Learning
from storage.trainings.proofs import LearningProof

Value = str | int | bool | None
Rows = list[dict[str, Value]]


def copied(session: Session, employee_id: int) -> Mapping[Held, Mapping[str, Rows]]:
    """By kind and table, oldest first; what names others is left out (UU 27/2022 art. 33)."""
    found: dict[Held, dict[str, Rows]] = {kind: {} for kind in Held}
    for one in HOLDINGS:
        columns = list(_columns(one))
        asked = select(*columns).where(shown(one, employee_id))
        rows = session.connection().execute(asked.order_by(*one.table.primary_key))
        names = [column.name for column in columns]
        made: Rows = [
            {name: plain(value) for name, value in zip(names, row, strict=True)} for row in rows
        ]
        if made:
            found[one.kind][one.name] = made
    return found


class KeptFile(NamedTuple):
    """A file that somebody sent: its name here (`sha256`), its own, what it is, its bytes."""

    sha256: str
    name: str
    file_type: str
    size: int


def files(session: Session, employee_id: int) -> list[KeptFile]:
    """What the person sent and we hold, newest first; not what raters said about it."""
    found: list[KeptFile] = []
    owned = (
        (Evidence, Evidence.achievement_id, Achievement, col(Evidence.turn_id) == 0),
        (Exhibit, Exhibit.objection_id, Objection, true()),
        (LearningProof, LearningProof.learning_id, Learning, true()),
    )
    for table, through, owner, only in owned:
        columns = (table.sha256, table.name, table.file_type, table.size)
        asked = select(*map(_any, columns)).join(owner, _any(owner.id) == _any(through))
        kept = (
            _any(owner.employee_id) == employee_id,
            _any(table.state) == EvidenceState.KEPT,
            only,
        )
        rows = session.connection().execute(asked.where(*kept).order_by(_any(table.id).desc()))
        found += [KeptFile(name, said, kind, size or 0) for name, said, kind, size in rows]
    return found


def _any(column: Any) -> Any:
    return column


def _columns(one: Holding) -> Iterator[Column[Any]]:
    """Those that say something of the person and of nobody else."""
    for column in one.table.columns:
        others = any(key.target_fullname == "employee.id" for key in column.foreign_keys)
        others = others or column.name.endswith(("_by", "viewer_id", "chat_id", "file_id"))
        if others and column.name != one.whose:
            continue
        if column.name in one.hidden or column.type.python_type is bytes:
            continue
        yield column


def plain(value: object) -> Value:
    """A value as JSON has it: days and moments in ISO 8601, decimals as text."""
    match value:
        case None | bool() | int() | str():
            return value
        case datetime() | date() | time():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            raise TypeError(type(value).__name__)
