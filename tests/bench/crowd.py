"""People of the bench: each follows a script, one update at a time, as fast as it is answered.

The mix of a whole round is about 30 % menu, 40 % draft steps, 20 % rating, 10 % submitting.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field

from tests.bench.telegram import Buttons, Json, Telegram

FIRST = 500_000
PER_SUPERIOR = 3
LETTER, DUTIES = "Buka", "Ingatkan nanti"  # on what the courier brings meanwhile
Script = Generator[str, Buttons, None]
"""Yields `/menu`, a text, or `>label` for a press; gets the buttons that came of it."""


def employee() -> Script:
    """Tells an achievement step by step, sends it, takes it back, sends it again."""
    for number in itertools.count(1):
        yield "/menu"
        yield "/prestasi"
        shown = yield ">Buat baru"
        if any(label == "Mulai baru" for label, _ in shown):
            yield ">Mulai baru"
        yield f"Antrean lebih cepat {number}"
        yield "Loket ditata ulang sehingga warga tidak menunggu lama."
        yield "/menu"
        yield "/prestasi"
        yield ">1. ✎"
        yield ">Lanjutkan mengisi"
        yield ">Hari ini"
        yield ">Inovasi"
        yield ">Inovasi"
        yield ">Lanjut"
        yield ">Lewati"
        yield ">Lewati"
        yield ">Kirim"
        yield "/menu"
        yield "/menu"


def superior() -> Script:
    """Rates whatever waits, and looks at the menu in between."""
    while True:
        shown = yield "/menu"
        waiting = [label for label, _ in shown if "restasi" in label and label != "Prestasi saya"]
        if not waiting:
            continue
        shown = yield f">{waiting[0]}"
        while any(label == "Nilai" for label, _ in shown):
            shown = yield ">Nilai"
            shown = yield ">4"
            shown = yield ">Setujui"


def echo() -> Script:
    while True:
        yield "halo"


@dataclass
class Phone:
    chat: int
    script: Script
    buttons: Buttons = field(default_factory=list)
    message: int = 0
    since: float = 0.0
    busy: bool = False
    started: bool = False


class Crowd:
    """`load(count)` keeps everybody busy; `pour(rate)` lets them come as they come."""

    def __init__(self, people: int, script_of: Callable[[int], Script], *, plain: bool) -> None:
        self.phones = {FIRST + at: Phone(FIRST + at, script_of(at)) for at in range(people)}
        self.telegram = Telegram(self.shown)
        self.plain = plain  # any message answers, not only one with buttons
        self.numbers = itertools.count(1)
        self.answered = 0
        self.took: list[float] = []
        self.goal = 0
        self.flying = 0
        self.done = asyncio.Event()
        self.quiet = asyncio.Event()
        self.keep_busy = False
        self.stuck = ""

    async def load(self, count: int, at_once: int) -> float:
        """Updates a second over so many updates, with so many people at once."""
        self._reset(count)
        self.keep_busy = True
        began = time.perf_counter()
        for phone in self._idle(at_once):
            self._next(phone)
        await self._finish(count)
        return count / (time.perf_counter() - began)

    async def pour(self, count: int, rate: float) -> list[float]:
        """Evenly spread updates; seconds from handing out to the answer, sorted."""
        self._reset(count)
        self.keep_busy = False
        loop = asyncio.get_running_loop()
        start, turns = loop.time(), itertools.cycle(list(self.phones.values()))
        for number in range(count):
            await asyncio.sleep(max(0.0, start + number / rate - loop.time()))
            self._next(next(phone for phone in turns if not phone.busy))
        await self._finish(count)
        return sorted(self.took)

    def shown(self, chat: int, message: int, buttons: Buttons) -> None:
        phone = self.phones.get(chat)
        if phone is None or not phone.busy or not (buttons or self.plain):
            return
        labels = [label for label, _ in buttons]
        if labels == [LETTER] or DUTIES in labels:
            return
        phone.buttons, phone.message, phone.busy = buttons, message, False
        self.answered += 1
        self.flying -= 1
        self.took.append(time.perf_counter() - phone.since)
        if self.answered >= self.goal:
            self.done.set()
        elif self.keep_busy:
            self._next(phone)
        if not self.flying:
            self.quiet.set()

    def _reset(self, goal: int) -> None:
        self.answered, self.goal, self.took = 0, goal, []
        self.done.clear()

    async def _finish(self, count: int) -> None:
        async with asyncio.timeout(30 + count / 10):
            await self.done.wait()
        if self.stuck:
            raise LookupError(self.stuck)
        self.keep_busy = False
        if self.flying:
            self.quiet.clear()
            async with asyncio.timeout(30):
                await self.quiet.wait()

    def _idle(self, count: int) -> Iterator[Phone]:
        idle = (phone for phone in self.phones.values() if not phone.busy)
        return itertools.islice(idle, count)

    def _next(self, phone: Phone) -> None:
        step = phone.script.send(phone.buttons) if phone.started else next(phone.script)
        phone.started = True
        self.flying += 1
        phone.busy, phone.since = True, time.perf_counter()
        if (update := self._update(phone, step)) is not None:
            self.telegram.put(update)

    def _update(self, phone: Phone, step: str) -> Json | None:
        user = {"id": phone.chat, "is_bot": False, "first_name": "Orang"}
        chat = {"id": phone.chat, "type": "private"}
        message: Json = {"message_id": phone.message, "date": 1790000000, "chat": chat}
        message["text"] = "x"
        number = next(self.numbers)
        if not step.startswith(">"):
            entities = [{"type": "bot_command", "offset": 0, "length": len(step)}]
            said = {**message, "from": user, "text": step, "message_id": number}
            if step.startswith("/"):
                said["entities"] = entities
            return {"update_id": number, "message": said}
        wanted = step[1:]
        data = next((d for label, d in phone.buttons if label.startswith(wanted)), None)
        if data is None:
            self.stuck = f"{step} is not among {[label for label, _ in phone.buttons]}"
            self.done.set()
            return None
        press = {"id": str(number), "from": user, "chat_instance": "1", "data": data}
        bot = {"id": 42, "is_bot": True, "first_name": "Bench"}
        return {
            "update_id": number,
            "callback_query": {**press, "message": {**message, "from": bot}},
        }


def script_of(number: int, superiors: int) -> Script:
    return superior() if number < superiors else employee()
