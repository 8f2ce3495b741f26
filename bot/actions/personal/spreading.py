"""Notices of a breach go to everybody concerned in chunks; its clock is watched by the hour."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.personal.officers import confirmers, covering
from bot.actions.personal.owing import owe_notice
from bot.rules.authority import Role
from bot.rules.personal import Stage, stage_of
from bot.screens import place
from storage import audit, outbox, units, workplaces
from storage.outbox import Kind, Owed
from storage.personal import breaches
from storage.personal.breaches import ASKED, Breach

CHUNK = 500
NOTICE = "personal.breach_notice"


def spread(session: Session, now: datetime) -> bool:
    """The next notices; then whoever is to be told that time runs out. True for more."""
    row = breaches.spreading(session)
    if row is not None:
        return _notices(session, row, now)
    for one in breaches.running(session):
        _watch(session, one, now)
    return False


def _notices(session: Session, row: Breach, now: datetime) -> bool:
    assert row.id is not None
    inside = units.below(session, row.unit_id) if row.unit_id else None
    posts = workplaces.posts(session)
    people = [
        one.id for one in posts
        if one.id > row.reached and (inside is None or one.unit_id in inside)
    ][:CHUNK]  # fmt: skip
    opens = place("personal.notice", row.id)
    owed = [Owed(f"{NOTICE}/{row.id}/{one}", one, {"breach": row.id}, opens) for one in people]
    outbox.put_many(session, Kind.DECISION, NOTICE, now, owed)
    done = len(people) < CHUNK
    breaches.change(session, row.id, reached=-1 if done else people[-1])
    return True


def _watch(session: Session, row: Breach, now: datetime) -> None:
    assert row.id is not None
    assert row.due_at is not None
    stage = stage_of(row.due_at, now)
    if stage <= row.told or not breaches.change(
        session, row.id, {"told": row.told}, told=int(stage)
    ):
        return
    people = set(covering(session, row.unit_id, now, Role.HR, Role.INSPECTORATE))
    if row.notice == ASKED and row.asked_by is not None:
        people |= set(confirmers(session, row.asked_by, row.unit_id, now))
    if stage is Stage.OVER:
        people |= set(covering(session, row.unit_id, now, Role.HEAD))
        audit.record(session, now, None, "breach.overdue", f"breach/{row.id}")
    owe_notice(session, row, now)
    name = "personal.breach_due"
    for person in sorted(people):
        outbox.put(
            session, f"{name}/{row.id}/{int(stage)}/{person}", Kind.DECISION, name, now,
            to=person, facts={"breach": row.id}, opens=place("personal.breach", row.id),
        )  # fmt: skip
