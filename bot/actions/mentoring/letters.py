"""Letters about mentoring: one sentence and the door."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.rules.mentoring import State
from bot.screens import place
from storage import employees, mentoring, outbox
from storage.outbox import Kind

OWED = {
    "mentoring.proposed": (State.PROPOSED,),
    "mentoring.started": (State.ACTIVE,),
    "mentoring.declined": (State.DECLINED,),
    "mentoring.met": (State.ACTIVE, State.ENDED),
    "mentoring.unmet": (State.ACTIVE, State.ENDED),
    "mentoring.ended": (State.ENDED,),
    "mentoring.lapsed": (State.LAPSED,),
}
"""By template the states in which the pair must still be."""


def tell(session: Session, now: datetime, template: str, number: int, to: int) -> None:
    outbox.put(
        session, f"{template}/{number}/{to}/{int(now.timestamp())}", Kind.DECISION, template, now,
        to=to, facts={"mentoring": number}, opens=place("mentoring.card", number),
    )  # fmt: skip


def still_so(session: Session, template: str, number: int) -> bool:
    row = mentoring.get(session, number)
    return row is not None and row.state in OWED[template]


def other_name(session: Session, number: int, reader_id: int) -> str:
    """The name of whoever is not the reader."""
    row = mentoring.get(session, number)
    assert row is not None
    other = row.mentee_id if row.mentor_id == reader_id else row.mentor_id
    person = employees.get(session, other)
    return person.name if person else ""
