"""The form as a whole: what it lacks, sending it for good, and saying that one cannot judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.peers.forms import Form, next_of, open_form
from bot.actions.peers.looking import worth_a_look
from bot.actions.peers.rating import given
from bot.actions.refusals import Refused
from bot.screens import Place, Went, place
from bot.texts import peers as texts
from bot.texts import words
from storage import audit, duties, units
from storage.duties import DutyKind
from storage.peers import Side, TicketState, drafts, tickets


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything answered so far; `goes_on` is the first question that waits.

    `mirror`: there are enough unsent forms for a look at all of them together. `version` marks
    what is shown, and says nothing of it.
    """

    number: int
    period_id: int
    name: str
    post: str
    unit: str
    upward: bool
    lines: Sequence[tuple[str, int | None]]
    comment: bool
    missing: int
    wants_reason: bool
    goes_on: Place | None
    version: int
    mirror: bool


def whole(session: Session, me: Me, ticket_id: int) -> Whole:
    """One form at a glance."""
    form = open_form(session, me, ticket_id)
    unit = units.names(session, {form.person.unit_id})[form.person.unit_id]
    return Whole(
        number=ticket_id,
        period_id=form.ticket.period_id,
        name=form.person.name,
        post=form.person.post,
        unit=unit,
        upward=form.ticket.side == Side.UPWARD,
        lines=[(one.name, given(form.said, one.key)) for one in form.asked],
        comment=bool(form.said.comment),
        missing=len(form.open_steps),
        wants_reason=form.wants_reason,
        goes_on=next_of(form) if form.open_steps else None,
        version=form.said.version,
        mirror=form.ticket.side == Side.PEER and worth_a_look(session, me, form.ticket.period_id),
    )


def send(session: Session, me: Me, ticket_id: int, version: int) -> Went:
    """Make a form final for its writer and spend the ticket; the trail says only that."""
    form = open_form(session, me, ticket_id)
    if form.said.version != version:
        return Went(place("peers.form", ticket_id), words.changed_since())
    if form.open_steps or form.wants_reason:
        raise Refused(texts.incomplete(), "incomplete")
    _end(session, me, form, TicketState.SPENT)
    said = {"period": form.ticket.period_id}
    audit.record(session, me.now, me.employee_id, "peers.send", f"ticket/{ticket_id}", said)
    return Went(place("peers.queue", form.ticket.period_id), texts.sent())


def decline(session: Session, me: Me, ticket_id: int) -> Went:
    """Give a ticket back because of a conflict of interest: what was filled in is erased."""
    form = open_form(session, me, ticket_id)
    drafts.erase(session, [ticket_id])
    _end(session, me, form, TicketState.DECLINED)
    said = {"period": form.ticket.period_id}
    audit.record(session, me.now, me.employee_id, "peers.decline", f"ticket/{ticket_id}", said)
    return Went(place("peers.queue", form.ticket.period_id), texts.declined())


def _end(session: Session, me: Me, form: Form, state: TicketState) -> None:
    if not tickets.change(session, form.number, state, me.now):
        raise Refused(texts.already_sent(), "already_sent")
    period_id = form.ticket.period_id
    left = tickets.of_rater(session, period_id, me.employee_id)
    if all(one.state != TicketState.OPEN for one in left):
        duties.done(session, DutyKind.PEERS, me.now, owner_id=me.employee_id, period_id=period_id)
