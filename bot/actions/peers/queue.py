"""What waits for me: whom I am asked about, in an order of my own, and the way through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.drills.gate import shut
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.peers.asking import asked_from
from bot.actions.peers.forms import across
from bot.actions.refusals import Refused
from bot.actions.waiting import Waiting
from bot.rules.peers import in_order
from bot.rules.periods import PeriodState
from bot.screens import Place, place
from bot.texts import peers as texts
from bot.texts import words
from storage import employees, periods
from storage.peers import PeerTicket, Said, Side, TicketState, drafts, draws, tickets

PAGE = 4
BEGUN, READY = "begun", "ready"


@dataclass(frozen=True, slots=True)
class Line:
    """`state`: "", begun, ready to be sent, spent."""

    number: int
    name: str
    upward: bool
    state: str


@dataclass(frozen=True, slots=True)
class Queue:
    """`goes_on` is the next question in the chosen way; None when all are answered.

    `shut`: the forms open after my drill only.
    """

    period_id: int
    year: int
    quarter: int
    open: bool
    due: date
    today: date
    people: Sequence[Line]
    page: int
    pages: int
    waiting: int
    total: int
    by_person: bool
    goes_on: Place | None
    shut: bool = False


def queue(session: Session, me: Me, period_id: int, page: int = 0) -> Queue:
    """Whom I am asked about in a period, those still to be answered first."""
    rights.demand(session, me, "peers.home", about=me.employee_id)
    period, known = periods.get(session, period_id), draws.of_period(session, period_id)
    if period is None or known is None:
        raise Refused(words.not_available(), "no_draw")
    mine = {one.id: one for one in tickets.of_rater(session, period_id, me.employee_id) if one.id}
    order = in_order(known.seed, me.employee_id, mine)
    order.sort(key=lambda one: (mine[one].state != TicketState.OPEN, mine[one].side))
    said = drafts.of_many(session, order)
    names = employees.many(session, [one.about_id for one in mine.values()])
    scheme = schemes.of_period(session, period)
    asked = {side: asked_from(scheme, side) for side in Side}
    lines = [
        Line(
            one, names[mine[one].about_id].name, mine[one].side == Side.UPWARD,
            _state(mine[one], said.get(one, Said()), len(asked[Side(mine[one].side)])),
        )
        for one in order
    ]  # fmt: skip
    some = leaf(lines, page, PAGE)
    is_open = period.state == PeriodState.RATING
    return Queue(
        period_id=period_id,
        year=period.year,
        quarter=period.quarter,
        open=is_open,
        due=period.rate_until,
        today=me.today,
        people=some.items,
        page=some.page,
        pages=some.pages,
        waiting=sum(one.state == TicketState.OPEN for one in mine.values()),
        total=len(mine),
        by_person=drafts.by_person(session, period_id, me.employee_id),
        goes_on=_next(session, me, period_id) if is_open else None,
        shut=is_open and shut(session, me, period),
    )


def _state(ticket: PeerTicket, said: Said, asked: int) -> str:
    if ticket.state == TicketState.SPENT:
        return ticket.state
    return READY if len(said.levels) == asked else BEGUN if said.levels else ""


def _next(session: Session, me: Me, period_id: int) -> Place | None:
    """The first question about a colleague that waits, in the way this person goes."""
    waits = across(session, me, period_id)
    if drafts.by_person(session, period_id, me.employee_id):
        spots = [(one, at) for one in waits.order for at in waits.waiting[one]]
    else:
        spots = waits.left(0, 0)
    return place("peers.step", *spots[0]) if spots else None


def switch(session: Session, me: Me, period_id: int, by_person: int) -> Place:
    """Go on person by person (1) or one criterion across all people (0)."""
    rights.demand(session, me, "peers.home", about=me.employee_id)
    if draws.of_period(session, period_id) is None:
        raise Refused(words.not_available(), "no_draw")
    drafts.go(session, period_id, me.employee_id, by_person=bool(by_person))
    return place("peers.queue", period_id)


def waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """For /menu: how many wait for me."""
    return [
        Waiting(texts.waiting(many), place("peers.queue", period_id), due)
        for period_id, many, due in tickets.waiting(session, me.employee_id)
    ]
