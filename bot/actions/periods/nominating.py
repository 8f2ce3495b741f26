"""Who is reminded to propose colleagues while that is possible: the employee, and the superior."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.periods.wanting import Key, Span, Wanted
from bot.rules.peers import Way
from bot.rules.periods import Days, PeriodState
from storage.duties import FOR_MINE, OWN, DutyKind
from storage.peers import draws, proposals
from storage.periods import Period
from storage.workplaces import Post

BEFORE = timedelta(7)


def nominations(session: Session, people: Collection[Post], period: Period, today: Days) -> Wanted:
    """In the last week before the draw; nobody is late with it, for the draw goes on without."""
    assert period.id is not None
    if period.state != PeriodState.OPEN or not schemes.of_period(session, period).asks_peers:
        return {}
    last = schemes.proposals_until(session, period)
    span = Span(max(period.opens_on, last - BEFORE), last)
    if (
        not span.opens_on <= today.first
        or today.last > last
        or draws.of_period(session, period.id)
    ):
        return {}
    here = {post.id for post in people}
    led = {post.id: post.superior_id for post in people if post.superior_id in here}
    own = proposals.made(session, period.id, Way.EMPLOYEE)
    theirs = proposals.made(session, period.id, Way.SUPERIOR)
    wanted = {Key(DutyKind.NOMINATE, one, 0, OWN): span for one in led.keys() - own}
    for one in led.keys() - theirs:
        wanted[Key(DutyKind.NOMINATE, led[one] or 0, 0, FOR_MINE)] = span
    return wanted
