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


STEPS = ("talks.drop_asked", "talks.dropped", "talks.kept")


def tell_of_step(session: Session, me: Me, template: str, number: int, to: int) -> None:
    """The same of one step from a talk."""
    key = f"{template}/{number}/{int(me.now.timestamp())}"
    outbox.put(
        session, key, Kind.DECISION, template, me.now, to=to, facts={"step": number},
        opens=place("talks.follow_up", number),
    )  # fmt: skip


def talk_of_step(session: Session, template: str, number: int) -> int:
    """The talk in which it was agreed; 0 when what the letter says is no longer so."""
    found = talks.follow_up(session, number)
    if found is None:
        return 0
    asked, open_ = found.drop_asked_at is not None, not (found.done_at or found.dropped_at)
    so = {
        "talks.drop_asked": asked and open_,
        "talks.dropped": found.dropped_at is not None,
        "talks.kept": not asked and open_,
    }
    return found.talk_id if so[template] else 0


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
