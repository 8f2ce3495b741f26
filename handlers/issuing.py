"""A screen becomes what one person gets: its buttons issued, what typing means remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from inspect import signature

from sqlmodel import Session

from bot.actions import buttons
from bot.actions.buttons import Drawn
from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.screens import Screen
from handlers.plain import plain_screen
from storage import accounts


def issue(session: Session, me: Me | Guest, screen: Screen, notice: str = "") -> Drawn:
    """Issue a screen's buttons to a person and remember what typing will mean there."""
    typing = str(screen.typing) if screen.typing else None
    if me.account_id is not None and typing != (str(me.typing) if me.typing else None):
        accounts.listen(session, me.account_id, typing)
    screen = plain_screen(screen) if me.plain else screen
    drawn = buttons.issue(session, screen, me.telegram_id, me.epoch, me.now)
    return replace(drawn, notice=notice)


@cache
def fits(wants: Callable[..., object], args: int) -> bool:
    """Whether there are as many arguments as wanted; links are mistyped, old buttons stay."""
    try:
        signature(wants).bind(None, None, *range(args))
    except TypeError:
        return False
    return True
