"""The draw of a period: everybody of a few units at a time, in the order of the units."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.actions import schemes
from bot.rules.peers import Colleague, Draw, Way, draw
from bot.rules.schemes import PeerRules
from storage import absences, accounts, audit, employees
from storage.employees import Post
from storage.peers import PeerDraw, Side, draws, proposals
from storage.periods import Period

CHUNK = 2_000
SEED_BYTES = 8
UPWARD = "upward"


@dataclass(frozen=True)
class Field:
    """The whole organisation as a draw sees it.

    `here` can answer; `cap` is how many forms about colleagues somebody may still get.
    """

    posts: Mapping[int, Post]
    here: frozenset[int]
    cap: Mapping[int, int]
    conflicts: Sequence[tuple[int, int]]
    by_unit: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_superior: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def beside(self, people: Iterable[int]) -> set[int]:
        """These, whoever may be drawn for them, and everybody above all of those."""
        found: set[int] = set()
        for number in people:
            post = self.posts[number]
            found.update([number, *self.by_unit[post.unit_id]])
            found.update(self.by_superior.get(post.superior_id or 0, ()))
        for number in list(found):
            above = self.posts[number].superior_id or 0
            while above in self.posts and above not in found:
                found.add(above)
                above = self.posts[above].superior_id or 0
        return found


def step(session: Session, period: Period, now: datetime) -> bool:
    """Draw for a few units more; whether there was anything left to do."""
    assert period.id is not None
    known = draws.of_period(session, period.id)
    if known is not None and known.drawn_at is not None:
        return False
    if known is None:
        _begin(session, period, now)
        known = draws.of_period(session, period.id)
        assert known is not None
    _draw(session, period, known, now)
    return True


def field_of(session: Session, period: Period, now: datetime, rules: PeerRules) -> Field:
    """Everybody in service; who has no account or is away for the whole window gets no form."""
    assert period.id is not None
    posts = {post.id: post for post in employees.posts(session)}
    away = absences.away_on(session, now.date()) & absences.away_on(session, period.rate_until)
    here = frozenset(accounts.holders(session) - away)
    carried = draws.loads(session, period.id)
    cap = {
        number: max(0, rules.load - carried.get(number, 0)) if number in here else 0
        for number in posts
    }
    whole = Field(posts, here, cap, draws.conflicts(session))
    for post in posts.values():
        whole.by_unit[post.unit_id].append(post.id)
        if post.superior_id is not None:
            whole.by_superior[post.superior_id].append(post.id)
    return whole


def draw_for(
    whole: Field,
    ratees: Sequence[int],
    rules: PeerRules,
    seed: str,
    proposed: Mapping[Way, Mapping[int, int]],
    conflicts: Sequence[tuple[int, int]],
) -> Draw:
    """The draw for these people among all who may be asked about them."""
    named = [number for by in proposed.values() for number in by.values() if number in whole.posts]
    people, rated = whole.beside([*ratees, *named]), set(ratees)
    colleagues = [
        Colleague(
            number, whole.posts[number].unit_id, whole.posts[number].superior_id,
            whole.cap[number], number in rated,
        )
        for number in sorted(people)
    ]  # fmt: skip
    by_employee, by_superior = (proposed.get(way, {}) for way in (Way.EMPLOYEE, Way.SUPERIOR))
    return draw(
        colleagues, rules, seed, conflicts=conflicts, by_employee=by_employee,
        by_superior=by_superior,
    )  # fmt: skip


def ticket(period_id: int, side: Side, about: int, rater: int, way: str) -> dict[str, Any]:
    return {
        "period_id": period_id, "side": side.value, "about_id": about, "rater_id": rater,
        "way": way,
    }  # fmt: skip


def _begin(session: Session, period: Period, now: datetime) -> None:
    assert period.id is not None
    seed = secrets.token_hex(SEED_BYTES)
    if draws.begin(session, period.id, seed, now):
        audit.record(session, now, None, "peers.draw", f"peers/{period.id}", {"seed": seed})


def _draw(session: Session, period: Period, known: PeerDraw, now: datetime) -> None:
    assert period.id is not None
    scheme = schemes.of_period(session, period)
    whole = field_of(session, period, now, scheme.peers)
    people, reached = _next_units(whole, known.reached)
    if not people:
        draws.note(session, period.id, drawn_at=now)
        return
    ratees = [number for number in people if whole.posts[number].superior_id in whole.posts]
    proposed = {
        way: proposals.proposed(session, period.id, way, ratees)
        for way in (Way.EMPLOYEE, Way.SUPERIOR)
    }
    made = draw_for(whole, ratees, scheme.peers, known.seed, proposed, whole.conflicts)
    rows = [
        ticket(period.id, Side.PEER, one.ratee, one.rater, one.way.value) for one in made.drawn
    ]
    rows += _upward(whole, period.id, people, scheme.peers)
    draws.add_many(session, rows)
    draws.note(session, period.id, reached=reached)
    facts = {"to_unit": reached, "tickets": len(rows)} | _short(made)
    audit.record(session, now, None, "peers.drawn", f"peers/{period.id}", facts)


def _next_units(whole: Field, reached: int) -> tuple[list[int], int]:
    """People of the next units, at least one unit and then as many as fit in a chunk."""
    people: list[int] = []
    for unit in sorted(number for number in whole.by_unit if number > reached):
        if people and len(people) + len(whole.by_unit[unit]) > CHUNK:
            break
        people += whole.by_unit[unit]
        reached = unit
    return people, reached


def _upward(
    whole: Field, period_id: int, people: Sequence[int], rules: PeerRules
) -> list[dict[str, Any]]:
    """Every direct subordinate who can be asked; nobody where too few are for an answer."""
    rows = []
    for superior in people:
        below = [one for one in whole.by_superior.get(superior, ()) if one in whole.here]
        if len(below) >= rules.shown_from:
            rows += [ticket(period_id, Side.UPWARD, superior, one, UPWARD) for one in below]
    return rows


def _short(made: Draw) -> dict[str, int]:
    counted: dict[str, int] = {}
    for one in made.short:
        counted[one.reason.value] = counted.get(one.reason.value, 0) + 1
    return counted
