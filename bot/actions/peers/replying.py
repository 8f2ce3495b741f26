"""The right to answer: one reply of a person to the feedback on a published result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights, visibility
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.stamps import stamp, still
from bot.screens import Place, Went, place
from bot.texts import peers as texts
from bot.texts import words
from storage import audit, employees, outbox, periods
from storage.outbox import Kind
from storage.peers import replies

SHORTEST, LONGEST = 10, 600


@dataclass(frozen=True, slots=True)
class Reply:
    """`draft` is only its writer's; `sent` what the superior and the evaluation team read."""

    period_id: int
    employee_id: int
    year: int
    quarter: int
    name: str
    mine: bool
    draft: str
    sent: str
    sent_at: datetime | None
    seen: str


def reply(session: Session, me: Me, period_id: int, employee_id: int) -> Reply:
    """The reply of a person to the feedback on a result."""
    mine = employee_id == me.employee_id
    _demand(session, me, "peers.read_reply", period_id, employee_id)
    period, person = periods.get(session, period_id), employees.get(session, employee_id)
    assert period is not None
    assert person is not None
    said = replies.of(session, period_id, employee_id)
    draft = (said.draft or "") if said and mine else ""
    return Reply(
        period_id, employee_id, period.year, period.quarter, person.name, mine, draft,
        said.text if said else "",
        said.sent_at.astimezone(me.zone) if said and said.sent_at else None,
        stamp(draft),
    )  # fmt: skip


def write_reply(session: Session, me: Me, period_id: int, text: str) -> Place:
    """Keep what is being written; it is seen by nobody until it is sent."""
    _demand(session, me, "peers.reply", period_id, me.employee_id)
    said = text.strip()
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    if not replies.write(session, period_id, me.employee_id, said):
        raise Refused(texts.replied_already(), "already_sent")
    return place("peers.reply", period_id, me.employee_id)


def send_reply(session: Session, me: Me, period_id: int, seen: str) -> Went:
    """Make the reply final and tell the superior that there is one."""
    _demand(session, me, "peers.reply", period_id, me.employee_id)
    here = place("peers.reply", period_id, me.employee_id)
    said = replies.of(session, period_id, me.employee_id)
    if said is None or not said.draft or not still(seen, said.draft):
        return Went(here, words.changed_since())
    if not replies.send(session, period_id, me.employee_id, said.draft, me.now):
        raise Refused(texts.replied_already(), "already_sent")
    about = f"reply/{period_id}/{me.employee_id}"
    audit.record(session, me.now, me.employee_id, "peers.reply", about)
    if me.superior_id is not None:
        facts = {"period": period_id, "employee": me.employee_id}
        outbox.put(
            session, f"{about}/{me.superior_id}", Kind.REMINDER, "peers.replied", me.now,
            to=me.superior_id, facts=facts, opens=here,
        )  # fmt: skip
    return Went(here, texts.replied())


def _demand(session: Session, me: Me, right: str, period_id: int, employee_id: int) -> None:
    period = periods.get(session, period_id)
    shown = period is not None and visibility.is_visible(session, period, employee_id)
    rights.demand(session, me, right, about=employee_id, state="visible" if shown else "none")
