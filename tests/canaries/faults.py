"""Everything that can go wrong does, each time with a canary in the fault's own words."""

from __future__ import annotations

import asyncio
import gc
import warnings
from functools import partial
from importlib import import_module
from typing import Any

import structlog
from aiogram import Dispatcher
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramServerError
from aiogram.methods import SendMessage
from aiogram.types import Message
from pydantic import BaseModel
from sqlalchemy import text
from sqlmodel import select

from bot.actions.buttons import Drawn
from bot.actions.letters import Outgoing
from bot.clockwork import Clockwork
from bot.courier.speaker import open_bot, speak, transport
from bot.examining.limits import Limits
from bot.measures import Measures
from bot.receiver import Receiver
from bot.screens import Screen
from bot.texts import alarms
from bot.ticks import Tick
from handlers.conversations import build_dispatcher
from storage.evidence import Evidence, ToFetch
from tests.authority.world import World
from tests.canaries.planted import BYTES, GROUPED, NIP, PHONE, TEXT, TOKEN
from tests.receiver.test_receiver import said

ADDRESS = f"https://api.telegram.org/bot{TOKEN}/sendMessage?text={TEXT}"
log = structlog.get_logger()


class Form(BaseModel):
    level: int


async def everything_fails(world: World) -> list[str]:
    """What operators and people are told meanwhile."""
    told: list[str] = []
    await _handlers_fail(world, told)
    await _telegram_fails(world)
    await _tick_fails(world)
    await _courier_fails()
    await _examiners_fail(world)
    await _task_is_forgotten()
    return told


async def _handlers_fail(world: World, told: list[str]) -> None:
    async def tell(chat: int, reference: str) -> None:
        told.append(alarms.parked([reference]) + str(chat))

    office = world.cast.sari.office
    faults = (_refused_row, _refused_value, _missing_key, _refused_form, _cause)
    for number, fault in enumerate(faults):
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.message.register(_raising(world, fault))
        one = Receiver(office.bot, dispatcher, world.database, office.clock, tell)
        await one.handle(said(900_000 + number, 101, f"{TEXT} {NIP} {PHONE} {GROUPED}"))
    whole = build_dispatcher(world.database, office.clock)
    one = Receiver(office.bot, whole, world.database, office.clock, tell)
    await one.handle({"update_id": 900_100, "message": {"text": TEXT, "from": {"id": 101}}})


def _raising(world: World, fault: Any) -> Any:
    async def take(message: Message) -> None:
        await world.database.run(lambda session: fault(session))

    return take


def _refused_row(session: Any) -> None:
    values = {"name": TEXT, "key": PHONE}
    session.execute(text("INSERT INTO employee (name, search_key) VALUES (:name, :key)"), values)


def _refused_value(_: Any) -> None:
    raise ValueError(f"invalid literal: {TEXT} {NIP} {PHONE}")


def _missing_key(_: Any) -> None:
    {}[TEXT]  # type: ignore[index]


def _refused_form(_: Any) -> None:
    Form.model_validate({"level": TEXT})


def _cause(_: Any) -> None:
    try:
        _refused_value(None)
    except ValueError as fault:
        raise RuntimeError(ADDRESS) from fault


async def _telegram_fails(world: World) -> None:
    method = SendMessage(chat_id=101, text=TEXT)
    for fault in (
        TelegramNetworkError(method=method, message=f"InvalidURL: {ADDRESS}"),
        TelegramServerError(method=method, message="Bad Gateway"),
        ClientDecodeError("Failed to decode", ValueError(TEXT), f"<html>{ADDRESS}</html>"),
        OSError(f"cannot reach {ADDRESS}"),
    ):
        world.cast.sari.office.telegram.fail_next = [fault]
        await world.cast.sari.says("/menu")


async def _tick_fails(world: World) -> None:
    def work(*_: Any) -> None:
        raise RuntimeError(f"{TEXT} {NIP}")

    clock = world.cast.sari.office.clock
    await Clockwork(world.database, clock, ticks=[Tick("fails", work)]).tick_now()


async def _courier_fails() -> None:
    request = transport()
    bot = open_bot(TOKEN, "http://127.0.0.1:1", request)
    await request.initialize()
    letter = Outgoing(101, Drawn(Screen(f"{TEXT} {NIP}"), []), None, False)
    outcome = await speak(bot, letter)
    await request.shutdown()
    log.info("letter_not_sent", fault=outcome.fault)


class _File:
    """One at Telegram whose content and name are canaries."""

    file_size = len(BYTES)

    async def get_file(self, _: str) -> _File:
        return self

    async def download_as_bytearray(self) -> bytearray:
        return bytearray(BYTES + TEXT.encode())


async def _examiners_fail(world: World) -> None:
    """Killed, out of memory, crashing, hanging, babbling what it read: over a canary each."""
    fetching: Any = import_module("bot.courier.fetching")
    plain, clock = fetching.open_child, world.cast.sari.office.clock
    file = ToFetch(_evidence(world), "kenari", len(BYTES))
    for how in ("killed", "greedy", "crashing", "idle", "babbling", "stillborn"):
        program = ("-m", "tests.examining.rogue", how)
        fetching.open_child = partial(plain, Limits(cpu=1, wall=1), program)
        await fetching._fetch(world.database, _File(), clock, file, Measures())
    fetching.open_child = plain


def _evidence(world: World) -> int:
    with world.database.transaction() as session:
        number = session.exec(select(Evidence.id).limit(1)).first()
    assert number is not None
    return number


async def _task_is_forgotten() -> None:
    """asyncio itself tells of it when the task is collected."""

    async def fail() -> None:
        raise ValueError(TEXT)

    with warnings.catch_warnings():
        task: Any = asyncio.ensure_future(fail())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        del task
        gc.collect()
