"""A screen becomes what one person gets: its buttons issued, what typing means remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from inspect import signature
from typing import TypeVar

from sqlmodel import Session

from bot.actions import buttons
from bot.actions.buttons import Drawn
from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.screens import File, FileKind, Screen
from bot.texts import words
from bot.texts.language import Language, in_language, language, speaking
from handlers.numbered import with_numbers
from handlers.plain import plain_screen, without_pictures
from storage import accounts

Data = TypeVar("Data")


def drawn_for(draw: Callable[[Data], Screen], data: Data) -> Screen:
    """The screen in the reader's language; papers, which are handed on, always in Indonesian."""
    screen = draw(data)
    reader = language()
    if reader is Language.INDONESIAN or not screen.files:
        return screen
    with speaking(Language.INDONESIAN):
        papers = draw(data).files
    return replace(screen, files=_files(screen.files, papers, reader))


def _files(shown: Sequence[File], papers: Sequence[File], reader: Language) -> list[File]:
    return [
        in_words(paper, Language.INDONESIAN)
        if paper.kind is FileKind.DOCUMENT
        else in_words(picture, reader)
        for picture, paper in zip(shown, papers, strict=True)
    ]


def in_words(file: File, reader: Language) -> File:
    """The same file, drawn for a reader of this language, whenever it is drawn."""
    if file.drawing is None:
        return file
    return replace(file, drawing=in_language(reader, file.drawing))


def issue(session: Session, me: Me | Guest, screen: Screen, notice: str = "") -> Drawn:
    """Issue a screen's buttons to a person and remember what typing will mean there."""
    typing = str(screen.typing) if screen.typing else None
    if me.account_id is not None and typing != (str(me.typing) if me.typing else None):
        accounts.listen(session, me.account_id, typing)
    screen = plain_screen(screen) if me.plain else screen
    screen = screen if me.pictures else without_pictures(screen)
    drawn = buttons.issue(session, screen, me.telegram_id, me.epoch, me.now)
    return number(session, me, replace(drawn, notice=words.one_dot(str(notice))))


def number(session: Session, me: Me | Guest, drawn: Drawn) -> Drawn:
    """The drawn screen with its buttons listed for whoever wants to type their numbers."""
    if not me.numbered or me.account_id is None:
        return drawn
    drawn, choices = with_numbers(drawn)
    accounts.offer_choices(session, me.account_id, choices)
    return drawn


@cache
def fits(wants: Callable[..., object], args: int) -> bool:
    """Whether there are as many arguments as wanted; links are mistyped, old buttons stay."""
    try:
        signature(wants).bind(None, None, *range(args))
    except TypeError:
        return False
    return True
