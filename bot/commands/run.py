"""`teladan run`: receiver, conversations, courier, clock and web side in one process."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError
from aiogram.types import LinkPreviewOptions, Update
from aiohttp import ClientError

from bot.clock import Clock, MovedClock, WallClock, catch_up, follow
from bot.clockwork import Clockwork
from bot.commands.dashboard import dashboard_of, sandbox_of
from bot.commands.opening import open_database
from bot.commands.receiving import Receiving, open_hold
from bot.commands.saying import refuse, say
from bot.commands.signing import open_key, use_key
from bot.commands.stopping import Stopping
from bot.commands.watching import look_at, speaker
from bot.commands.wellness import Wellness
from bot.courier import Courier
from bot.documents.signing import Key
from bot.lanes import Raw
from bot.lean import settle
from bot.measures import Measures
from bot.receiver import Receiver
from bot.settings import Settings
from bot.texts import words
from bot.texts.operator import running
from bot.ticks import ticks_of
from bot.watch import Board, Watch
from bot.web.checking import Checking
from bot.web.dashboard import Dashboard
from bot.web.dashboard.frame import TELEGRAM
from bot.web.metrics import Metrics
from bot.web.site import build_site, serve
from bot.web.surveying import Surveying
from handlers.calls import Calls
from handlers.cards import SOON, Cards
from handlers.conversations import build_dispatcher, whole_table
from handlers.letters import renderer
from handlers.patience import Patience
from storage.database import Database

log = structlog.get_logger()
# The database's thread lets go of the interpreter at every statement and, at Python's own 5 ms,
# waits that long to have it back whenever another thread is busy: ten times a tap.
SWITCH_SECONDS = 0.0002


async def run(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM. Raises SystemExit(2) with a sentence when it cannot start."""
    key = open_key(settings)
    with open_database(settings) as database:
        async with AsyncExitStack() as stack:
            bot = await stack.enter_async_context(open_bot(settings))
            await _serve(settings, database, bot, stack, key)
    say(running.stopped())


@asynccontextmanager
async def open_bot(settings: Settings) -> AsyncIterator[Bot]:
    """aiogram's client for the configured Bot API, closed at the end."""
    api = TelegramAPIServer.from_base(settings.telegram_api)
    session = Calls(api=api)
    properties = DefaultBotProperties(
        parse_mode="HTML", link_preview=LinkPreviewOptions(is_disabled=True)
    )
    bot = Bot(settings.bot_token.get_secret_value(), session=session, default=properties)
    try:
        yield bot
    finally:
        await bot.session.close()


async def _serve(
    settings: Settings, database: Database, bot: Bot, stack: AsyncExitStack, key: Key | None
) -> None:
    clock = await _clock(settings)
    await use_key(database, settings, key, clock.now(), dashboard_of(settings))
    table = whole_table()
    measures = Measures()
    database.timed = measures.stored
    polling = settings.webhook_url is None
    cards = Cards() if polling else Cards(SOON)
    patience = Patience(database, WallClock(), measures)
    bot.session.middleware(patience)
    hold, stopping = open_hold(settings, database), Stopping(settings.drain_seconds)
    ours = database.behind(hold.guard) if polling else database
    dispatcher = build_dispatcher(ours, clock, table, cards)
    token = settings.bot_token.get_secret_value()
    courier = Courier(
        database,
        clock,
        token,
        settings.telegram_api,
        renderer(table, cards),
        measures=measures,
        menu_app=dashboard_of(settings),
    )
    ticks = ticks_of(settings.anchor_chat)
    clockwork = Clockwork(database, clock, ticks, measures)
    bell = Board(database, ZoneInfo(settings.timezone), speaker(bot, settings.alarm_chat))
    teller = _teller(bot, bell)
    receiver = Receiver(bot, dispatcher, ours, clock, teller, measures)
    receiving = Receiving(settings, bot, receiver, hold)
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
    sources = look_at(settings, bot, receiver, hold)
    watch = Watch(database, clock, WallClock(), measures, bell, sources, after=courier.nudge)
    well = Wellness(database, receiving, stopping, watch)
    reader = settings.metrics_token.get_secret_value() if settings.metrics_token else None
    metrics = Metrics(measures, database, clock, WallClock(), reader)
    hear = None if polling else _hearing(receiver, cards)
    frames = sandbox_of(settings)
    checking, surveying = Checking(database), Surveying(database, clock, frames=frames)
    dashboard = Dashboard(
        database, clock, token, frames or TELEGRAM, secure=settings.clock_url is None
    )
    public = [*checking.routes(), *surveying.routes(), *dashboard.routes()]
    site = build_site(well, hear, secret, metrics.page, public)
    try:
        host = "127.0.0.1" if settings.clock_url else "0.0.0.0"  # noqa: S104
        runner = await serve(site, host, settings.port)
    except OSError:
        refuse(running.port_taken(settings.port))
    stack.push_async_callback(runner.cleanup)
    stopping.listen()
    Update.model_validate({"update_id": 0})  # built now: nobody is to wait for it
    settle()
    sys.setswitchinterval(SWITCH_SECONDS)
    jobs = [courier.run(), clockwork.run(), cards.keep(database), patience.keep(), hold.keep()]
    jobs.append(watch.keep())
    if isinstance(clock, MovedClock) and settings.clock_url:
        jobs.append(follow(clock, settings.clock_url, clockwork.tick_now))
    await stopping.until(jobs, receiving.run(stopping.over), runner.cleanup)


def _hearing(receiver: Receiver, cards: Cards) -> Callable[[Raw], Awaitable[None]]:
    """For one of many by webhook: the next update of the same chat may come to another."""

    async def hear(raw: Raw) -> None:
        await receiver.handle(raw)
        await cards.settled()

    return hear


async def _clock(settings: Settings) -> Clock:
    """The machine's clock; in the demo the sandbox's, right from the first tick."""
    if settings.clock_url is None:
        return WallClock()
    clock = MovedClock()
    try:
        await catch_up(clock, settings.clock_url)
    except (ClientError, TimeoutError):
        refuse(running.clock_not_reached(settings.clock_url))
    return clock


def _teller(bot: Bot, bell: Board) -> Callable[[int, str], Awaitable[None]]:
    async def tell(chat: int, reference: str) -> None:
        if chat:
            with suppress(AiogramError):
                await bot.send_message(chat, words.apology(reference))
        await bell.parked(reference, datetime.now(UTC))

    return tell
