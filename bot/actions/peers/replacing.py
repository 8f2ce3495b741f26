"""What is refused, or can no longer be answered, goes to somebody else by a further lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.peers.drawing import CHUNK, draw_for, field_of, ticket
from storage import audit, duties
from storage.duties import DutyKind
from storage.peers import PeerTicket, Side, TicketState, draws
from storage.periods import Period


def step(session: Session, period: Period, now: datetime) -> bool:
    """Take back what nobody can answer any more and draw anew; whether there may be more."""
    assert period.id is not None
    _take_back(session, period, now)
    waiting = draws.to_replace(session, period.id, CHUNK)
    if not waiting:
        return False
    _replace(session, period, waiting, now)
    return True


def _take_back(session: Session, period: Period, now: datetime) -> None:
    """Of raters who left or are away to the end, and where one leads the other now."""
    assert period.id is not None
    found = draws.unanswerable(session, period.id, now.date(), period.rate_until, CHUNK)
    again = [one.id for one in found if one.again]
    for_good = [one.id for one in found if not one.again]
    for numbers, replaced in ((again, False), (for_good, True)):
        if numbers:
            draws.end_many(session, numbers, TicketState.GONE, replaced=replaced)
            for number in numbers:
                audit.record(session, now, None, "peers.take_back", f"ticket/{number}")


def _replace(
    session: Session, period: Period, waiting: Sequence[PeerTicket], now: datetime
) -> None:
    """One lot for each, one a person and round; those who were asked before are barred."""
    assert period.id is not None
    one_each = {one.about_id: one for one in reversed(waiting) if one.side == Side.PEER}
    never = [one.id for one in waiting if one.side != Side.PEER and one.id]
    known = draws.of_period(session, period.id)
    assert known is not None
    scheme = schemes.of_period(session, period)
    whole = field_of(session, period, now, scheme.peers)
    before = draws.about(session, period.id, list(one_each))
    asked = [(one.about_id, one.rater_id) for one in before]
    rules = replace(scheme.peers, fewest=1, most=1)
    ratees = [number for number in one_each if number in whole.posts]
    seed = f"{known.seed}/{min(one.id or 0 for one in waiting)}"
    made = draw_for(whole, ratees, rules, seed, {}, [*whole.conflicts, *asked])
    rows = [ticket(period.id, Side.PEER, d.ratee, d.rater, d.way.value) for d in made.drawn]
    draws.add_many(session, rows)
    draws.replace(session, [*never, *(one.id for one in one_each.values() if one.id)])
    drawn = sorted({one.rater for one in made.drawn})
    if drawn:
        _owe_again(session, period.id, drawn)
    facts = {"seed": seed, "tickets": len(rows)}
    audit.record(session, now, None, "peers.redrawn", f"peers/{period.id}", facts)


def _owe_again(session: Session, period_id: int, raters: list[int]) -> None:
    """Who had answered everything is reminded of the new one; the others are already."""
    for_now = [
        one.id
        for one in duties.of_period(session, period_id, [DutyKind.PEERS])
        if one.owner_id in set(raters) and (one.done or one.cancelled)
    ]
    if for_now:
        duties.reopen(session, for_now)
