"""How far the bot has come in each unit: who joined, moved, blocked it, never started."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import broadcasts
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.reach import my_reach
from bot.actions.rights import demand
from bot.screens import Place
from storage import reachability
from storage.reachability import UnitReach

PAGE = 4


@dataclass(frozen=True, slots=True)
class Adoption:
    """A page of my units, those with most out of reach first, and all of them together.

    `broadcast` leads to how far the newest broadcast came, if there is one.
    """

    units: Sequence[UnitReach]
    whole: UnitReach
    page: int
    pages: int
    broadcast: Place | None


def adoption(session: Session, me: Me, page: int) -> Adoption:
    demand(session, me, "desk.open")
    every = reachability.by_unit(session, my_reach(session, me))
    figures = {name: sum(getattr(one, name) for one in every) for name in UnitReach._fields[2:]}
    shown = leaf(every, page, PAGE)
    whole = UnitReach(0, "", **figures)
    return Adoption(shown.items, whole, shown.page, shown.pages, broadcasts.newest(session))
