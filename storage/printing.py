"""What papers, announcements and buttons need from the settings: it rides on the engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Printing:
    """`address` of the public web side, the `city` in which papers are issued, and the signing
    `key` as `bot.documents.signing` reads it; each may be missing. `board`: the chat in which
    awards are announced; 0 to tell everybody. `dashboard` is where Telegram opens it; empty where
    it cannot.
    """

    address: str = ""
    city: str = ""
    key: Any = field(default=None, repr=False)
    board: int = 0
    dashboard: str = ""


_HANDED: WeakKeyDictionary[Engine, Printing] = WeakKeyDictionary()
NOTHING = Printing()


def hand_over(printing: Printing, engine: Engine) -> None:
    _HANDED[engine] = printing


def printing_of(session: Session) -> Printing:
    return _HANDED.get(session.get_bind().engine, NOTHING)
