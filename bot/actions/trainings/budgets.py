"""How much each source of money pays for training in a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
class Budget:
    """A source in a year; `amount` None: none was set, and nothing is paid from it."""

    source: str
    amount: int | None
    left: int


@dataclass(frozen=True, slots=True)
class Budgets:
    """Every source of this year, then of the years after it that the catalogue names."""

    years: Mapping[int, Sequence[Budget]]


def budgets(session: Session, me: Me) -> Budgets:
    """Every source that pays a course of this year or of one after it."""
    demand(session, me, "trainings.keep")
    sources = _sources(session, me.today.year)
    return Budgets({year: _of(session, year, named) for year, named in sources.items()})


def _of(session: Session, year: int, sources: Sequence[str]) -> Sequence[Budget]:
    set_, left = allocation.budgets(session, year), money_left(session, year)
    return [Budget(one, set_.get(one), left.get(one, 0)) for one in sources]


def _sources(session: Session, first: int) -> dict[int, list[str]]:
    """By year; this one stands there even without any."""
    found: dict[int, set[str]] = {first: set()}
    for one in training.everything(session):
        if one.cost and one.begins_on.year >= first:
            found.setdefault(one.begins_on.year, set()).add(one.source)
    return {year: sorted(found[year]) for year in sorted(found)}


def write_budget(session: Session, me: Me, text: str) -> Went:
    """`APBN 150.000.000`, or `APBN 2027 150.000.000` for the year of later courses.

    With more money whoever waits longest for a paid seat moves up.
    """
    demand(session, me, "trainings.keep")
    name, _, said = text.strip().rpartition(" ")
    if name.casefold().endswith(" rp"):
        name = name[:-3]
    found, which = amount(said), _named(_sources(session, me.today.year), name)
    if which is None or found is None:
        raise Refused(texts.budget_wanted(), "no_budget")
    source, year = which
    allocation.put_budget(session, year, source, found, me.employee_id, me.now)
    facts = {"source": source, "amount": found}
    audit.record(session, me.now, me.employee_id, "trainings.budget", f"budget/{year}", facts)
    fill_paid(session, year, source, me.now, me.today)
    return Went(place("trainings.budget"), texts.budget_set())


def _named(sources: Mapping[int, Sequence[str]], said: str) -> tuple[str, int] | None:
    """The source and year of `APBN` or `APBN 2027`; the first year where none is said."""
    wanted = " ".join(said.split()).casefold()
    first = min(sources)
    found = {f"{one} {year}".casefold(): (one, year) for year in sources for one in sources[year]}
    bare = {one.casefold(): (one, first) for one in sources[first]}
    return (bare | found).get(wanted)
