"""Two pairs of eyes: who may propose and who may decide in one case of an award."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

AGENCY = 0


class Conflict(StrEnum):
    CANDIDATE = "candidate"
    PROPOSED = "proposed"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Case:
    """Who took part so far, over all proposals of one kind, period and scope."""

    candidate: int
    proposers: frozenset[int] = frozenset()
    deciders: frozenset[int] = frozenset()


def conflict_of_proposer(case: Case, person: int) -> Conflict | None:
    """Why this person may not propose, whatever roles are held; None when nothing forbids it."""
    if person == case.candidate:
        return Conflict.CANDIDATE
    return Conflict.DECIDED if person in case.deciders else None


def conflict_of_decider(case: Case, person: int) -> Conflict | None:
    """Why this person may not decide, whatever roles are held; None when nothing forbids it."""
    if person == case.candidate:
        return Conflict.CANDIDATE
    return Conflict.PROPOSED if person in case.proposers else None


def scopes(granted: Collection[int | None]) -> tuple[int, ...]:
    """The scopes a role stands for: the agency alone if it was granted for it, else the units."""
    if None in granted:
        return (AGENCY,)
    return tuple(sorted(unit for unit in granted if unit))
