"""What goes wrong around the bot while it lives: Telegram, the network, the disk, the database."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.crash.points.playing import Playing

Act = Callable[[Playing], Awaitable[object]]
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


def sick(what: str) -> Trouble:
    """The disk or the database is in this state until the bot has felt it, and a moment more."""

    async def begin(one: Playing) -> None:
        one.trouble.write_text(what)

    async def end(one: Playing) -> None:
        felt = one.trace.count("hurt")
        await one.until(lambda: one.trace.count("hurt") > felt or one.died, 20)
        one.trouble.unlink()

    return Trouble(what, begin, end)


async def _jump(one: Playing, by: int) -> None:
    one.running.world.updates.next_id += by


async def _silence(one: Playing) -> None:
    await one.telegram.fails("*", kind="drop_before", times=-1)


async def _two_hours_later(one: Playing) -> None:
    """Telegram is away for two hours of the office's clock, then everything works again."""
    for _ in range(3):
        one.expect_tick()
        await one.telegram.clock.advance(LONG.total_seconds())
        await one.until(lambda: one.ticked() >= one.ticks)
    await one.telegram.heals()


ANSWERS = ("answerCallbackQuery", "editMessageText", "sendMessage", "deleteMessage")
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
)
JUMPS = (Trouble("ids jump ahead", lambda one: _jump(one, 10**6)),)
OUTAGES = (
    sick("gone"),
    sick("full"),
    Trouble("Telegram away for two hours", _silence, _two_hours_later, silent=True),
)
FULL_STORE = sick("no space")
