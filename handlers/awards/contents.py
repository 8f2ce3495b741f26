"""Everything of awards: screens, acts, typed answers, letters."""

from __future__ import annotations

from bot.actions import awards
from bot.screens import Place
from handlers.awards.deciding import draw_approving, draw_case, draw_refusing, draw_rejecting
from handlers.awards.given import draw_honour, draw_list
from handlers.awards.letters import write_decided, write_proposed, write_won
from handlers.awards.proposing import draw_candidate, draw_confirm, draw_panel, draw_reason
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "awards.panel": Shown(awards.panel, draw_panel),
            "awards.candidate": Shown(awards.candidate, draw_candidate),
            "awards.reason": Shown(awards.ask_reason, draw_reason),
            "awards.confirm": Shown(awards.confirm, draw_confirm),
            "awards.decide": Shown(awards.case, draw_case),
            "awards.approving": Shown(awards.confirm_approval, draw_approving),
            "awards.refusing": Shown(awards.ask_rejection, draw_refusing),
            "awards.rejecting": Shown(awards.confirm_rejection, draw_rejecting),
            "awards.list": Shown(awards.list_, draw_list),
            "awards.honour": Shown(awards.honour, draw_honour),
        },
        acts={
            "awards.propose": awards.propose,
            "awards.approve": awards.approve,
            "awards.reject": awards.reject,
        },
        typed={
            "awards.reason_text": awards.write_reason,
            "awards.refusal_text": awards.write_rejection,
        },
        commands={"penghargaan": Place("awards.list")},
        letters={
            "awards.proposed": write_proposed,
            "awards.won": write_won,
            "awards.decided": write_decided,
        },
    )
