"""Steps that are overdue, or whose owner has left: the host is told once of each.

Where the host has left as well, whoever looks after the forum now is told instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from bot.actions.days import agency_days
from bot.actions.forums.stewards import stewards
from bot.screens import place
from storage import action_items as items
from storage import employees, forums, outbox
from storage.action_items import ActionItem
from storage.forums import Forum
from storage.outbox import Kind, Owed

CHUNK = 200
TEMPLATE = "forums.item_overdue"


class Overdue(NamedTuple):
    """A step still open; `host_left` and `left`: its host, its owner works here no longer."""

    forum: Forum
    row: ActionItem
    owner: str
    host_left: bool
    left: bool


def tell_hosts(session: Session, now: datetime) -> bool:
    """Owe each letter that is due; True while there are more."""
    found = items.stuck(session, agency_days(session, now).last, CHUNK)
    if not found:
        return False
    items.told(session, [row.id or 0 for row, _, _ in found], now)
    told = {host: stewards(session, host, now) for _, host, _ in found}
    owed = [
        letter
        for row, host, gone in found
        for letter in _letters(row, host, told[host], gone=gone)
    ]
    outbox.put_many(session, Kind.REMINDER, TEMPLATE, now, owed)
    return len(found) == CHUNK


def _letters(row: ActionItem, host: int, told: list[int], *, gone: bool) -> Iterator[Owed]:
    why = f"left/{row.owner_id}" if gone else f"overdue/{row.due_on}"
    for who in told:
        if who != row.owner_id:
            key = f"action_item/{row.id}/{why}" + (f"/{who}" if who != host else "")
            facts = {"item": row.id, "due": row.due_on.isoformat()}
            yield Owed(key, who, facts, place("forums.item", row.id or 0))


def still_overdue(session: Session, item_id: int, due: date) -> Overdue | None:
    """A step that is still open and due that day."""
    row = items.get(session, item_id)
    if row is None or row.done_at or row.cancelled_at or row.due_on != due:
        return None
    forum, owner = forums.get(session, row.forum_id), employees.get(session, row.owner_id)
    assert forum is not None
    assert owner is not None
    host = employees.get(session, forum.host_id)
    host_left = host is None or host.left_on is not None
    return Overdue(forum, row, owner.name, host_left, owner.left_on is not None)
