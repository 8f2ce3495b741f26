"""What a line of the table is made of: relations, roles, states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Roles beyond being an employee, as the roster spells them."""

    EVALUATION_TEAM = "tim_evaluasi"
    HEAD = "pimpinan"
    HR = "kepegawaian"
    INSPECTORATE = "inspektorat"


class Relation(StrEnum):
    """What the object's subject is to the person who acts."""

    SELF = "self"
    REPORT = "report"  # I am the direct superior, or hold the superior's mandate today
    INDIRECT_REPORT = "indirect_report"  # I am the superior's superior
    SAME_UNIT = "same_unit"
    OTHER = "other"
    NOBODY = "nobody"  # the object has no subject
    GUEST = "guest"  # a Telegram account that no employee acts with, towards anything


ANY_STATE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One way to be allowed: any of these relations, with one of these roles if any are named.

    `roles` empty: no role is needed. `states` empty: in every state. A role counts only in the
    units it was granted for; the accessor decides that before it asks here.
    """

    relations: frozenset[Relation]
    roles: frozenset[Role] = frozenset()
    states: frozenset[str] = ANY_STATE


def may(
    relations: Relation | Iterable[Relation], *roles: Role, states: Iterable[str] = ()
) -> Line:
    those = [relations] if isinstance(relations, Relation) else relations
    return Line(frozenset(those), frozenset(roles), frozenset(states))


OTHERS = (
    Relation.REPORT,
    Relation.INDIRECT_REPORT,
    Relation.SAME_UNIT,
    Relation.OTHER,
)
ALL = (Relation.SELF, *OTHERS, Relation.NOBODY)
