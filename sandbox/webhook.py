"""Delivery to a webhook: in order per chat, with back-off, and the call in the answer."""

import asyncio
import time

from aiohttp import ClientError, ClientSession, ClientTimeout

from sandbox import models
from sandbox.api import carry_out
from sandbox.methods.table import known
from sandbox.model import Json, Update
from sandbox.reading import prepare
from sandbox.world import World

FIRST_PAUSE, LONGEST_PAUSE, LONGEST_WISH = 0.25, 60.0, 3600.0
ANSWER_SECONDS = 60.0
NOT_IN_ANSWERS = ("setwebhook", "deletewebhook", "close", "logout")


class Delivery:
    """One lane a chat; lanes run side by side up to `max_connections`."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.lanes: dict[int, asyncio.Task[None]] = {}
        self.running = 0
        self._session: ClientSession | None = None
        world.updates.arrived.append(self.arrived)
        world.webhook_set.append(self.all)

    def arrived(self, update: Update) -> None:
        """A new update: its chat's lane starts unless it runs already."""
        if self.world.webhook["url"] and update.chat not in self.lanes:
            task = asyncio.get_running_loop().create_task(self._lane(update.chat))
            self.lanes[update.chat] = task

    def all(self) -> None:
        """After setWebhook or a restart: everything that waits gets its lane."""
        for update in list(self.world.updates.pending.values()):
            self.arrived(update)

    def _next(self, chat: int) -> Update | None:
        self.world.updates.expire()
        waiting = self.world.updates.pending.values()
        return next((update for update in waiting if update.chat == chat), None)

    async def _lane(self, chat: int) -> None:
        try:
            await self._drain(chat)
        finally:
            self.lanes.pop(chat, None)

    async def _drain(self, chat: int) -> None:
        pause = FIRST_PAUSE
        while self.world.webhook["url"]:
            update = self._next(chat)
            if update is None:
                return
            while self.running >= self.world.webhook.get("max_connections", 1):
                await self.world.pulse.wait(0.05)
            self.running += 1
            try:
                wish = await self._deliver(update)
            finally:
                self.running -= 1
            if wish is None:
                pause = FIRST_PAUSE
                continue
            await asyncio.sleep(min(wish, LONGEST_WISH) if wish else pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _deliver(self, update: Update) -> float | None:
        """Posts one update. None: confirmed; else the seconds the bot wishes to wait, or 0."""
        world, hook = self.world, self.world.webhook
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS))
        headers = {}
        if hook.get("secret"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook["secret"]
        update.delivered += 1
        try:
            async with self._session.post(
                hook["url"], json=update.show(), headers=headers, ssl=False
            ) as answer:
                body = await answer.read()
                if 200 <= answer.status < 300:
                    if answer.content_type == "application/json" and body:
                        await self._answered(await answer.json())
                    if update.id in world.updates.pending:
                        world.updates.finish([update.id], "confirmed")
                    world.ledger.touch()
                    return None
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                return float(answer.headers.get("Retry-After", 0) or 0)
        except (ClientError, TimeoutError, ValueError) as trouble:
            self._failed(str(trouble) or type(trouble).__name__)
            return 0.0

    def _failed(self, words: str) -> None:
        self.world.webhook["last_error_date"] = int(time.time() + self.world.clock.offset)
        self.world.webhook["last_error_message"] = words
        self.world.keep_settings()

    async def _answered(self, body: object) -> None:
        """Carries out a method call that came in the answer; its result stays unseen."""
        if not isinstance(body, dict) or not isinstance(body.get("method"), str):
            return
        params: Json = dict(body)
        await models.ready()
        name = known(params.pop("method"))
        if name is None or name.lower() in NOT_IN_ANSWERS or name.lower().startswith("get"):
            return
        prepare(params)
        entry = self.world.ledger.open(name, params, {}, "webhook answer")
        status, answer = await carry_out(self.world, name, params, {}, entry)
        self.world.ledger.close(entry, status, answer)

    async def close(self) -> None:
        """Stops all lanes."""
        tasks = list(self.lanes.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
