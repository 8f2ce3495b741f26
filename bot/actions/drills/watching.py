"""HR: which raters of a quarter did their drill; how near to gold they were stays their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.drills.gate import cases_each
from bot.actions.drills.reading import period_of
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.reach import my_reach
from storage import drills, duties, employees
from storage.duties import FORMS

PAGE = 8


@dataclass(frozen=True, slots=True)
class Watch:
    """A page of the raters of my units, those who did no drill first: name and whether."""

    period_id: int
    year: int
    quarter: int
    required: bool
    people: Sequence[tuple[str, bool]]
    trained: int
    total: int
    page: int


def watch(session: Session, me: Me, period_id: int, page: int = 0) -> Watch:
    """Everybody of my units who rates somebody this quarter."""
    rights.demand(session, me, "drills.watch")
    period = period_of(session, period_id)
    assert period.id is not None
    scheme = schemes.of_period(session, period)
    raters = duties.owners_of(session, period.id, FORMS)
    around = employees.search_keys(session, my_reach(session, me))
    mine = [(n, key) for n, key in around if n in raters]
    done = drills.counts(session, period.id, [n for n, _ in mine])
    each = cases_each(scheme)
    ordered = sorted((done.get(n, 0) >= each, key, n) for n, key in mine)
    some = leaf(ordered, page, PAGE)
    names = employees.many(session, [n for *_, n in some.items])
    return Watch(
        period_id=period.id,
        year=period.year,
        quarter=period.quarter,
        required=scheme.drill.required,
        people=[(names[n].name, did) for did, _, n in some.items],
        trained=sum(did for did, *_ in ordered),
        total=len(ordered),
        page=some.page,
    )
