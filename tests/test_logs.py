"""What the logs say: one reference number for all lines of an update, no secrets, two forms."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Message

from bot import logs
from bot.receiver import Receiver
from bot.rules.references import number_of, reference_of
from storage.database import Database
from tests.kit import TOKEN, Telegram, TestClock
from tests.receiver.test_receiver import said


@contextmanager
def listening(form: str = logs.JSON) -> Iterator[StringIO]:
    """What is written meanwhile; afterwards everything is as it was."""
    root, written = logging.getLogger(), StringIO()
    before, level = root.handlers, root.level
    with redirect_stderr(written):
        structlog.reset_defaults()
        logs.set_up("INFO", form)
    try:
        yield written
    finally:
        root.handlers, root.level = before, level
        structlog.reset_defaults()
        logs.set_up("ERROR")
        root.handlers = before


def lines(written: StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def receiver(
    database: Database, clock: TestClock, take: Callable[[Message], Awaitable[None]]
) -> tuple[Receiver, list[tuple[int, str]]]:
    people: list[tuple[int, str]] = []

    async def tell(chat: int, reference: str) -> None:
        people.append((chat, reference))

    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.message.register(take)
    bot = Bot(TOKEN, session=Telegram(clock))
    return Receiver(bot, dispatcher, database, clock, tell), people


async def test_what_a_person_quotes_is_on_every_line_of_the_update(
    sqlite: Database, clock: TestClock
) -> None:
    async def take(message: Message) -> None:
        structlog.get_logger().info("ours", text=message.text)
        logging.getLogger("some.library").warning("theirs")
        await asyncio.sleep(0)
        if message.text == "poison":
            raise ZeroDivisionError

    one, people = receiver(sqlite, clock, take)
    numbers = {874_000_001: "poison", 874_000_002: "fine"}
    batch = [said(number, number, text) for number, text in numbers.items()]
    with listening() as written:
        await one.take(batch)
    [(_, quoted)] = people
    assert number_of(quoted) == 874_000_001
    mine = [line["event"] for line in lines(written) if line.get("ref") == quoted]
    assert mine == [*(["ours", "theirs", "update_failed"] * 3), "update_parked"]
    other = reference_of(874_000_002)
    others = [line["event"] for line in lines(written) if line.get("ref") == other]
    assert others == ["ours", "theirs"]
    assert len(mine) + len(others) == len(lines(written))


async def test_a_line_between_updates_has_no_reference(sqlite: Database, clock: TestClock) -> None:
    async def take(message: Message) -> None:
        pass

    one, _ = receiver(sqlite, clock, take)
    with listening() as written:
        await one.take([said(1, 1, "x")])
        structlog.get_logger().info("afterwards")
    [line] = lines(written)
    assert line["event"] == "afterwards"
    assert "ref" not in line


def test_secrets_are_blotted_out_in_both_forms() -> None:
    secret = {"token": "1234567:AAAAAAAAAAAAAAAAAAAAAAAA", "nip": "199003032015032003"}
    with listening() as written:
        structlog.get_logger().info("secret", **secret)
    [line] = lines(written)
    assert (line["token"], line["nip"]) == ("[token]", "[nip]")
    with listening(logs.LOGFMT) as written:
        structlog.get_logger().info("secret", **secret)
    assert "token=[token] nip=[nip]" in written.getvalue()
