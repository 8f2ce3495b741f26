"""Everybody around somebody, by how they stand to being asked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.peers.fields import Field, around
from bot.rules.peers import Circle, Known, circle
from storage import workplaces
from storage.peers import draws
from storage.peers.draws import REFUSED
from storage.periods import Period


def circles_of(
    session: Session, period: Period, now: datetime, people: Collection[int]
) -> dict[int, Circle]:
    """Everybody around each of these; a handful of statements for all of them."""
    rules = schemes.of_period(session, period).peers
    field = around(session, period, now, rules, workplaces.posts_where(session, numbers=people))
    known = known_of(session, period, field, people)
    those = field.coworkers(draws.conflicts(session, people))
    return {one: circle(those, one, known[one]) for one in people if one in field.posts}


def known_of(
    session: Session, period: Period, field: Field, people: Collection[int]
) -> dict[int, Known]:
    """Who was asked about each of these, who refused, who cannot be asked at all."""
    full = {number for number in field.here if not field.cap[number]}
    asked: dict[int, set[int]] = {one: set() for one in people}
    refused: dict[int, set[int]] = {one: set() for one in people}
    for one in draws.about(session, period.id or 0, people):
        (refused if one.state in REFUSED else asked)[one.about_id].add(one.rater_id)
    return {one: Known(asked[one], refused[one], field.here, full) for one in people}
