"""A database that is away costs time, not updates; people are told so once."""

from __future__ import annotations

import sqlite3

import pytest
from aiogram.types import Message
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot.texts import words
from storage.database import Database
from storage.updates import FailedUpdate
from tests.kit import Telegram, TestClock
from tests.receiver.test_receiver import Desk, said


class Away:
    """A switch: while it is on, every transaction fails as on a full disk."""

    def __init__(self, database: Database) -> None:
        self.on = False

        @event.listens_for(database.engine, "begin")
        def begin(_: Connection) -> None:
            if self.on:
                full = sqlite3.OperationalError("database or disk is full")
                raise OperationalError("INSERT", {}, full)


async def test_people_are_told_once_and_the_update_takes_effect_later(
    sqlite: Database, clock: TestClock
) -> None:
    away = Away(sqlite)
    heard: list[str | None] = []

    async def take(message: Message) -> None:
        await sqlite.run(lambda _: None)
        heard.append(message.text)

    desk = Desk(sqlite, clock, take)
    telegram = desk.receiver.bot.session
    assert isinstance(telegram, Telegram)
    batch = [said(1, 5, "a"), said(2, 6, "b")]
    away.on = True
    for wary in (True, False, False):
        with pytest.raises((OperationalError, ExceptionGroup)):
            await desk.receiver.take(batch, wary=wary)
    for_five = [one for one in telegram.bubbles.values() if one.chat_id == 5]
    assert [one.text for one in for_five] == [words.not_saved_yet()]
    assert heard == []
    with pytest.raises(OperationalError):  # what was asked for before it has failed by then
        await sqlite.run(lambda _: None)
    away.on = False
    await desk.receiver.take(batch)
    assert set(heard) == {"a", "b"}
    assert desk.told == []
    with sqlite.transaction(reading=True) as session:
        assert _tries(session) == []
    away.on = True
    with pytest.raises((OperationalError, ExceptionGroup)):
        await desk.receiver.take([said(3, 5, "c")])
    assert len([one for one in telegram.bubbles.values() if one.chat_id == 5]) == 2


async def test_a_try_that_failed_once_is_forgotten_when_the_next_goes_well(
    sqlite: Database, clock: TestClock
) -> None:
    heard: list[str | None] = []

    async def take(message: Message) -> None:
        heard.append(message.text)
        if len(heard) == 1:
            raise RuntimeError("a bad moment")

    await Desk(sqlite, clock, take).receiver.take([said(1, 5, "a")])
    assert heard == ["a", "a"]
    with sqlite.transaction(reading=True) as session:
        assert _tries(session) == []


def _tries(session: Session) -> list[FailedUpdate]:
    return list(session.exec(select(FailedUpdate)))
