"""The bot comes into a group, follows it, leaves it; and where the posts of a unit go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions import rights
from bot.actions.cases import reaches
from bot.actions.days import office_day
from bot.actions.me import read_me
from bot.rules.authority import Role
from bot.screens import place
from storage import accounts, audit, grants, groups, outbox
from storage.groups import Serving, UnitGroup
from storage.outbox import Kind
from storage.printing import printing_of

ASKED, LOST, MUTED = "groups.asked", "groups.lost", "groups.muted"
MUTED_PAUSE, PATIENCE = timedelta(hours=1), timedelta(3)
RIGHT = "groups.keep"
KEEPERS = (Role.HR, Role.HEAD)


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
    if not groups.add(session, row):
        groups.rename(session, chat_id, title)
        return True
    added = groups.at(session, chat_id)
    assert added is not None
    outbox.put(
        session, f"{ASKED}/{added.id}", Kind.DECISION, ASKED, now, to=me.employee_id,
        facts={"group": added.id}, opens=place("groups.units", added.id or 0, 0),
    )  # fmt: skip
    _record(session, now, me.employee_id, "add", added.id, {"chat": chat_id})
    return True


def left(session: Session, chat_id: int, now: datetime) -> None:
    """The bot is no longer in a group: its posts go on elsewhere, whoever connected it is told."""
    row = groups.at(session, chat_id, hold=True) if chat_id < 0 else None
    if row is None:
        return
    number, unit_id = row.id or 0, row.unit_id
    _end(session, row, now)
    redirect(session, chat_id, unit_id)
    if unit_id is None:
        return
    for person in _keepers(session, unit_id, row.connected_by, now):
        outbox.put(
            session, f"{LOST}/{number}/{person}", Kind.DECISION, LOST, now, to=person,
            facts={"unit": unit_id}, opens=place("groups.list", 0),
        )  # fmt: skip


def muted(session: Session, chat_id: int, since: datetime, now: datetime) -> bool:
    """The bot may not write in a group that serves a unit: whoever connected it hears so, once a
    day. Whether it is one, and what was owed `since` is worth another try.
    """
    row = groups.at(session, chat_id) if chat_id < 0 else None
    if row is None or row.unit_id is None:
        return False
    for person in _keepers(session, row.unit_id, row.connected_by, now):
        key = f"{MUTED}/{row.id}/{office_day(now)}/{person}"
        outbox.put(
            session, key, Kind.DECISION, MUTED, now, to=person, facts={"group": row.id},
            opens=place("groups.one", row.id or 0),
        )  # fmt: skip
    return now - since < PATIENCE


def moved(session: Session, old: int, new: int, now: datetime) -> None:
    """A group became a supergroup: what it serves and what is owed to it follow."""
    row, twin = (groups.at(session, chat, hold=True) for chat in (old, new))
    if row is not None:
        if twin is not None and twin.unit_id is not None and row.unit_id is None:
            _end(session, row, now)
        else:
            if twin is not None:
                _end(session, twin, now)
            groups.move(session, old, new)
            _record(session, now, None, "move", row.id, {"chat": new})
    outbox.move_chat(session, old, new)


def redirect(session: Session, chat_id: int, unit_id: int | None) -> None:
    """What waits for a chat goes where posts of the unit go now."""
    found = None if unit_id is None else board(session, unit_id)
    outbox.leave_chat(session, chat_id, found.chat_id if found else 0)


def _keepers(session: Session, unit_id: int, connected_by: int | None, now: datetime) -> list[int]:
    """Whoever connected it while that is theirs to do, else all who could connect another."""
    able = {
        one.employee_id
        for role in KEEPERS
        for one in grants.holders(session, role, office_day(now))
        if reaches(session, unit_id, (one.unit_id,))
    }
    here = accounts.holders(session, able)
    return [connected_by] if connected_by in here else sorted(here)


def _end(session: Session, row: UnitGroup, now: datetime) -> None:
    groups.remove(session, row.id or 0)
    _record(session, now, None, "left", row.id, {"unit": row.unit_id})


def _record(
    session: Session, now: datetime, by: int | None, verb: str, number: int | None,
    facts: Mapping[str, object],
) -> None:  # fmt: skip
    audit.record(session, now, by, f"groups.{verb}", f"group/{number}", facts)
