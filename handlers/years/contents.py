"""The yearly report's list of contents."""

from __future__ import annotations

from bot.actions import years
from handlers.table import Shown, Table
from handlers.years import judging, letters, papers, writing


def routes() -> Table:
    return Table(
        places={
            "years.card": Shown(years.card, writing.draw_card),
            "years.section": Shown(years.section, writing.draw_section),
            "years.confirm": Shown(years.confirm, writing.draw_confirm),
            "years.queue": Shown(years.queue, judging.draw_queue),
            "years.review": Shown(years.review, judging.draw_review),
            "years.passage": Shown(years.passage, judging.draw_passage),
            "years.verdict": Shown(years.verdict, judging.draw_verdict),
            "years.back": Shown(years.back, judging.draw_back),
            "years.page": Shown(years.page, papers.draw_page),
            "years.export": Shown(years.export, papers.draw_export),
        },
        acts={
            "years.sign": years.sign,
            "years.judge": years.judge,
            "years.forward": years.forward,
        },
        typed={
            "years.text": years.text,
            "years.return_text": years.return_text,
        },
        letters=letters.LETTERS,
    )
