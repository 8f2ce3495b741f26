"""Who may do what: one table, default deny.

An action is named `capability.verb`. It is allowed when one line of its row fits the relation of
the person to the object's subject, the person's roles, and the object's state.
"""

from __future__ import annotations

from bot.rules.authority.lines import ALL, ANY_STATE, OTHERS, Line, Relation, Role, may
from bot.rules.authority.table import PROVEN, PROVING_ROLES, TABLE

__all__ = [
    "ALL", "ANY_STATE", "OTHERS", "PROVEN", "PROVING_ROLES", "TABLE", "Line", "Relation", "Role",
    "allows", "may",
]  # fmt: skip


def allows(action: str, relation: Relation, roles: frozenset[Role], state: str = "") -> bool:
    """Whether the table has a line for this; an action without a row is denied."""
    return any(
        relation in line.relations
        and (not line.roles or line.roles & roles)
        and (not line.states or state in line.states)
        for line in TABLE.get(action, ())
    )
