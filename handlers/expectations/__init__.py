"""Planned results: mine, my people's, and the way from a draft to an agreement."""

from __future__ import annotations

from bot.actions import expectations
from bot.actions.expectations import tying as tying_actions
from handlers.expectations import filling, letters, mine, team, tying
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "expectations.mine": Shown(expectations.mine, mine.draw_mine),
            "expectations.one": Shown(expectations.one, mine.draw_one),
            "expectations.trace": Shown(expectations.trace, mine.draw_trace),
            "expectations.fill": Shown(expectations.fill, filling.draw_step),
            "expectations.lines": Shown(expectations.lines, filling.draw_lines),
            "expectations.choose": Shown(tying_actions.choose, tying.draw_choose),
            "expectations.amount": Shown(tying_actions.ask_amount, tying.draw_amount),
            "expectations.team": Shown(expectations.team, team.draw_team),
            "expectations.person": Shown(expectations.person, team.draw_person),
            "expectations.returning": Shown(expectations.ask_return, team.draw_returning),
            "expectations.returning_all": Shown(expectations.ask_return_all, team.draw_returning),
        },
        acts={
            "expectations.amount_is": tying_actions.put_amount,
            "expectations.untie": tying_actions.untie,
            "expectations.begin": expectations.begin,
            "expectations.supports": expectations.put_supports,
            "expectations.indicator": expectations.put_indicator,
            "expectations.counting": expectations.put_counting,
            "expectations.propose": expectations.propose,
            "expectations.propose_all": expectations.propose_all,
            "expectations.change": expectations.change,
            "expectations.end": expectations.end,
            "expectations.discard": expectations.discard,
            "expectations.agree": expectations.agree,
            "expectations.agree_all": expectations.agree_all,
        },
        typed={
            "expectations.amount": tying_actions.put_amount,
            "expectations.pressed": expectations.choose_button,
            "expectations.text": expectations.put_text,
            "expectations.target": expectations.put_target,
            "expectations.reason": expectations.put_reason,
            "expectations.note": expectations.send_back,
            "expectations.note_all": expectations.send_all_back,
        },
        letters={
            "expectations.agreed": letters.write_agreed,
            "expectations.returned": letters.write_returned,
        },
    )
