"""What somebody once was and had: ranks, posts, jenjang, education, credit points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.rules.career import TAKEN_BACK, Past
from storage import career_files, employees
from storage.career import CareerFact

PAGE = 8


@dataclass(frozen=True, slots=True)
class History:
    """A page of it, kind by kind, the newest first."""

    employee_id: int
    name: str
    mine: bool
    rows: Sequence[CareerFact]
    page: int
    pages: int


def history(session: Session, me: Me, employee_id: int, page: int = 0) -> History:
    """Of one person; what was taken back is left out."""
    rights.demand(session, me, "career.see", about=employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    newest = {(one.kind, one.day): one for one in career_files.history(session, [employee_id])}
    order = list(Past)
    rows = sorted(
        (one for one in newest.values() if one.value != TAKEN_BACK),
        key=lambda one: (order.index(Past(one.kind)), -one.day.toordinal()),
    )
    shown = leaf(rows, page, PAGE)
    mine = employee_id == me.employee_id
    return History(employee_id, person.name, mine, shown.items, shown.page, shown.pages)
