"""One case of an award: everybody who took part, and who may decide it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlmodel import Session

from bot.rules.authority import Role
from bot.rules.proposals import AGENCY, Case, conflict_of_decider
from storage import grants, proposals, units
from storage.proposals import Proposal


def case_of(session: Session, kind: str, period_id: int, scope_id: int, candidate: int) -> Case:
    """Who proposed and who decided so far, in all proposals of the case."""
    before = proposals.of_case(session, kind, period_id, scope_id)
    return Case(
        candidate,
        frozenset(one.proposer_id for one in before),
        frozenset(one.decided_by for one in before if one.decided_by is not None),
    )


def of_proposal(session: Session, one: Proposal) -> Case:
    return case_of(session, one.kind, one.period_id, one.scope_id, one.employee_id)


def reaches(session: Session, scope_id: int, granted: Collection[int | None]) -> bool:
    """Whether a role granted for these units (None: the agency) covers a scope wholly.

    Who holds it for the unit above all others holds it for the agency.
    """
    if None in granted:
        return True
    reached = units.below_any(session, [unit for unit in granted if unit])
    if scope_id == AGENCY:
        return reached >= {unit.id for unit in units.everything(session)}
    return scope_id in reached


def deciders(session: Session, one: Proposal, today: date) -> list[int]:
    """Heads who may decide this proposal, without those who took part in the case."""
    case = of_proposal(session, one)
    return [
        grant.employee_id
        for grant in grants.holders(session, Role.HEAD, today)
        if conflict_of_decider(case, grant.employee_id) is None
        and reaches(session, one.scope_id, (grant.unit_id,))
    ]
