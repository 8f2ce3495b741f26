"""The draw of a period: a few units at a time, in the order of the units."""

from __future__ import annotations

import secrets
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import agency_days
from bot.actions.peers.desks import tell_desks
from bot.actions.peers.fields import around, reachable
from bot.rules.peers import Draw, Way
from bot.rules.schemes import PeerRules
from storage import audit, workplaces
from storage.peers import PeerDraw, Side, draws, proposals
from storage.periods import Period
from storage.workplaces import Post

CHUNK = 200
"""People drawn for in one transaction: as many as no tap waits for longer than a blink."""
SEED_BYTES = 8
UPWARD = "upward"


def step(session: Session, period: Period, now: datetime) -> bool:
    """Draw for a few people more; whether there was anything left to do."""
    assert period.id is not None
    known = draws.of_period(session, period.id)
    if known is not None and known.drawn_at is not None:
        return False
    if known is None:
        seed = secrets.token_hex(SEED_BYTES)
        if draws.begin(session, period.id, seed, now):
            audit.record(session, now, None, "peers.draw", f"peers/{period.id}", {"seed": seed})
        return True
    people = _next(session, known)
    if people:
        _draw(session, period, known, people, now)
    else:
        draws.note(session, period.id, drawn_at=now)
        tell_desks(session, period, now)
    return True


def ticket(
    period_id: int, side: Side, about: int, rater: int, way: str, day: date
) -> dict[str, Any]:
    return {
        "period_id": period_id, "side": side.value, "about_id": about, "rater_id": rater,
        "way": way, "asked_on": day,
    }  # fmt: skip


def _next(session: Session, known: PeerDraw) -> Sequence[Post]:
    """The next people by unit: whole units, but for one that is larger than a chunk."""
    people = workplaces.posts_after(session, known.unit, known.reached, CHUNK + 1)
    if len(people) <= CHUNK:
        return people
    last = people[-1].unit_id
    whole = [post for post in people if post.unit_id != last]
    return whole or people[:CHUNK]


def _draw(
    session: Session, period: Period, known: PeerDraw, people: Sequence[Post], now: datetime
) -> None:
    assert period.id is not None
    rules = schemes.of_period(session, period).peers
    ids = [post.id for post in people]
    proposed = {
        way: proposals.proposed(session, period.id, way, ids)
        for way in (Way.EMPLOYEE, Way.SUPERIOR)
    }
    named = {peer for by in proposed.values() for peer in by.values()}
    field = around(session, period, now, rules, people, named)
    ratees = [post.id for post in people if post.superior_id in field.posts]
    made = field.draw(ratees, rules, known.seed, draws.conflicts(session, ids), proposed)
    today = agency_days(session, now).last
    rows = [
        ticket(period.id, Side.PEER, one.ratee, one.rater, one.way, today) for one in made.drawn
    ]
    rows += _upward(session, period, ids, rules, now)
    draws.add_many(session, rows)
    last = people[-1]
    draws.note(session, period.id, unit=last.unit_id, reached=last.id)
    facts = {"to": last.id, "tickets": len(rows), **_short(made)}
    audit.record(session, now, None, "peers.drawn", f"peers/{period.id}", facts)


def _upward(
    session: Session, period: Period, superiors: Sequence[int], rules: PeerRules, now: datetime
) -> list[dict[str, Any]]:
    """Every direct subordinate who can be asked; nobody where too few are for an answer."""
    assert period.id is not None
    below: dict[int, list[int]] = defaultdict(list)
    found = workplaces.posts_where(session, superiors=superiors)
    here = reachable(session, period, now, [post.id for post in found])
    for post in found:
        if post.id in here and post.superior_id is not None:
            below[post.superior_id].append(post.id)
    return [
        ticket(period.id, Side.UPWARD, superior, one, UPWARD, agency_days(session, now).last)
        for superior, people in below.items()
        if len(people) >= rules.shown_from
        for one in people
    ]


def _short(made: Draw) -> dict[str, int]:
    """How many could not be served, by reason."""
    return dict(Counter(one.reason.value for one in made.short))
