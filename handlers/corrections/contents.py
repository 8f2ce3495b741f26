"""Everything of corrections: screens, acts, typed answers, letters."""

from __future__ import annotations

from bot.actions import corrections
from bot.screens import Place
from handlers.corrections.deciding import (
    draw_card,
    draw_confirming,
    draw_history,
    draw_refusal,
    draw_refusing,
)
from handlers.corrections.letters import write_decided, write_proposed
from handlers.corrections.proposing import (
    draw_edit,
    draw_found,
    draw_home,
    draw_last,
    draw_level,
    draw_reason,
    draw_results,
    draw_search,
)
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "corrections.home": Shown(corrections.home, draw_home),
            "corrections.search": Shown(corrections.search, draw_search),
            "corrections.found": Shown(corrections.people, draw_found),
            "corrections.results": Shown(corrections.published, draw_results),
            "corrections.edit": Shown(corrections.draft, draw_edit),
            "corrections.level": Shown(corrections.choose, draw_level),
            "corrections.reason": Shown(corrections.draft, draw_reason),
            "corrections.last": Shown(corrections.draft, draw_last),
            "corrections.card": Shown(corrections.card, draw_card),
            "corrections.confirming": Shown(corrections.decidable, draw_confirming),
            "corrections.refusal": Shown(corrections.decidable, draw_refusal),
            "corrections.refusing": Shown(corrections.decidable, draw_refusing),
            "corrections.history": Shown(corrections.history, draw_history),
        },
        acts={
            "corrections.begin": corrections.begin,
            "corrections.put": corrections.put,
            "corrections.propose": corrections.propose,
            "corrections.confirm": corrections.confirm,
            "corrections.refuse": corrections.refuse,
            "corrections.withdraw": corrections.withdraw,
        },
        typed={
            "corrections.find": corrections.find_person,
            "corrections.reason_text": corrections.write_reason,
            "corrections.refusal_text": corrections.write_refusal,
        },
        commands={"koreksi": Place("corrections.home")},
        letters={
            "corrections.proposed": write_proposed,
            "corrections.decided": write_decided,
        },
    )
