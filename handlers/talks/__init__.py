"""/dialog: arranging a talk, what it is about, what was written, what follows."""

from __future__ import annotations

from bot.actions import talks
from bot.screens import Place
from handlers.table import Shown, Table
from handlers.talks import leading, letters, pairs, single, steps


def routes() -> Table:
    return Table(
        places={
            "talks.home": Shown(talks.home, pairs.draw_home),
            "talks.pair": Shown(talks.pair, pairs.draw_pair),
            "talks.agenda": Shown(talks.agenda, pairs.draw_agenda),
            "talks.history": Shown(talks.history, pairs.draw_history),
            "talks.time": Shown(talks.ask_time, pairs.draw_time),
            "talks.check": Shown(talks.check_time, pairs.draw_check),
            "talks.talk": Shown(talks.card, single.draw_card),
            "talks.day": Shown(talks.ask_day, single.draw_day),
            "talks.notes": Shown(talks.notes, single.draw_notes),
            "talks.note": Shown(talks.ask_note, single.draw_note),
            "talks.follow": Shown(talks.ask, single.draw_follow),
            "talks.whose": Shown(talks.whose, single.draw_whose),
            "talks.until": Shown(talks.until, single.draw_until),
            "talks.steps": Shown(talks.steps, steps.draw_steps),
            "talks.follow_up": Shown(talks.step, steps.draw_step),
            "talks.why_drop": Shown(talks.ask_why, steps.draw_why),
            "talks.dropping": Shown(talks.confirm, steps.draw_confirm),
            "talks.value": Shown(talks.ask_value, single.draw_value),
            "talks.team": Shown(talks.team, leading.draw_team),
            "talks.rhythm": Shown(talks.rhythm, leading.draw_rhythm),
            "talks.use": Shown(talks.told, leading.draw_use),
            "talks.missing": Shown(talks.missing, leading.draw_missing),
        },
        acts={
            "talks.propose": talks.propose,
            "talks.agree": talks.agree,
            "talks.cancel": talks.cancel,
            "talks.hold": talks.hold,
            "talks.deny": talks.deny,
            "talks.settle": talks.settle,
            "talks.done": talks.done,
            "talks.drop": talks.drop,
            "talks.keep": talks.keep,
            "talks.choose": talks.choose,
            "talks.send": talks.send,
            "talks.set_rhythm": talks.set_rhythm,
        },
        typed={
            "talks.time": talks.say_time,
            "talks.day": talks.say_day,
            "talks.note": talks.write_note,
            "talks.follow": talks.write,
            "talks.until": talks.say_until,
            "talks.why_drop": talks.write_why,
            "talks.word": talks.say,
        },
        commands={"dialog": Place("talks.home")},
        letters=letters.LETTERS,
    )
