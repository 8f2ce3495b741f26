"""Drawing how far the bot has come, unit by unit."""

from __future__ import annotations

from functools import partial

from bot.actions.desk.adoption import Adoption
from bot.documents import pictures
from bot.documents.pictures import Share
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.broadcasts import watching as broadcasts
from bot.texts.desk import adoption as texts
from handlers.desk.people import MENU
from handlers.lists import turns
from handlers.pictures import photo
from storage.reachability import UnitReach


def draw_adoption(at: Adoption) -> Screen:
    rows = [(texts.WHOLE, at.whole), *((one.name, one) for one in at.units)]
    text = texts.text([(name, _parts(one), one.people) for name, one in rows], at.page, at.pages)
    buttons = [
        [
            Button(
                words.fitting(f"{one.name} ({words.number(one.never + one.blocked)})"),
                opens=place("desk.calls", "out", 0, one.unit_id),
            )
        ]
        for one in at.units
        if one.never + one.blocked
    ]
    if at.broadcast is not None:
        buttons.append([Button(broadcasts.PROGRESS, opens=at.broadcast)])
    row = turns(at.page, at.pages, 1, lambda page: place("desk.adoption", page))
    back = [Button(words.BACK, opens=Place("desk.reach")), Button(words.MENU, opens=MENU)]
    shares = [
        Share(name, _parts(one), one.people, texts.shown(one.active + one.moved, one.people),
              texts.said(_parts(one)), whole=not one.unit_id)
        for name, one in rows
    ]  # fmt: skip
    picture = pictures.Adoption(texts.MAP, texts.UNDER, texts.KEYS, shares)
    files = [photo("adopsi.png", partial(pictures.adoption, picture), texts.MAP)]
    return Screen(text, [*buttons, *([row] if row else []), back], files=files)


def _parts(one: UnitReach) -> tuple[int, int, int, int]:
    return one.active, one.moved, one.blocked, one.never
