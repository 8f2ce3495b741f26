"""Letters about talks: owed with the fact, rendered while it still is one."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.me import Me
from bot.rules.talks import State
from bot.screens import place
from storage import employees, outbox, talks
from storage.outbox import Kind

OWED = {
    "talks.proposed": State.PROPOSED,
    "talks.agreed": State.AGREED,
    "talks.cancelled": State.CANCELLED,
    "talks.held": State.HELD,
    "talks.denied": State.DENIED,
}
"""By template the state in which the talk must still be."""


def tell(session: Session, me: Me, template: str, talk_id: int, to: int) -> None:
    """Tell the other one."""
    key = f"{template}/{talk_id}/{int(me.now.timestamp())}"
    outbox.put(
        session, key, Kind.DECISION, template, me.now, to=to, facts={"talk": talk_id},
        opens=place("talks.talk", talk_id),
    )  # fmt: skip


def still_so(session: Session, template: str, talk_id: int) -> bool:
    row = talks.get(session, talk_id)
    return row is not None and row.state == OWED[template]


def other_name(session: Session, talk_id: int, reader_id: int) -> str:
    """The name of whoever is not the reader."""
    row = talks.get(session, talk_id)
    assert row is not None
    other = row.superior_id if row.employee_id == reader_id else row.employee_id
    person = employees.get(session, other)
    return person.name if person else ""
