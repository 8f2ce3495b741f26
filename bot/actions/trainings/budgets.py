"""How much each source of money pays for training in a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.trainings.dividing import money_left
from bot.actions.trainings.seats import fill_paid
from bot.rules.trainings.catalogue import amount
from bot.screens import Went, place
from bot.texts.trainings import budgets as texts
from storage import audit
from storage.trainings import allocation, training


@dataclass(frozen=True, slots=True)
class Budgets:
    """Sources with their budget of the year and what is left of it; None: none was set."""

    year: int
    items: Sequence[tuple[str, int | None, int]]


def budgets(session: Session, me: Me) -> Budgets:
    """Every source that the catalogue of this year names."""
    demand(session, me, "trainings.keep")
    year = me.today.year
    set_, left = allocation.budgets(session, year), money_left(session, year)
    return Budgets(
        year, [(one, set_.get(one), left.get(one, 0)) for one in _sources(session, year)]
    )


def _sources(session: Session, year: int) -> list[str]:
    courses = training.everything(session)
    return sorted({one.source for one in courses if one.cost and one.begins_on.year == year})


def write_budget(session: Session, me: Me, text: str) -> Went:
    """`APBN 150.000.000`; with more money whoever waits longest for a paid seat moves up."""
    demand(session, me, "trainings.keep")
    sources = {one.casefold(): one for one in _sources(session, me.today.year)}
    name, _, said = text.strip().rpartition(" ")
    if name.casefold().endswith(" rp"):
        name = name[:-3]
    source, found = sources.get(name.strip().casefold()), amount(said)
    if source is None or found is None:
        raise Refused(texts.budget_wanted(), "no_budget")
    year = me.today.year
    allocation.put_budget(session, year, source, found, me.employee_id, me.now)
    facts = {"source": source, "amount": found}
    audit.record(session, me.now, me.employee_id, "trainings.budget", f"budget/{year}", facts)
    fill_paid(session, year, source, me.now, me.today)
    return Went(place("trainings.budget"), texts.budget_set())
