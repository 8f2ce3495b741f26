"""Every screen, act and typed line of careers."""

from __future__ import annotations

from bot.actions import career
from bot.screens import Place
from handlers.career import filing, mine, office
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "career.home": Shown(career.home, mine.draw_card),
            "career.card": Shown(career.card, mine.draw_card),
            "career.rules": Shown(career.rules, mine.draw_rules),
            "career.boxes": Shown(career.boxes, mine.draw_boxes),
            "career.decision": Shown(career.decision, mine.draw_decision),
            "career.team": Shown(career.team, office.draw_team),
            "career.desk": Shown(career.desk, office.draw_desk),
            "career.found": Shown(career.choose_whom, office.draw_found),
            "career.kept": Shown(career.kept, office.draw_kept),
            "career.assessment": Shown(career.kept, office.draw_assessment),
            "career.ask": Shown(career.ask, office.draw_ask),
            "career.check": Shown(career.check, office.draw_check),
            "career.history": Shown(career.history, filing.draw_history),
            "career.file": Shown(career.ask_file, filing.draw_file),
            "career.template": Shown(career.ask_file, filing.draw_template),
            "career.report": Shown(career.report, filing.draw_report),
            "career.choose": Shown(career.choose, office.draw_choose),
            "career.why": Shown(career.ask_why, office.draw_why),
            "career.confirm": Shown(career.confirm, office.draw_confirm),
        },
        acts={
            "career.profile": career.profile,
            "career.record": career.record,
            "career.decide": career.decide,
            "career.take_in": career.take_in,
            "career.forget": career.drop,
        },
        typed={
            "career.desk": career.say_whom,
            "career.ask": career.say,
            "career.why": career.say_why,
        },
        sent={"career.file": career.file},
        commands={"karier": Place("career.home")},
        letters={"career.decided": mine.write_decided},
    )
