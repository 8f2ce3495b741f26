"""The public's survey: all that can be reached of it."""

from __future__ import annotations

from bot.actions.surveys import closing, improving, likes, months, publishing, reading, settling
from bot.actions.surveys import points as reading_points
from bot.actions.surveys.scope import chooser
from bot.actions.surveys.why import why
from handlers.surveys import collecting, results
from handlers.surveys import points as drawn
from handlers.surveys import publishing as cards
from handlers.surveys.why import draw_why
from handlers.table import Shown, Table, join


def routes() -> Table:
    return join([collecting.routes(), _figures()])


def _figures() -> Table:
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
            "surveys.comments": Shown(reading_points.read_comments, drawn.draw_comments),
            "surveys.comment": Shown(reading_points.comment, drawn.draw_comment),
            "surveys.points": Shown(reading_points.of_unit, drawn.draw_points),
            "surveys.point": Shown(reading_points.point, drawn.draw_point),
            "surveys.changed": Shown(closing.ask_changed, drawn.draw_changed),
            "surveys.improve": Shown(improving.ask, drawn.draw_ask),
            "surveys.owner": Shown(settling.owner, drawn.draw_owner),
            "surveys.owners": Shown(settling.owners, drawn.draw_owners),
            "surveys.until": Shown(settling.until, drawn.draw_until),
            "surveys.months": Shown(months.months, cards.draw_months),
            "surveys.month": Shown(publishing.card, cards.draw_month),
            "surveys.paper": Shown(publishing.card, cards.draw_paper),
        },
        acts={
            "surveys.settle": settling.settle,
            "surveys.call_off": closing.cancel,
            "surveys.publish": publishing.publish,
        },
        typed={
            "surveys.improve": improving.write,
            "surveys.owner": settling.search,
            "surveys.until": settling.say_day,
            "surveys.changed": closing.finish,
        },
        letters={
            "surveys.owed": drawn.write_owed,
            "surveys.finished": drawn.write_finished,
            "surveys.published": cards.write_published,
        },
    )
