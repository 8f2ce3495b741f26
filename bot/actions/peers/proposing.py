"""Before the draw: the employee proposes one colleague, the superior one for each subordinate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.rules.peers import Way
from bot.rules.periods import PeriodState
from bot.screens import Place, Went, place
from bot.texts import desk, words
from bot.texts.peers import proposing
from storage import audit, duties, employees, periods
from storage.duties import FOR_MINE, OWN, DutyKind
from storage.employees import Employee
from storage.peers import draws, proposals
from storage.periods import Period

PAGE = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom I propose about somebody (`mine`: about myself), so far, and until when I may."""

    period_id: int
    employee_id: int
    year: int
    quarter: int
    mine: bool
    name: str
    proposed: str
    until: date


@dataclass(frozen=True, slots=True)
class Candidates:
    period_id: int
    employee_id: int
    people: Sequence[Found]


@dataclass(frozen=True, slots=True)
class Team:
    """My subordinates with the colleague I proposed about each, "" where none."""

    period_id: int
    year: int
    quarter: int
    people: Sequence[tuple[int, str, str]]
    page: int
    pages: int


def ask(session: Session, me: Me, period_id: int, employee_id: int) -> Asked:
    """The question for a colleague's name."""
    period, person = _open(session, me, period_id, employee_id)
    way = _way(me, employee_id)
    chosen = proposals.proposed(session, period_id, way, [employee_id]).get(employee_id)
    peer = employees.get(session, chosen) if chosen else None
    return Asked(
        period_id, employee_id, period.year, period.quarter, employee_id == me.employee_id,
        person.name, peer.name if peer else "", schemes.proposals_until(session, period),
    )  # fmt: skip


def search(session: Session, me: Me, period_id: int, employee_id: int, text: str) -> Place:
    """Look for a colleague by name among everybody who may be proposed."""
    _open(session, me, period_id, employee_id)
    barred = {employee_id, me.employee_id, *employees.chain(session, employee_id)}
    ids = [one for one in find(session, text) if one not in barred]
    if not ids:
        raise Refused(desk.nobody_found(), "nobody_found")
    return place("peers.found", period_id, employee_id, *ids)


def candidates(
    session: Session, me: Me, period_id: int, employee_id: int, *ids: int
) -> Candidates:
    _open(session, me, period_id, employee_id)
    return Candidates(period_id, employee_id, found(session, ids))


def propose(session: Session, me: Me, period_id: int, employee_id: int, peer_id: int) -> Went:
    """Propose this colleague in place of the one before; who is drawn in the end nobody learns."""
    _open(session, me, period_id, employee_id)
    peer = employees.get(session, peer_id)
    if peer is None or peer.left_on is not None or peer_id in (employee_id, me.employee_id):
        raise Refused(words.not_available(), "no_such_colleague")
    above, below = employees.chain(session, employee_id), employees.chain(session, peer_id)
    if peer_id in above or employee_id in below:
        raise Refused(proposing.in_line(), "in_line")
    way = _way(me, employee_id)
    proposals.propose(session, period_id, employee_id, way, peer_id, me.employee_id, me.now)
    facts = {"period": period_id, "way": way.value, "peer": peer_id}
    about = f"employee/{employee_id}"
    audit.record(session, me.now, me.employee_id, "peers.propose", about, facts)
    _settle(session, me, period_id)
    where = "peers.home" if employee_id == me.employee_id else f"peers.team/{period_id}/0"
    return Went(Place.parse(where), proposing.proposed())


def team(session: Session, me: Me, period_id: int, page: int = 0) -> Team:
    """My direct subordinates, whom I propose one colleague about each."""
    rights.demand(session, me, "peers.home", about=me.employee_id)
    period = _period(session, me, period_id)
    people = employees.reports(session, me.employee_id)
    some = leaf(people, page, PAGE)
    ids = [one.id for one in some.items if one.id]
    chosen = proposals.proposed(session, period_id, Way.SUPERIOR, ids)
    names = employees.many(session, list(chosen.values()))
    lines = [
        (one.id or 0, one.name, names[chosen[one.id or 0]].name if one.id in chosen else "")
        for one in some.items
    ]
    return Team(period_id, period.year, period.quarter, lines, some.page, some.pages)


def _settle(session: Session, me: Me, period_id: int) -> None:
    """Nobody is reminded of what is proposed."""
    mine = proposals.proposed(session, period_id, Way.EMPLOYEE, [me.employee_id])
    team = [one.id for one in employees.reports(session, me.employee_id) if one.id]
    named = proposals.proposed(session, period_id, Way.SUPERIOR, team) if team else {}
    for there, number in ((bool(mine), OWN), (len(named) == len(team), FOR_MINE)):
        if there:
            duties.done(
                session, DutyKind.NOMINATE, me.now, owner_id=me.employee_id,
                period_id=period_id, object_id=number,
            )  # fmt: skip


def _open(session: Session, me: Me, period_id: int, employee_id: int) -> tuple[Period, Employee]:
    rights.demand(session, me, "peers.propose", about=employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    return _period(session, me, period_id), person


def _period(session: Session, me: Me, period_id: int) -> Period:
    """A period for which nobody was drawn yet."""
    period = periods.get(session, period_id)
    if period is None or not schemes.of_period(session, period).asks_peers:
        raise Refused(words.not_available(), "no_peers")
    if not is_open(session, period, me.today):
        raise Refused(proposing.drawn_already(), "drawn")
    return period


def is_open(session: Session, period: Period, today: date) -> bool:
    """Whether colleagues may still be proposed."""
    assert period.id is not None
    begun = draws.of_period(session, period.id) is not None
    last = schemes.proposals_until(session, period)
    return period.state == PeriodState.OPEN and not begun and today <= last


def _way(me: Me, employee_id: int) -> Way:
    return Way.EMPLOYEE if employee_id == me.employee_id else Way.SUPERIOR
