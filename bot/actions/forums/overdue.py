"""Steps that are overdue, or whose owner has left: the host is told once of each."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Session

from bot.actions.days import agency_days
from bot.screens import place
from storage import action_items as items
from storage import employees, forums, outbox
from storage.action_items import ActionItem
from storage.forums import Forum
from storage.outbox import Kind, Owed

CHUNK = 200
TEMPLATE = "forums.item_overdue"


def tell_hosts(session: Session, now: datetime) -> bool:
    """Owe each letter that is due; True while there are more."""
    found = items.stuck(session, agency_days(session, now).last, CHUNK)
    if not found:
        return False
    items.told(session, [row.id or 0 for row, _, _ in found], now)
    owed = [
        Owed(
            f"action_item/{row.id}/{f'left/{row.owner_id}' if gone else f'overdue/{row.due_on}'}",
            host, {"item": row.id, "due": row.due_on.isoformat()},
            place("forums.item", row.id or 0),
        )
        for row, host, gone in found
        if host != row.owner_id
    ]  # fmt: skip
    outbox.put_many(session, Kind.REMINDER, TEMPLATE, now, owed)
    return len(found) == CHUNK


def still_overdue(
    session: Session, item_id: int, due: date
) -> tuple[Forum, ActionItem, str, bool] | None:
    """A step that is still open and due that day: its forum, itself, its owner's name, and
    whether its owner has left.
    """
    row = items.get(session, item_id)
    if row is None or row.done_at or row.cancelled_at or row.due_on != due:
        return None
    forum, owner = forums.get(session, row.forum_id), employees.get(session, row.owner_id)
    assert forum is not None
    assert owner is not None
    return forum, row, owner.name, owner.left_on is not None
