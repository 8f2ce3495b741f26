"""/nilai: those whom I rate; of whoever rates nobody the own planned results."""

from __future__ import annotations

from bot.actions import appraisals, expectations
from bot.screens import Place, Screen
from handlers.appraisals.lists import draw_list
from handlers.expectations.mine import draw_mine
from handlers.table import Shown, Table


def draw_entry(found: appraisals.Listed | expectations.Mine | None) -> Screen:
    return draw_list(found) if isinstance(found, appraisals.Listed) else draw_mine(found)


def routes() -> Table:
    return Table(
        places={"expectations.enter": Shown(expectations.enter, draw_entry)},
        commands={"nilai": Place("expectations.enter")},
    )
