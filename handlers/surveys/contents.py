"""The public's survey: all that can be reached of it."""

from __future__ import annotations

from bot.actions.surveys import likes, reading
from bot.actions.surveys.scope import chooser
from bot.actions.surveys.why import why
from handlers.surveys import results
from handlers.surveys.why import draw_why
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "surveys.results": Shown(reading.glance, results.draw_glance),
            "surveys.units": Shown(chooser, results.draw_units),
            "surveys.services": Shown(reading.services, results.draw_services),
            "surveys.course": Shown(reading.course, results.draw_course),
            "surveys.kinds": Shown(likes.kinds, results.draw_kinds),
            "surveys.likes": Shown(likes.likes, results.draw_likes),
            "surveys.history": Shown(reading.history, results.draw_history),
            "surveys.why": Shown(why, draw_why),
        },
    )
