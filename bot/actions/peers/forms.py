"""One ticket in my hands: read afresh at every tap, with the right asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.drills.gate import demand_trained
from bot.actions.me import Me
from bot.actions.peers.asking import asked_from
from bot.actions.refusals import Refused
from bot.rules.peers import in_order
from bot.rules.periods import PeriodState
from bot.rules.schemes import Indicator
from bot.screens import Place, place
from bot.texts import peers as texts
from bot.texts import words
from storage import employees, periods
from storage.employees import Employee
from storage.peers import PeerTicket, Said, Side, TicketState, drafts, draws, tickets
from storage.periods import Period

LOWEST = 1
UNKNOWN = 0
"""What a button says for `not known well enough`."""


@dataclass(frozen=True, slots=True)
class Form:
    """`asked` are the indicators of this ticket, `said` what was answered so far."""

    ticket: PeerTicket
    period: Period
    person: Employee
    asked: Sequence[Indicator]
    said: Said

    @property
    def number(self) -> int:
        assert self.ticket.id is not None
        return self.ticket.id

    def at(self, step: int) -> Indicator:
        if not 1 <= step <= len(self.asked):
            raise Refused(words.not_available(), "no_such_step")
        return self.asked[step - 1]

    @property
    def open_steps(self) -> list[int]:
        """Steps without an answer."""
        return open_steps(self.asked, self.said)

    @property
    def wants_reason(self) -> bool:
        """The lowest level wants a word why."""
        return LOWEST in self.said.levels.values() and not self.said.comment


def open_steps(asked: Sequence[Indicator], said: Said) -> list[int]:
    return [step for step, one in enumerate(asked, 1) if one.key not in said.levels]


def open_form(session: Session, me: Me, ticket_id: int) -> Form:
    """A ticket of mine that can be answered now, held until the transaction ends."""
    ticket = tickets.lock(session, ticket_id)
    rights.demand(session, me, "peers.answer", about=ticket.rater_id if ticket else 0)
    assert ticket is not None
    period, person = (
        periods.get(session, ticket.period_id),
        employees.get(session, ticket.about_id),
    )
    assert period is not None
    assert person is not None
    if period.state != PeriodState.RATING:
        raise Refused(texts.window_closed(), "window_closed")
    if ticket.state != TicketState.OPEN:
        spent = ticket.state == TicketState.SPENT
        raise Refused(texts.already_sent() if spent else words.not_available(), ticket.state)
    demand_trained(session, me, period)
    asked = asked_from(schemes.of_period(session, period), ticket.side)
    return Form(ticket, period, person, asked, drafts.of(session, ticket_id))


def after(session: Session, me: Me, form: Form, step: int) -> Place:
    """Where an answer leads; never told by which answer it was.

    The next of this form, or the same criterion about the next person.
    """
    assert form.period.id is not None
    whole = drafts.by_person(session, form.period.id, me.employee_id)
    if whole or form.ticket.side != Side.PEER:
        return next_of(form, step)
    left = across(session, me, form.period.id).left(form.number, step)
    return place("peers.step", *left[0]) if left else place("peers.queue", form.period.id)


def next_of(form: Form, step: int = 0) -> Place:
    """The first question without an answer, looking on from a step; else the whole form."""
    left = sorted(form.open_steps, key=lambda one: (one <= step, one))
    return place("peers.step", form.number, left[0]) if left else place("peers.form", form.number)


@dataclass(frozen=True, slots=True)
class Across:
    """My open forms about colleagues in my own order, with the steps that wait in each."""

    order: Sequence[int]
    waiting: dict[int, list[int]]

    def left(self, number: int, step: int) -> list[tuple[int, int]]:
        """Ticket and step of all that waits: criterion by criterion from here on, then before."""
        here = (step, self.order.index(number)) if number in self.order else (0, -1)
        spots = [
            (at, self.order.index(one)) for one in self.order for at in self.waiting.get(one, ())
        ]
        spots.sort(key=lambda spot: (spot <= here, spot))
        return [(self.order[who], at) for at, who in spots]


def across(session: Session, me: Me, period_id: int) -> Across:
    """All that waits for me about colleagues."""
    known, period = draws.of_period(session, period_id), periods.get(session, period_id)
    assert known is not None
    assert period is not None
    asked = asked_from(schemes.of_period(session, period), Side.PEER)
    mine = [
        one.id
        for one in tickets.of_rater(session, period_id, me.employee_id)
        if one.side == Side.PEER and one.state == TicketState.OPEN and one.id is not None
    ]
    said = drafts.of_many(session, mine)
    waiting = {one: open_steps(asked, said.get(one, Said())) for one in mine}
    return Across(in_order(known.seed, me.employee_id, mine), waiting)
