"""The bot comes into a group, moves with it, leaves it; and where the posts of a unit go."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import read_me
from bot.screens import place
from storage import audit, groups, outbox
from storage.groups import Serving, UnitGroup
from storage.outbox import Kind
from storage.printing import printing_of

ASKED, LOST = "groups.asked", "groups.lost"
RIGHT = "groups.keep"


def board(session: Session, unit_id: int) -> Serving | None:
    """Where posts of a unit go: the nearest group upward, else the office's (unit ""), if any."""
    found = groups.serving(session, unit_id)
    if found is None and (office := printing_of(session).board):
        return Serving(office, "")
    return found


def joined(session: Session, telegram_id: int, chat_id: int, title: str, now: datetime) -> bool:
    """The bot was put into a group: whoever may connect it is asked for the unit, in private.

    Whether somebody with the right did it; of others nothing is kept.
    """
    me = read_me(session, telegram_id, now)
    if me is None or not rights.allowed(session, me, RIGHT):
        return False
    row = UnitGroup(chat_id=chat_id, title=title, added_by=me.employee_id, added_at=now)
    if groups.add(session, row):
        added = groups.at(session, chat_id)
        assert added is not None
        outbox.put(
            session, f"{ASKED}/{added.id}", Kind.DECISION, ASKED, now, to=me.employee_id,
            facts={"group": added.id}, opens=place("groups.units", added.id or 0, 0),
        )  # fmt: skip
        audit.record(session, now, me.employee_id, "groups.add", f"group/{added.id}")
    return True


def left(session: Session, chat_id: int, now: datetime) -> bool:
    """The bot is no longer in a group: its posts go on elsewhere, whoever connected it is told.

    Whether it was one of ours.
    """
    row = groups.at(session, chat_id) if chat_id < 0 else None
    if row is None or row.id is None:
        return False
    number, unit_id, told = row.id, row.unit_id, row.connected_by
    groups.remove(session, number)
    redirect(session, chat_id, unit_id)
    if unit_id is not None and told is not None:
        outbox.put(
            session, f"{LOST}/{number}", Kind.DECISION, LOST, now, to=told,
            facts={"unit": unit_id}, opens=place("groups.list", 0),
        )  # fmt: skip
    audit.record(session, now, None, "groups.left", f"group/{number}", {"unit": unit_id})
    return True


def moved(session: Session, old: int, new: int) -> None:
    """A group became a supergroup: what it serves and what is owed to it follow."""
    groups.move(session, old, new)
    outbox.move_chat(session, old, new)


def redirect(session: Session, chat_id: int, unit_id: int | None) -> None:
    """What waits for a chat goes where posts of the unit go now."""
    found = None if unit_id is None else board(session, unit_id)
    outbox.leave_chat(session, chat_id, found.chat_id if found else 0)
