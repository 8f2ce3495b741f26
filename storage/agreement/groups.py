"""Groups: which chat serves which unit, so that no post goes where nobody sent it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import Entry, entries
from storage.groups import UnitGroup

ADD, MOVE, CONNECT = "groups.add", "groups.move", "groups.connect"
DISCONNECT, LEFT = "groups.disconnect", "groups.left"


@dataclass(slots=True)
class Told:
    """What the trail says of a group; `chat` 0: it does not say. `sure`: nothing was erased."""

    entry: int
    chat: int = 0
    unit: int | None = None
    by: int | None = None
    sure: bool = True


def of_groups(connection: Connection) -> Iterator[Finding]:
    """Every group: its chat, and the unit it serves since somebody connected it."""
    told = _told(connection)
    row = UnitGroup
    shown: tuple[Any, ...] = (
        col(row.id), col(row.chat_id), col(row.unit_id), col(row.connected_by),
    )  # fmt: skip
    for number, chat, unit, by in connection.execute(select(*shown).order_by(col(row.id))):
        said = told.pop(number, None)
        if said is None:
            yield Finding(Kind.GROUP, Fault.UNRECORDED, str(number), "", None)
        elif said.sure and (chat, unit, by) != (said.chat or chat, said.unit, said.by):
            yield Finding(Kind.GROUP, Fault.DIFFERS, str(number), "", said.entry)
    for number, said in told.items():
        if said.unit is not None:
            yield Finding(Kind.GROUP, Fault.GONE, str(number), "", said.entry)


def _told(connection: Connection) -> dict[int, Told]:
    found: dict[int, Told] = {}
    for one in entries(connection, (ADD, MOVE, CONNECT, DISCONNECT, LEFT)):
        number = int(one.about)
        if one.action == LEFT:
            found.pop(number, None)
            continue
        said = found.setdefault(number, Told(one.number))
        said.entry = one.number
        _follow(said, one)
        if one.action == CONNECT and said.unit is not None:
            _replace(found, number, said.unit)
    return found


def _follow(said: Told, one: Entry) -> None:
    if one.facts is None:
        said.sure = False
    elif one.action in (ADD, MOVE):
        said.chat = one.facts.get("chat", 0)
    elif one.action == CONNECT:
        said.unit, said.by = one.facts["unit"], one.actor
    else:
        said.unit, said.by = None, None


def _replace(found: dict[int, Told], number: int, unit: int) -> None:
    """The one that served the unit before serves none."""
    for other, said in found.items():
        if other != number and said.unit == unit:
            said.unit, said.by = None, None
