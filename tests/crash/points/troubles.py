"""What goes wrong around the bot while it lives: Telegram, the network, the disk, the database."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import select

from bot.texts.words import already
from storage.keyboards import Keyboard
from tests.conftest import NOW
from tests.crash.points.playing import Playing
from tests.crash.points.resting import TICKED

Act = Callable[[Playing], Awaitable[object]]
ALREADY = already(NOW).partition(" pukul ")[0]
LONG = timedelta(minutes=40)


@dataclass(frozen=True)
class Trouble:
    """It begins before a step. What does not wear off by itself is ended before the bot rests.

    `silent`: the answer may get lost, so that a letter offers the screen again.
    """

    name: str
    begin: Act
    end: Act | None = None
    wears_off: bool = False
    silent: bool = False


def faulty(method: str, kind: str, **how: Any) -> Trouble:
    """One call of this method meets this fault."""
    what = str(how.get("status", ""))
    return Trouble(
        f"{kind}{what} {method}",
        lambda one: one.telegram.fails(method, how.get("status"), kind=kind, **_rest(how)),
        lambda one: one.telegram.heals(),
        wears_off=True,
        silent=True,
    )


def _rest(how: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in how.items() if name != "status"}


async def twice(one: Playing) -> None:
    """The next press comes once more under a number of its own: its client sent it again."""
    await one.telegram.fails("*", kind="repeat_tap")


async def told_again(one: Playing) -> None:
    """Whoever pressed twice with effect is told the second time what the first one did."""
    await one.telegram.heals()
    world = one.running.world
    taken = [update for update in world.updates.past.values() if update.kind == "callback_query"]
    if len(taken) < 2 or taken[-1].body["id"] != taken[-2].body["id"]:
        return
    with one.database.transaction(reading=True) as session:
        spent = select(Keyboard).where(Keyboard.spent_by == taken[-2].id)
        acted = session.exec(spent).first() is not None
    told = [
        str(call.params.get("text"))
        for call in world.ledger.since(0, "answerCallbackQuery")
        if call.params["callback_query_id"] == taken[-1].body["id"]
    ]
    assert len(told) == 2, told
    assert told[-1].startswith(ALREADY) or not acted, told


async def _jump(one: Playing, by: int) -> None:
    one.running.world.updates.next_id += by


async def silence(one: Playing) -> None:
    await one.telegram.fails("*", kind="drop_before", times=-1)


async def two_hours_later(one: Playing) -> None:
    """Telegram is away for two hours of the office's clock, then everything works again."""
    for _ in range(3):
        one.expect_tick()
        await one.telegram.clock.advance(LONG.total_seconds())
        await one.until(lambda: one.trace.count(TICKED) >= one.ticks)
    await one.telegram.heals()


ANSWERS = ("answerCallbackQuery", "editMessageText", "sendMessage", "deleteMessage")
RESENT = Trouble("press sent again", twice, told_again, wears_off=True)
FAULTS = (
    *(faulty(method, "drop_before") for method in ANSWERS),
    *(faulty(method, "drop_after") for method in ANSWERS),
    *(faulty(method, "html") for method in ANSWERS),
    *(faulty(method, "status", status=500) for method in ANSWERS),
    *(faulty(method, "status", status=429, retry_after=1) for method in ANSWERS),
    faulty("*", "slow", seconds=1.0),
    faulty("getUpdates", "conflict"),
    faulty("getUpdates", "html"),
    faulty("getUpdates", "drop_after"),
    faulty("getFile", "drop_after"),
    faulty("getFile", "status", status=500),
    faulty("file", "cut"),
    faulty("file", "html"),
    faulty("file", "drop_before"),
    RESENT,
)
JUMPS = (Trouble("ids jump ahead", lambda one: _jump(one, 10**6)),)
