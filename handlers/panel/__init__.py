"""/panel: the desk of the evaluation team."""

from __future__ import annotations

from bot.actions import panel
from bot.screens import Place
from handlers.panel import adjusting, dossier, home, letters, minutes, spread
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "panel.home": Shown(panel.home, home.draw_home),
            "panel.mirror": Shown(panel.look, home.draw_mirror),
            "panel.raters": Shown(panel.raters, home.draw_raters),
            "panel.distribution": Shown(panel.distribution, spread.draw_spread),
            "panel.organisation": Shown(panel.ask_organisation, spread.draw_organisation),
            "panel.keeping": Shown(panel.ask_keep, spread.draw_keeping),
            "panel.minutes": Shown(panel.minutes, minutes.draw_minutes),
            "panel.list": Shown(panel.people, dossier.draw_list),
            "panel.person": Shown(panel.person, dossier.draw_person),
            "panel.view": Shown(panel.ask_view, dossier.draw_view),
            "panel.reasons": Shown(panel.reasons, dossier.draw_reasons),
            "panel.return": Shown(panel.ask_return, dossier.draw_return),
            "panel.returning": Shown(panel.confirm_return, dossier.draw_returning),
            "panel.levels": Shown(panel.levels, adjusting.draw_levels),
            "panel.level": Shown(panel.level, adjusting.draw_level),
            "panel.reason": Shown(panel.levels, adjusting.draw_reason),
            "panel.proposing": Shown(panel.levels, adjusting.draw_proposing),
            "panel.case": Shown(panel.case, adjusting.draw_case),
            "panel.signing": Shown(panel.confirm_sign, adjusting.draw_signing),
            "panel.refusal": Shown(panel.ask_refusal, adjusting.draw_refusal),
            "panel.refusing": Shown(panel.ask_refusal, adjusting.draw_refusing),
        },
        acts={
            "panel.keep_view": panel.keep,
            "panel.give_back": panel.give_back,
            "panel.adjust": panel.start,
            "panel.put_level": panel.put_level,
            "panel.propose": panel.propose,
            "panel.sign": panel.sign,
            "panel.refuse": panel.refuse,
        },
        typed={
            "panel.basis_text": panel.set_organisation,
            "panel.keep_text": panel.keep_departure,
            "panel.view_text": panel.say,
            "panel.return_text": panel.write_return,
            "panel.reason_text": panel.write_reason,
            "panel.refusal_text": panel.write_refusal,
        },
        commands={"panel": Place("panel.home")},
        letters={
            "panel.returned": letters.write_returned,
            "panel.again": letters.write_again,
            "panel.proposed": letters.write_proposed,
            "panel.decided": letters.write_decided,
        },
    )
