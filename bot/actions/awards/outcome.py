"""How a round ended: who came first, what decided it, how far apart they were."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions import cases
from bot.actions.me import Me
from bot.rules.authority import Role
from bot.rules.awards import DecidedBy
from storage import employees
from storage.awards import AwardRound


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended; names are for the panel and the heads alone until the award is given."""

    decided_by: DecidedBy
    gaps: Sequence[Decimal]
    circle: int
    first: Sequence[str] = ()
    in_circle: Sequence[str] = ()
    someone: bool = True


def first_of(one: AwardRound) -> tuple[int, ...]:
    """Who came first in a closed round; several whom nothing tells apart."""
    return tuple(json.loads(one.outcome)["first"]) if one.outcome else ()


def outcome_of(session: Session, me: Me, one: AwardRound) -> Outcome | None:
    """As I may read it; None while the round goes on."""
    if not one.outcome:
        return None
    told = json.loads(one.outcome)
    roles = (Role.EVALUATION_TEAM, Role.HEAD)
    granted = frozenset().union(*(me.roles.get(role, frozenset()) for role in roles))
    names = {}
    if granted and cases.reaches(session, one.scope_id, granted):
        people = employees.many(session, [*told["first"], *told["circle"]])
        names = {number: person.name for number, person in people.items()}
    return Outcome(
        decided_by=DecidedBy(told["by"]),
        gaps=[Decimal(gap) for gap in told["gaps"]],
        circle=len(told["circle"]),
        first=[names[each] for each in told["first"] if each in names],
        someone=bool(told["first"]),
        in_circle=[names[each] for each in told["circle"] if each in names],
    )
