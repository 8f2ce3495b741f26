"""What is refused, or can no longer be answered, goes to somebody else by a further lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import agency_days
from bot.actions.peers.drawing import CHUNK, ticket
from bot.actions.peers.fields import around
from storage import audit, duties, rounds, workplaces
from storage.duties import DutyKind
from storage.peers import PeerTicket, Side, TicketState, draws, replacements
from storage.periods import Period

MOST = 2_000


def step(session: Session, period: Period, now: datetime) -> bool:
    """Take back what nobody can answer any more and draw anew; whether there may be more."""
    assert period.id is not None
    _take_back(session, period, now)
    waiting = replacements.to_replace(session, period.id, CHUNK)
    if not waiting:
        return False
    _replace(session, period, waiting, now)
    return True


def _take_back(session: Session, period: Period, now: datetime) -> None:
    """Once a day: of raters who left or are away to the end, and where one leads the other now.

    And nobody stays without a colleague for whom there was no room on the days before.
    """
    assert period.id is not None
    today = agency_days(session, now).last
    if not rounds.first_today(session, f"peers.take_back/{period.id}", today):
        return
    first = max(today, period.submit_until + timedelta(1))
    found = replacements.unanswerable(session, period.id, first, period.rate_until, MOST)
    again = [one.id for one in found if one.again]
    for_good = [one.id for one in found if not one.again]
    for numbers, replaced in ((again, False), (for_good, True)):
        if numbers:
            draws.end_many(session, numbers, TicketState.GONE, replaced=replaced)
            for number in numbers:
                audit.record(session, now, None, "peers.take_back", f"ticket/{number}")
    _look_again(session, period)


def _look_again(session: Session, period: Period) -> None:
    """Once a day for whom too few are asked about: who was full last week may not be today."""
    assert period.id is not None
    fewest = schemes.of_period(session, period).peers.fewest
    if waiting := replacements.to_retry(session, period.id, fewest, MOST):
        replacements.unreplace(session, waiting)


def _replace(
    session: Session, period: Period, waiting: Sequence[PeerTicket], now: datetime
) -> None:
    """One lot for each, one a person and round; those who were asked before are barred."""
    assert period.id is not None
    one_each = {one.about_id: one for one in reversed(waiting) if one.side == Side.PEER}
    never = [one.id for one in waiting if one.side != Side.PEER and one.id]
    known = draws.of_period(session, period.id)
    assert known is not None
    rules = schemes.of_period(session, period).peers
    people = workplaces.posts_where(session, numbers=list(one_each))
    field = around(session, period, now, rules, people)
    asked = [(one.about_id, one.rater_id) for one in draws.about(session, period.id, one_each)]
    conflicts = [*draws.conflicts(session, one_each), *asked]
    seed = f"{known.seed}/{min(one.id or 0 for one in waiting)}"
    one_more = replace(rules, fewest=1, most=1)
    made = field.draw([post.id for post in people], one_more, seed, conflicts)
    today = agency_days(session, now).last
    rows = [ticket(period.id, Side.PEER, d.ratee, d.rater, d.way, today) for d in made.drawn]
    draws.add_many(session, rows)
    replacements.replace(session, [*never, *(one.id for one in one_each.values() if one.id)])
    raters = {one.rater for one in made.drawn}
    duties.owe_again(session, DutyKind.PEERS, period.id, raters)
    facts = {"seed": seed, "tickets": len(rows)}
    audit.record(session, now, None, "peers.redrawn", f"peers/{period.id}", facts)
