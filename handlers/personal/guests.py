"""/data_saya for whoever has no account."""

from __future__ import annotations

from bot.actions import personal
from bot.screens import Button, Place, Screen, Style
from bot.texts import personal as own
from bot.texts import words
from bot.texts.personal import guests as texts
from handlers.table import Shown, Table
from storage import accounts

HOME = Place("personal.guest")


def draw_kept(at: personal.Kept) -> Screen:
    found, rows = [], []
    waits = at.door.state == accounts.CLAIMED
    if waits and at.asked is not None:
        found.append(texts.request(at.door.masked, at.door.unit, at.asked))
    elif at.door.state:
        found.append(texts.suspended())
    if at.unread:
        found.append(texts.unread(at.unread))
    if not found and not at.wishes and not at.form:
        found.append(texts.nothing())
    blocks = [
        texts.home(),
        "\n".join([texts.surveys(at.wishes, at.months, form=at.form), *found]),
        texts.telegram(),
        own.whom(at.officer, at.contact, asks=False),
    ]
    if at.erasable:
        rows.append([Button(texts.ERASE, does=Place("personal.forget"), style=Style.BAD)])
    if waits:
        rows.append([Button(texts.TAKE_BACK, does=Place("personal.leave"), style=Style.BAD)])
    return Screen("\n\n".join(blocks), [*rows, [Button(words.BACK, opens=Place("joining.door"))]])


def guest_routes() -> Table:
    return Table(
        places={"personal.guest": Shown(personal.kept, draw_kept)},
        acts={"personal.forget": personal.forget, "personal.leave": personal.leave},
    )
