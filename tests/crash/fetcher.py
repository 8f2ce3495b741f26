"""Couriers that fetch one batch each, and kill themselves with signal 9 at a given moment.

Reads lines from standard input, each a JSON list of a moment (empty: none), the database, the
folder of evidence and minutes that have passed; forks a courier for it and answers how it ended.
Telegram's end is in memory and holds one picture.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.actions import evidence as bringing
from bot.examining.child import Child
from storage import evidence_files
from storage.database import Database
from storage.evidence_files import Files
from storage.vault import Vault
from tests.achievements import picture
from tests.conftest import SECRET
from tests.courier.wire import Post

Moments = dict[str, tuple[object, str, Callable[..., Any]]]


def die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def die_soon(*_: Any) -> None:
    die()


def and_die(whole: Callable[..., Any]) -> Callable[..., Any]:
    def last(*args: Any) -> None:
        whole(*args)
        die()

    return last


# Death takes the place of a step, or comes right after it.
MOMENTS: Moments = {
    "downloaded": (Child, "examine", die_soon),
    "examined": (Files, "write", die),
    "half written": (evidence_files.os, "fsync", die),  # type: ignore[attr-defined]
    "written": (Files, "write", and_die(Files.write)),
    "not committed": (bringing, "keep", and_die(bringing.keep)),
}


async def fetch(moment: str, url: str, folder: str, minutes: int) -> None:
    database = Database(url, Vault(SECRET))
    evidence_files.hand_over(Path(folder), database.engine)
    post = Post(database, {})
    post.later(minutes=minutes)
    post.wire.files["f-p1"] = picture()
    if moment in MOMENTS:
        setattr(*MOMENTS[moment])
    await post.courier.fetch_once()
    if moment == "committed":
        die()
    await post.courier.close()
    database.close()


def fork(told: Sequence[Any]) -> int:
    child = os.fork()
    if child == 0:
        ended = 1
        try:
            asyncio.run(fetch(*told))
            ended = 0
        finally:
            os._exit(ended)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(f"{fork(json.loads(line))}\n")
        sys.stdout.flush()
