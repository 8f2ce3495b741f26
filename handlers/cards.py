"""Which message is the living card of each account, and what it shows: written down later.

Both all at once, the message after a second and the screen after a minute.
"""

from __future__ import annotations

import asyncio
from datetime import datetime

import structlog
from sqlmodel import Session

from bot.screens import Place
from handlers.menu_button import Refusals
from storage import accounts, open_screens
from storage.database import Database

EVERY = 1.0
SCREENS_EVERY = 60.0
SOON = 0.02
log = structlog.get_logger()


class Cards:
    """What was shown and is not written down yet. Losing it leaves an old card in a chat, no more.

    A transaction of its own for every message sent would cost as much as the message.
    `refusals` are of buttons that Telegram did not take for a chat.
    """

    def __init__(self, every: float = EVERY) -> None:
        self.every = every
        self._unsaved: dict[int, int | None] = {}
        self._shown: dict[int, tuple[Place | None, datetime]] = {}
        self.refusals = Refusals()
        self._waited_for: list[asyncio.Future[None]] = []

    def of(self, account_id: int, saved: int | None) -> int | None:
        return self._unsaved.get(account_id, saved)

    def put(self, account_id: int, message_id: int | None) -> None:
        self._unsaved[account_id] = message_id

    def show(self, account_id: int, place: Place | None, at: datetime) -> None:
        """The card shows this screen now; None: it is a receipt and done with."""
        self._shown[account_id] = (place, at)

    def shown_at(self, account_id: int) -> datetime | None:
        """When the card was last drawn, if that is not written down yet."""
        shown = self._shown.get(account_id)
        return shown[1] if shown else None

    def shown(self, account_id: int) -> str | None:
        """What the card shows, "" for a receipt; None when that is written down already."""
        known = self._shown.get(account_id)
        return None if known is None else str(known[0] or "")

    async def save_screens(self, database: Database) -> None:
        """Write down what all cards show that were drawn since the last time."""
        if not self._shown:
            return
        some = dict(self._shown)
        rows = {who: (str(place or ""), at) for who, (place, at) in some.items()}
        await database.run(lambda session: open_screens.put(session, rows))
        for account_id, shown in some.items():
            if self._shown.get(account_id) == shown:
                del self._shown[account_id]

    async def settled(self) -> None:
        """Return when all that was put was written down, or could not be.

        For an update whose follower may come to another process.
        """
        if self._unsaved:
            self._waited_for.append(waiting := asyncio.get_running_loop().create_future())
            await waiting

    async def save(self, database: Database) -> None:
        """Write down all of them in one transaction."""
        if not self._unsaved:
            return
        some = dict(self._unsaved)

        def work(session: Session) -> None:
            accounts.put_cards(session, some)

        await database.run(work)
        for account_id, message_id in some.items():
            if self._unsaved.get(account_id) == message_id:
                del self._unsaved[account_id]

    async def keep(self, database: Database) -> None:
        """Save time and again, what is shown every minute, and both at the end."""
        clock = asyncio.get_running_loop().time
        due = clock() + SCREENS_EVERY
        try:
            while True:
                await asyncio.sleep(self.every)
                screens = clock() >= due
                due += SCREENS_EVERY if screens else 0.0
                await self._try(database, screens=screens)
        finally:
            await self._try(database, screens=True)

    async def _try(self, database: Database, *, screens: bool) -> None:
        waited_for, self._waited_for = self._waited_for, []
        try:
            await self.save(database)
            if screens:
                await self.save_screens(database)
        except Exception as fault:  # a database that is away ends nothing here
            log.warning("cards_not_saved", kind=type(fault).__name__)
        finally:
            for waiting in waited_for:
                if not waiting.done():
                    waiting.set_result(None)
