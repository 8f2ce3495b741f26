"""Drawing the second factor: putting it in, asking for it, resetting somebody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.actions import factors
from bot.actions.factors import State
from bot.documents import qr
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import factors as texts
from bot.texts import words
from handlers.table import Recipient, Shown, Table
from storage import factors as stored

HOME, MENU = Place("factors.home"), Place("home.menu")
BEGIN = Place("factors.begin")
SECRET = frozenset({"factors.confirm", "factors.code"})
"""Typed acts whose text is a secret: the message is taken away."""


def draw_home(at: factors.Home) -> Screen:
    menu = Button(words.MENU, opens=MENU)
    if at.since is None:
        return Screen(texts.none(), [[Button(texts.BEGIN, does=BEGIN, style=Style.GOOD)], [menu]])
    if at.until is not None:
        return Screen(_until(at.state, at.until), [[menu]])
    codes = Button(texts.NEW_CODES, does=Place("factors.renew"))
    other = Button(texts.OTHER_PHONE, does=BEGIN)
    text = f"{texts.ready(at.since, at.left)}\n\n{texts.lost()}"
    return Screen(text, [[other], [codes], [menu]])


def draw_new(at: factors.New) -> Screen:
    picture = File(FileKind.PHOTO, "kode.png", content=qr.png(at.address), passing=True)
    cancel = Button(words.CANCEL, opens=HOME)
    return Screen(
        texts.new(at.secret),
        [[cancel]],
        typing=Place("factors.confirm"),
        files=[picture],
        shared=True,  # who has one phone only has to copy the key
    )


def draw_codes(codes: Sequence[str]) -> Screen:
    if not codes:
        return Screen(texts.recovery_hidden(), [[Button(words.MENU, opens=MENU)]])
    saved = Button(texts.SAVED, does=Place("factors.saved"), style=Style.GOOD)
    return Screen(texts.recovery(codes), [[saved]])


def draw_ask(at: factors.Asked) -> Screen:
    menu = Button(words.MENU, opens=MENU)
    if at.state is State.NONE:
        put_in = Button(texts.BEGIN, does=BEGIN, style=Style.GOOD)
        return Screen(texts.ask_to_put_in(), [[put_in], [menu]])
    if at.until is not None:
        return Screen(_until(at.state, at.until), [[menu]])
    code = place("factors.code", at.press.token, at.press.index)
    return Screen(texts.ask(), [[Button(texts.LOST, opens=HOME), menu]], typing=code)


def draw_resetting(at: factors.Resetting) -> Screen:
    back = place("desk.person", at.employee_id)
    if not at.factor_id:
        return Screen(texts.no_factor(at.name), [[Button(words.BACK, opens=back)]])
    reset = place("factors.reset", at.employee_id, at.factor_id)
    sure = Button(texts.REALLY_RESET, does=reset, style=Style.BAD)
    return Screen(texts.confirm_reset(at.name), [[sure], [Button(words.CANCEL, opens=back)]])


def write_was_reset(*_: object) -> Screen:
    return Screen(texts.letter_reset(), [[Button(words.OPEN, opens=HOME)]])


def write_enrolled(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    factor = stored.get(session, facts["factor"])
    if factor is None:
        return None
    opens = place("desk.person", factor.employee_id)
    return Screen(texts.letter_enrolled(), [[Button(words.OPEN, opens=opens)]])


def _until(state: State, until: datetime) -> str:
    return texts.waits(until) if state is State.WAITS else texts.paused_until(until)


def routes() -> Table:
    return Table(
        places={
            "factors.home": Shown(factors.home, draw_home),
            "factors.new": Shown(factors.new, draw_new),
            "factors.codes": Shown(factors.codes, draw_codes),
            "factors.ask": Shown(factors.ask, draw_ask),
            "factors.resetting": Shown(factors.resetting, draw_resetting),
        },
        acts={
            "factors.begin": factors.begin,
            "factors.saved": factors.saved,
            "factors.renew": factors.renew,
            "factors.reset": factors.reset,
        },
        typed={"factors.confirm": factors.confirm, "factors.code": factors.code},
        letters={"factors.was_reset": write_was_reset, "factors.enrolled": write_enrolled},
    )
