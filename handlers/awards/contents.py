"""Everything of awards: screens, acts, typed answers, letters."""

from __future__ import annotations

from bot.actions import awards
from bot.screens import Place
from handlers.awards.after import (
    draw_handing,
    draw_seats,
    write_post,
    write_told,
    write_unreached,
)
from handlers.awards.deciding import draw_approving, draw_case, draw_refusing, draw_rejecting
from handlers.awards.decree import draw_decree
from handlers.awards.given import draw_honour, draw_list, draw_waiting, draw_winners
from handlers.awards.letters import write_decided, write_proposed, write_refused, write_won
from handlers.awards.poster import draw_poster
from handlers.awards.proposing import draw_candidate, draw_confirm, draw_panel, draw_reason
from handlers.awards.rounds import (
    draw_ask_end,
    draw_ending,
    draw_ground,
    draw_nominating,
    draw_nominee,
    draw_nominees,
    draw_round,
    draw_rounds,
)
from handlers.awards.voting import draw_ballot, draw_declaring, draw_pairs, draw_paper
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
            "awards.decree": Shown(awards.decree, draw_decree),
            "awards.rounds": Shown(awards.list_rounds, draw_rounds),
            "awards.round": Shown(awards.round_card, draw_round),
            "awards.end_reason": Shown(awards.ask_end, draw_ask_end),
            "awards.ending": Shown(awards.confirm_end, draw_ending),
            "awards.nominee": Shown(awards.ask_nominee, draw_nominee),
            "awards.nominees": Shown(awards.nominees, draw_nominees),
            "awards.ground": Shown(awards.ask_ground, draw_ground),
            "awards.nominating": Shown(awards.confirm_nomination, draw_nominating),
            "awards.ballot": Shown(awards.ballot, draw_ballot),
            "awards.paper": Shown(awards.paper, draw_paper),
            "awards.declaring": Shown(awards.paper, draw_declaring),
            "awards.pairs": Shown(awards.pairs, draw_pairs),
            "awards.list": Shown(awards.list_, draw_list),
            "awards.winners": Shown(awards.list_, draw_winners),
            "awards.waiting": Shown(awards.waiting, draw_waiting),
            "awards.honour": Shown(awards.honour, draw_honour),
            "awards.poster": Shown(awards.poster, draw_poster),
            "awards.handing": Shown(awards.ask_handing, draw_handing),
            "awards.seats": Shown(awards.choose_seat, draw_seats),
        },
        acts={
            "awards.propose": awards.propose,
            "awards.approve": awards.approve,
            "awards.reject": awards.reject,
            "awards.give_back": awards.give_back,
            "awards.end": awards.end,
            "awards.nominate": awards.nominate,
            "awards.withdraw_nomination": awards.withdraw_nomination,
            "awards.vote": awards.vote,
            "awards.declare": awards.declare,
            "awards.prefer": awards.prefer,
            "awards.consent": awards.consent,
        },
        typed={
            "awards.reason_text": awards.write_reason,
            "awards.refusal_text": awards.write_rejection,
            "awards.end_text": awards.write_end,
            "awards.search_nominee": awards.search_nominee,
            "awards.ground_text": awards.write_ground,
            "awards.handing": awards.write_handing,
        },
        commands={"penghargaan": Place("awards.list")},
        letters={
            "awards.proposed": write_proposed,
            "awards.won": write_won,
            "awards.decided": write_decided,
            "awards.refused": write_refused,
            "awards.told": write_told,
            "awards.post": write_post,
            "awards.unreached": write_unreached,
        },
    )
