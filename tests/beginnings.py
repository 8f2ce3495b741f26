"""What conversations begin with is played once a process; the others begin with a copy."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from inspect import iscoroutine
from typing import Any

from aiogram.methods import TelegramMethod
from aiogram.types import Update
from sqlalchemy import event

from handlers.conversations import build_dispatcher
from storage.database import Database
from tests.cast import Cast
from tests.databases import carelessly
from tests.kit import Bubble, Office

Begin = Callable[[Cast], Cast] | Callable[[Cast], Coroutine[Any, Any, Cast]]


@dataclass(frozen=True)
class Scene:
    """All that a conversation leaves behind: rows, chats, what was called, numbers, the time."""

    rows: sqlite3.Connection
    calls: list[TelegramMethod[Any]]
    bubbles: list[Bubble]
    toasts: list[tuple[int, str, bool]]
    files: dict[str, bytes]
    unfit: list[str]
    ids: int
    numbers: int
    last: Update | None
    moment: datetime


def played(begin: Begin) -> Callable[..., Coroutine[Any, Any, Cast]]:
    """A fixture that `begin`s with the cast, which it returns; nothing else may lead to it.

    It is played with another dispatcher and engine, so that no test knows more than the others.
    What is handed over to an engine has to be handed over to each test's own.
    """
    kept: list[Scene] = []

    @wraps(begin)
    async def begun(*given: Cast, **named: Cast) -> Cast:
        (cast,) = (*given, *named.values())
        office = cast.sari.office
        if not kept:
            kept.append(await _play(begin, cast, office))
        _show(kept[0], cast, office)
        return cast

    return begun


async def _play(begin: Begin, cast: Cast, office: Office) -> Scene:
    own = office.dispatcher
    database = Database(str(cast.database.engine.url), cast.database.vault)
    event.listen(database.engine, "connect", carelessly)
    office.dispatcher = build_dispatcher(database, office.clock)
    made = begin(replace(cast, database=database))
    if iscoroutine(made):
        await made
    database.close()
    office.dispatcher = own
    rows = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(_file(cast))) as source:
        source.backup(rows)
    phones = office.telegram
    return Scene(
        rows, phones.calls, list(phones.bubbles.values()), phones.toasts, phones.files,
        phones.unfit, next(phones.ids), next(office.numbers), office.last_update,
        office.clock.moment,
    )  # fmt: skip


def _show(scene: Scene, cast: Cast, office: Office) -> None:
    """Bring the scene to an office in which nothing has happened but that everybody came."""
    with closing(sqlite3.connect(_file(cast))) as target:
        scene.rows.backup(target)
    phones = office.telegram
    phones.calls, phones.toasts = list(scene.calls), list(scene.toasts)
    phones.bubbles = {
        one.message_id: replace(one, keyboard=list(map(list, one.keyboard)))
        for one in scene.bubbles
    }
    phones.files, phones.unfit = dict(scene.files), list(scene.unfit)
    phones.ids, office.numbers = itertools.count(scene.ids), itertools.count(scene.numbers)
    office.last_update, office.clock.moment = scene.last, scene.moment


def _file(cast: Cast) -> str:
    return str(cast.database.engine.url.database)
