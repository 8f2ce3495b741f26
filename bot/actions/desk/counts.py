"""What lies on the desk, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import objections, peers, receipts
from bot.actions.me import Me
from bot.actions.peers.desks import Watched
from bot.actions.reach import my_reach
from bot.actions.rights import demand
from bot.actions.waiting import Waiting
from bot.rules.authority import Role
from bot.screens import place
from bot.texts import desk as texts
from storage import moves, outbox, pending_claims, reachability, superior_reports


@dataclass(frozen=True, slots=True)
class Desk:
    """`unreceived` counts receipts that wait in the newest period `published` (0: none is).

    `short` are those about whom too few colleagues are asked.
    """

    people: int
    claims: int
    reports: int
    never: int
    blocked: int
    undelivered: int
    published: int
    unreceived: int
    objections: int
    short: Watched


def desk(session: Session, me: Me) -> Desk:
    """Counts over the units my role reaches."""
    demand(session, me, "desk.open")
    reach = my_reach(session, me)
    adoption = reachability.adoption(session, reach)
    published, unreceived = receipts.count(session, me)
    return Desk(
        people=adoption.people,
        claims=pending_claims.count_pending(session, reach),
        reports=superior_reports.count_open(session, reach),
        never=adoption.never,
        blocked=adoption.blocked,
        undelivered=len(outbox.unconfirmed(session, unit_ids=reach)),
        published=published,
        unreceived=unreceived,
        objections=objections.count(session, me),
        short=peers.watched(session, me),
    )


@dataclass(frozen=True, slots=True)
class Group:
    """`agency`: my role reaches the whole agency; `plans`: changes that wait for their day."""

    agency: bool
    plans: int


def group(session: Session, me: Me) -> Group:
    """What decides which doors of a group are mine."""
    demand(session, me, "desk.open")
    reach = my_reach(session, me)
    return Group(reach is None, moves.count_planned(session, reach, me.employee_id))


def doors_open(_: Session, me: Me) -> bool:
    return me.has(Role.HR)


def find_waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """Claims and reports that wait for HR."""
    if not me.has(Role.HR):
        return ()
    reach = my_reach(session, me)
    waiting = []
    if count := pending_claims.count_pending(session, reach):
        waiting.append(Waiting(texts.claims_waiting(count), place("desk.claims", 0)))
    if count := superior_reports.count_open(session, reach):
        waiting.append(Waiting(texts.reports_waiting(count), place("desk.reports", 0)))
    return waiting
