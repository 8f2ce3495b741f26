"""Who of the panel may judge whom in a round: nobody above, below, or bound to a candidate."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlmodel import Session

from bot.actions import cases
from bot.actions.panel.scope import voters
from bot.rules.authority import Role
from bot.rules.awards import pairs_of
from storage import employees, grants
from storage.awards import AwardRound, nominations, votes


def panel_of(session: Session, scope_id: int, today: date) -> frozenset[int]:
    """Members in service whose grant covers the scope wholly."""
    held: dict[int, set[int | None]] = {}
    for grant in grants.holders(session, Role.EVALUATION_TEAM, today):
        held.setdefault(grant.employee_id, set()).add(grant.unit_id)
    people = employees.many(session, list(held))
    return frozenset(
        member
        for member, where in held.items()
        if people[member].left_on is None and cases.reaches(session, scope_id, where)
    )


def entitled(
    session: Session, one: AwardRound, candidates: Collection[int], today: date
) -> dict[int, frozenset[int]]:
    """By candidate, the members who may judge them.

    Not the candidate, nor a superior or subordinate, nor whoever nominated them or has said that
    family or friendship forbids it.
    """
    assert one.id is not None
    panel = panel_of(session, one.scope_id, today)
    bound = {
        *votes.conflicts(session, one.id),
        *((each.employee_id, each.nominator_id) for each in nominations.sent(session, one.id)),
    }
    people = employees.many(session, list(candidates))
    return {
        number: frozenset(
            member
            for member in panel & voters(session, people[number], today)
            if (number, member) not in bound
        )
        for number in candidates
    }


def of_pairs(
    judges: Mapping[int, frozenset[int]], people: Collection[int]
) -> dict[tuple[int, int], frozenset[int]]:
    """By pair, the members who may judge both."""
    return {pair: judges[pair[0]] & judges[pair[1]] for pair in pairs_of(people)}
