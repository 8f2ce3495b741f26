"""What is measured, each in a process of its own: `python -m tests.bench.subject KIND`."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any


def tune() -> None:
    """The collector settings that Teladan runs with, for everybody."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def bare_aiogram(api: str, handle: Callable[[Any], Awaitable[None]]) -> tuple[Any, Any]:
    """A bot and a dispatcher that gives every message to `handle`."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    bot = Bot("42:BENCH", session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.message.register(handle)
    return bot, dispatcher


async def echo(message: Any) -> None:
    await message.answer(message.text or "")


async def aiogram_echo(api: str) -> None:
    bot, dispatcher = bare_aiogram(api, echo)
    tune()
    await dispatcher.start_polling(bot, handle_signals=False)


async def aiogram_hooked(api: str) -> None:
    """The same by webhook, with aiogram's own handler of requests as it comes."""
    from aiogram.webhook.aiohttp_server import SimpleRequestHandler
    from aiohttp import web

    bot, dispatcher = bare_aiogram(api, echo)
    site = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=os.environ["WEBHOOK_SECRET"]).register(
        site, path=os.environ["WEBHOOK_PATH"]
    )
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(os.environ["PORT"])).start()
    tune()
    await bot.set_webhook(os.environ["WEBHOOK_URL"])
    await asyncio.Event().wait()


async def aiogram_cards(api: str) -> None:
    """Nothing but the calls of a tap: the old card away, a new one with buttons."""
    from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

    async def card(message: Any) -> None:
        buttons = [
            [InlineKeyboardButton(text=f"Pilihan {number}", callback_data="x" * 40)]
            for number in range(6)
        ]
        await message.delete()
        markup = InlineKeyboardMarkup(inline_keyboard=buttons)
        await message.answer((message.text or "") * 50, reply_markup=markup)

    bot, dispatcher = bare_aiogram(api, card)
    tune()
    await dispatcher.start_polling(bot, handle_signals=False)


async def telegram_echo(api: str) -> None:
    from telegram import Update
    from telegram.ext import Application, ContextTypes, MessageHandler, filters

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await update.message.reply_text(update.message.text or "")

    address = f"{api}/bot"
    application = (
        Application.builder().token("42:BENCH").base_url(address).concurrent_updates(8).build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    tune()
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        await asyncio.Event().wait()


async def teladan(_: str) -> None:
    """The real thing, with its statements counted; `BENCH_UNPACED` lets the courier run free."""
    from sqlalchemy.engine.default import DefaultDialect

    from bot.lean import import_aiogram

    gc.disable()  # as `teladan run` does
    import_aiogram()
    from bot.commands.opening import open_settings
    from bot.commands.run import run
    from bot.courier import speaker

    statements = 0

    def counted(plain: Callable[..., None]) -> Callable[..., None]:
        def execute(self: DefaultDialect, cursor: Any, statement: str, *rest: Any) -> None:
            nonlocal statements
            statements += not statement.startswith(BRACKETS)  # as on PostgreSQL: its driver begins
            plain(self, cursor, statement, *rest)

        return execute

    for name in ("do_execute", "do_executemany", "do_execute_no_params"):
        setattr(DefaultDialect, name, counted(getattr(DefaultDialect, name)))

    def write() -> None:
        sys.stdout.write(f"statements {statements}\n")
        sys.stdout.flush()

    if os.environ.get("BENCH_UNPACED"):
        speaker.PERIOD = 1e-6
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, write)
    await run(open_settings())


BRACKETS = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")
SUBJECTS = {
    "aiogram": aiogram_echo,
    "aiogram by webhook": aiogram_hooked,
    "aiogram with cards": aiogram_cards,
    "ptb": telegram_echo,
    "teladan": teladan,
}

if __name__ == "__main__":
    gc.disable()
    kind, api = sys.argv[1:]
    gc.enable() if kind != "teladan" else None
    asyncio.run(SUBJECTS[kind](api))
