"""What is held of me: kind by kind, how much, why, on what ground, how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.personal.home import rules_of
from bot.actions.refusals import Refused
from bot.rules import personal as rules
from bot.rules.personal import KINDS, Basis, Keeping
from bot.texts import words
from storage.personal import counting
from storage.personal.expiring import EXPIRING
from storage.personal.terms import going

PAGE = 5


@dataclass(frozen=True, slots=True)
class Held:
    """A page of kinds with how many records there are of each; `first` is the first's number."""

    rows: Sequence[tuple[rules.Held, int]]
    first: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class HeldKind:
    """`years` are those after the person has left; None until it is withdrawn.

    `sooner`: what of it goes earlier, by its name, so many years after its own.
    """

    kind: rules.Held
    many: int
    basis: Basis
    keeping: Keeping
    years: int | None
    sooner: Sequence[tuple[str, int]]
    page: int


def held(session: Session, me: Me, page: int) -> Held:
    """All kinds."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    many = counting.counts(session, me.employee_id)
    shown = leaf(list(rules.Held), page, PAGE)
    return Held(
        [(one, many[one]) for one in shown.items], shown.page * PAGE + 1, shown.page, shown.pages
    )


def kind(session: Session, me: Me, name: str) -> HeldKind:
    """One kind."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    if name not in set(rules.Held):
        raise Refused(words.not_available(), "kind")
    one = rules.Held(name)
    known, many = KINDS[one], counting.counts(session, me.employee_id)[one]
    terms, years = rules_of(session, me.today), None
    if known.keeping is not Keeping.WITHDRAWN:
        years = terms.kept(known.keeping)
    sooner = [(key, terms.kept(Keeping(EXPIRING[key].keeping))) for key in going(one)]
    page = list(rules.Held).index(one) // PAGE
    return HeldKind(one, many, known.basis, known.keeping, years, sooner, page)
