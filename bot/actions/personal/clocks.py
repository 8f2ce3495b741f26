"""The clocks of 3 x 24 hours: by the hour, holidays included; warned of, and told upwards."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.personal.officers import heads
from bot.actions.personal.owing import owe_answer
from bot.rules.personal import WARNING, Stage, stage_of
from bot.screens import place
from storage import audit, outbox
from storage.outbox import Kind
from storage.personal import requests
from storage.personal.requests import FILED, PersonalRequest

CHUNK = 50


def tick(session: Session, now: datetime) -> bool:
    """Remind of what is due within a day, tell the head of what is overdue; True for more."""
    found = list(requests.due(session, now, Stage.OVER, CHUNK))
    if len(found) < CHUNK:
        found += requests.due(session, now + WARNING, Stage.NEAR, CHUNK - len(found))
    for row in found:
        _tell(session, row, now)
    return len(found) == CHUNK


def _tell(session: Session, row: PersonalRequest, now: datetime) -> None:
    assert row.id is not None
    assert row.due_at is not None
    stage = stage_of(row.due_at, now)
    if stage <= row.told or not requests.move(session, row.id, FILED, told=int(stage)):
        return
    above = heads(session, row.employee_id, now) if stage is Stage.OVER else []
    people = owe_answer(session, row, now, above)
    if stage is Stage.OVER:
        facts = {"employee": row.employee_id, "kind": row.kind, "field": row.field}
        audit.record(session, now, None, "personal.overdue", f"personalrequest/{row.id}", facts)
    name = "personal.overdue" if stage is Stage.OVER else "personal.near"
    for person in people:
        outbox.put(
            session, f"{name}/{row.id}/{person}", Kind.DECISION, name, now, to=person,
            facts={"request": row.id}, opens=place("personal.one", row.id),
        )  # fmt: skip
