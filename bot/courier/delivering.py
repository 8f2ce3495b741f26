"""Delivering: letters that are due are leased, sent at a pace, and settled."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from telegram.error import TelegramError
from telegram.request import BaseRequest

from bot.actions.letters import Render
from bot.clock import Clock, WallClock
from bot.courier.desk import Desk, Ready
from bot.courier.outcomes import Outcome, Verdict, outcome_of
from bot.courier.speaker import drawn, open_bot, speak, transport
from bot.holder import new_holder
from bot.measures import Measures
from storage import outbox
from storage.database import Database
from storage.outbox import Claimed

log = structlog.get_logger()
T = TypeVar("T")

IN_FLIGHT = 4
RENEWED_AFTER = 10.0
CHAT_PAUSE = 1.0
FIRST_REST, LOCKED_OUT_REST = 1.0, 60.0


class Delivering:
    """Exactly one of a token delivers at a time: whoever holds its lease.

    `render` makes a letter of its row at the moment of sending. `clock` is the office's time;
    `wall` the machine's, for leases and Telegram's patience; `ticks` counts seconds.
    `menu_app` is what menu buttons of chats may open: the dashboard.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        token: str,
        api: str,
        render: Render,
        *,
        request: BaseRequest | None = None,
        wall: Clock | None = None,
        ticks: Callable[[], float] = time.monotonic,
        measures: Measures | None = None,
        menu_app: str = "",
    ) -> None:
        self.database = database
        self.clock = clock
        self.ticks = ticks
        self.request = request or transport()
        self.bot = open_bot(token, api, self.request)
        lease = f"courier/{token.partition(':')[0]}"
        self.desk = Desk(clock, wall or WallClock(), render, lease, new_holder())
        self.measures = measures or Measures()
        self.menu_app = menu_app
        self._renewed: float | None = None
        self._spoken: dict[tuple[str, int], float] = {}
        self._trouble = 0.0
        self._halted = asyncio.Event()
        self._letters = asyncio.Event()
        self._files = asyncio.Event()
        self._menus = asyncio.Event()

    async def drain_once(self) -> bool:
        """Deliver one batch; whether all of it was tried. Nothing while another courier holds."""
        now = self.clock.now()
        if not await self._holds() or not await self._read(lambda s: outbox.due(s, now)):
            return False
        if self._trouble and not await self._answers():
            return False
        hot = self._just_spoken_to()
        batch = await self._write(lambda session: self.desk.claim(session, hot))
        self._trouble = 0.0
        turns = iter(batch)
        workers = range(min(IN_FLIGHT, len(batch)))
        await asyncio.gather(*(self._deliver_all(turns) for _ in workers))
        return bool(batch) and not self._trouble

    async def _deliver_all(self, turns: Iterator[Claimed]) -> None:
        for claimed in turns:
            if self._halted.is_set() or self._trouble:
                return
            try:
                await self._deliver(claimed)
            except Exception:
                log.exception("letter_not_settled", letter=claimed.id)

    async def _deliver(self, claimed: Claimed) -> None:
        try:
            ready = await self._write(lambda session: self.desk.begin(session, claimed.id))
            outgoing = await drawn(ready.outgoing) if ready is not None else None
        except SQLAlchemyError:
            raise
        except Exception as fault:
            log.exception("letter_not_rendered", letter=claimed.id)
            kind = type(fault).__name__
            await self._write(lambda session: self.desk.stumble(session, claimed.id, kind))
            return
        if ready is not None and outgoing is not None:
            self._spoken[claimed.recipient] = self.ticks()
            outcome = await speak(self.bot, outgoing)
            await self._settle(ready, outcome)

    async def _settle(self, ready: Ready, outcome: Outcome) -> None:
        await self._write(lambda session: self.desk.settle(session, ready, outcome))
        self.measures.sent(ready.letter.kind, outcome.verdict)
        if outcome.verdict is not Verdict.SENT:
            log.info("letter_not_sent", letter=ready.letter.id, verdict=outcome.verdict)
        self._note(outcome)

    async def _answers(self) -> bool:
        """Whether Telegram answers again: an outage costs a few letters' certainty, not all."""
        try:
            await self.bot.get_me()
        except TelegramError as error:
            self._note(outcome_of(error))
            return False
        return True

    def _note(self, outcome: Outcome) -> None:
        match outcome.verdict:
            case Verdict.OFFLINE | Verdict.AMBIGUOUS | Verdict.TOO_FAST:
                self._trouble = FIRST_REST
                if outcome.verdict is Verdict.TOO_FAST:
                    self.measures.flooded("letters")
            case Verdict.LOCKED_OUT:
                self._trouble = LOCKED_OUT_REST
                log.error("courier_locked_out", fault=outcome.fault)

    def _just_spoken_to(self) -> frozenset[tuple[str, int]]:
        since = self.ticks() - CHAT_PAUSE
        self._spoken = {who: at for who, at in self._spoken.items() if at > since}
        return frozenset(self._spoken)

    async def _holds(self) -> bool:
        """Whether the lease is ours; renewed when it has aged."""
        ticks = self.ticks()
        if self._renewed is None or ticks - self._renewed >= RENEWED_AFTER:
            self._renewed = ticks if await self._write(self.desk.take) else None
        return self._renewed is not None

    async def _read(self, work: Callable[[Session], bool]) -> bool:
        return await self.database.run(work, reading=True)

    async def _write(self, work: Callable[[Session], T]) -> T:
        return await self.database.run(work)
