"""Who keeps an anchor: three people whom no single office can make forget."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.rules.authority import Role

MOST = 3
RANK = {Role.INSPECTORATE: 0, Role.HEAD: 1, Role.HR: 2}


class Candidate(NamedTuple):
    """Somebody with an account who holds a role, and the unit the person works in."""

    employee_id: int
    role: str
    unit_id: int


def holders(candidates: Iterable[Candidate]) -> list[int]:
    """At most three people: inspectorate first, then heads, then HR; different units first."""
    fit = [one for one in candidates if one.role in RANK]
    fit.sort(key=lambda one: (RANK[Role(one.role)], one.employee_id))
    chosen: dict[int, int] = {}
    for anew in (True, False):
        for one in fit:
            if len(chosen) < MOST and not (anew and one.unit_id in chosen.values()):
                chosen.setdefault(one.employee_id, one.unit_id)
    return list(chosen)
