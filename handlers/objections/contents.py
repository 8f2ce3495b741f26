"""What objections offer, as a list of contents."""

from __future__ import annotations

from bot.actions import objections
from bot.actions.objections import exhibits as bundle
from bot.screens import Place
from handlers.objections import deciding, exhibits, filing, hearing, letters, minutes, reading
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "objections.home": Shown(objections.home, reading.draw_home),
            "objections.card": Shown(objections.card, reading.draw_card),
            "objections.minutes": Shown(objections.minutes, minutes.draw_minutes),
            "objections.choose": Shown(objections.draft, filing.draw_choose),
            "objections.reasons": Shown(objections.draft, filing.draw_reasons),
            "objections.confirm": Shown(objections.draft, filing.draw_confirm),
            "objections.exhibits": Shown(bundle.attached, exhibits.draw_attached),
            "objections.shown": Shown(bundle.shown, exhibits.draw_shown),
            "objections.withdrawing": Shown(objections.leaving, filing.draw_withdrawing),
            "objections.explain": Shown(objections.word, hearing.draw_asking),
            "objections.telling": Shown(objections.word, hearing.draw_telling),
            "objections.decide": Shown(objections.desk, deciding.draw_desk),
            "objections.level": Shown(objections.choose, deciding.draw_level),
            "objections.reason": Shown(objections.desk, deciding.draw_reason),
            "objections.last": Shown(objections.desk, deciding.draw_last),
            "objections.watched": Shown(objections.watched, reading.draw_watched),
            "objections.naming": Shown(objections.naming, reading.draw_naming),
            "objections.named": Shown(objections.naming, reading.draw_naming),
            "objections.sure": Shown(objections.naming, reading.draw_sure),
        },
        acts={
            "objections.begin": objections.begin,
            "objections.toggle": objections.toggle,
            "objections.detach": bundle.detach,
            "objections.discard": objections.discard,
            "objections.file": objections.file,
            "objections.withdraw": objections.withdraw,
            "objections.tell": objections.tell,
            "objections.nothing": objections.nothing,
            "objections.put": objections.put,
            "objections.settle": objections.decide,
            "objections.name": objections.name,
        },
        typed={
            "objections.reasons_text": objections.write_reasons,
            "objections.word": objections.write,
            "objections.reason_text": objections.write_reason,
            "objections.search": objections.find_reviewer,
        },
        sent={"objections.attach": bundle.attach},
        commands={"keberatan": Place("objections.home")},
        letters={**letters.LETTERS, "objections.exhibit_refused": exhibits.write_refused},
    )
