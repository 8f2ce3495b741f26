"""`do` and `guest`, each bound to one update and to the Telegram id behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.actions.guest import Guest, read_guest
from bot.actions.me import Me, read_me
from bot.screens import Place
from bot.texts.language import Language
from handlers.cards import Cards
from handlers.do import Do, GuestDo
from handlers.practice import Playing
from handlers.table import Table
from storage.database import Database


def for_person(
    database: Database,
    table: Table,
    cards: Cards,
    update_id: int,
    who: int,
    now: datetime,
    playing: Playing | None = None,
) -> Do:
    """`do` for the person with an active account behind this Telegram id."""

    def read(session: Session) -> Me | None:
        return read_me(session, who, now)

    return Do(database, table, cards, read, update_id, playing=playing)


def for_guest(
    database: Database, table: Table, cards: Cards, update_id: int, who: int, now: datetime,
    door: Place, language: Language = Language.INDONESIAN,
) -> GuestDo:  # fmt: skip
    """`guest` for anybody behind this Telegram id, whose phone speaks this language."""

    def read(session: Session) -> Guest:
        return replace(read_guest(session, who, now), language=language)

    return GuestDo(database, table, cards, read, update_id, door)
