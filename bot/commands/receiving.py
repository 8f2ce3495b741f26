"""How updates come: by polling, as the only one; or by webhook, as one of many."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramRetryAfter

from bot.clock import WallClock
from bot.commands.greeting import pauses, wait_for_telegram
from bot.commands.saying import refuse, say
from bot.hold import Hold
from bot.holder import new_holder
from bot.polling import Polling, unless
from bot.receiver import KINDS, Receiver
from bot.settings import Settings
from bot.texts.operator import running
from bot.web.site import PATH
from storage import profile
from storage.database import Database

log = structlog.get_logger()
WEBHOOK = "webhook"
"""All who are told by webhook hold the right to receive together."""
TRIES = 5


def open_hold(settings: Settings, database: Database) -> Hold:
    """The right to receive what this bot is told: of one who polls, or of all by webhook."""
    number = settings.bot_token.get_secret_value().partition(":")[0]
    holder = WEBHOOK if settings.webhook_url else new_holder()
    return Hold(
        database, WallClock(), f"receiver/{number}", holder, lambda: say(running.database_away())
    )


@dataclass
class Receiving:
    """`met`: Telegram has answered since the start. `ready`: updates can come."""

    settings: Settings
    bot: Bot
    receiver: Receiver
    hold: Hold
    met: bool = False
    ready: bool = False
    _running: str = ""

    async def run(self, stop: asyncio.Event) -> None:
        """Receive until `stop` is set, as soon as Telegram is there.

        Raises SystemExit(2) when Telegram refuses the token or takes no webhook.
        """
        await unless(stop, self._meet())
        if self.settings.webhook_url is None:
            await Polling(self.receiver, self.hold, self._polls, say).run(stop)
            return
        while not stop.is_set():
            await self.hold.taken(lambda: say(running.polled_elsewhere()))
            await self._set_webhook()
            self._begun()
            await self.hold.lost(stop)
            self.ready = False

    async def _meet(self) -> None:
        """Learn our name from Telegram, and remember it."""
        name = await wait_for_telegram(self.bot, self.settings)
        await self.hold.database.run(lambda session: profile.remember(session, name))
        self._running, self.met = running.running(name), True

    async def _polls(self) -> None:
        """Pending updates are never dropped."""
        try:
            await self.bot.delete_webhook(drop_pending_updates=False)
        except (AiogramError, OSError) as fault:
            log.warning("telegram_not_told", kind=type(fault).__name__)
        self._begun()

    async def _set_webhook(self) -> None:
        """Replicas that start together all say the same; Telegram may ask some to wait."""
        assert self.settings.webhook_url is not None
        assert self.settings.webhook_secret is not None
        address = self.settings.webhook_url + PATH
        secret = self.settings.webhook_secret.get_secret_value()
        refused = 0
        for pause in pauses():
            try:
                await self.bot.set_webhook(address, secret_token=secret, allowed_updates=KINDS)
            except TelegramRetryAfter as flood:
                await asyncio.sleep(float(flood.retry_after))
            except (AiogramError, OSError) as fault:
                log.warning("telegram_not_told", kind=type(fault).__name__, again_in=pause)
                refused += isinstance(fault, TelegramBadRequest)  # it is there and says no
                if refused == TRIES:
                    refuse(running.telegram_unreachable(self.settings.telegram_api))
                await asyncio.sleep(pause)
            else:
                return

    def _begun(self) -> None:
        self.ready = True
        say(self._running)
