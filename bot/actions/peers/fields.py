"""Whom a draw can look at: the people drawn for, their co-workers, and those above them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.days import agency_days
from bot.rules.peers import Colleague, Coworkers, Draw, Way, draw, left, week_before
from bot.rules.schemes import PeerRules
from storage import absences, accounts
from storage.peers import draws
from storage.periods import Period
from storage.workplaces import Post, posts_where

Proposed = Mapping[Way, Mapping[int, int]]


@dataclass(frozen=True)
class Field:
    """`here` can answer; `cap` is how many forms about colleagues somebody may still get.

    `standing`: ratee, rater and way of what those drawn for answer about others already.
    """

    posts: Mapping[int, Post]
    here: frozenset[int]
    cap: Mapping[int, int]
    standing: Sequence[tuple[int, int, Way]] = ()

    def draw(
        self,
        ratees: Collection[int],
        rules: PeerRules,
        seed: str,
        conflicts: Sequence[tuple[int, int]],
        proposed: Proposed | None = None,
    ) -> Draw:
        """The draw for these people among all who may be asked about them."""
        by = proposed or {}
        return draw(
            self._colleagues(set(ratees)), rules, seed, conflicts=conflicts,
            by_employee=by.get(Way.EMPLOYEE), by_superior=by.get(Way.SUPERIOR),
            standing=self.standing,
        )  # fmt: skip

    def widened(self, units: Collection[int]) -> Field:
        """The same in which everybody of these units works in one."""
        one = min(units)
        posts = {
            post.id: post._replace(unit_id=one) if post.unit_id in units else post
            for post in self.posts.values()
        }
        return replace(self, posts=posts)

    def coworkers(self, conflicts: Sequence[tuple[int, int]]) -> Coworkers:
        """Who works with whom here, and who may never be asked about whom."""
        return Coworkers(self._colleagues(set()), conflicts, "")

    def _colleagues(self, rated: Collection[int]) -> list[Colleague]:
        return [
            Colleague(post.id, post.unit_id, post.superior_id, self.cap[post.id], post.id in rated)
            for post in self.posts.values()
        ]


def around(
    session: Session, period: Period, now: datetime, rules: PeerRules, people: Iterable[Post],
    named: Collection[int] = (),
) -> Field:  # fmt: skip
    """The field of these people; `named` are proposed from anywhere.

    Who has no account or is away for the whole window gets no form. A handful of statements,
    however many people there are.
    """
    assert period.id is not None
    posts = {post.id: post for post in people}
    standing = draws.given_by(session, period.id, list(posts))
    units = {post.unit_id for post in posts.values()}
    teams = {post.superior_id for post in posts.values() if post.superior_id is not None}
    found = [
        *posts_where(session, units=units),
        *posts_where(session, superiors=teams),
        *posts_where(session, numbers=named),
    ]
    posts |= {post.id: post for post in found}
    found = list(posts.values())
    while found:
        above = {post.superior_id for post in found if post.superior_id is not None}
        found = list(posts_where(session, numbers=above - posts.keys()))
        posts |= {post.id: post for post in found}
    here = reachable(session, period, now, posts)
    today = agency_days(session, now).last
    carried = draws.loads(session, period.id, here)
    lately = draws.loads(session, period.id, here, week_before(today)) if rules.weekly else {}
    cap = {
        number: left(rules, carried.get(number, 0), lately.get(number, 0)) if number in here else 0
        for number in posts
    }
    ways = {way.value for way in Way}
    known = [(ratee, by, Way(way) if way in ways else Way.LOT) for ratee, by, way in standing]
    return Field(posts, here, cap, known)


def reachable(
    session: Session, period: Period, now: datetime, people: Collection[int]
) -> frozenset[int]:
    """Those of these people who have an account and are not away for the whole window."""
    first = max(agency_days(session, now).last, period.submit_until + timedelta(1))
    away = absences.away_on(session, first) & absences.away_on(session, period.rate_until)
    return frozenset(accounts.holders(session, people) - away)
