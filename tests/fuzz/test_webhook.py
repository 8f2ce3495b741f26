"""The webhook answers whatever is posted, and never with a fault of its own."""

from __future__ import annotations

import os
import random
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.web.site import PATH, build_site, serve
from tests.fuzz.acting import Actors
from tests.fuzz.bodies import SECRET, post
from tests.fuzz.checking import broken
from tests.fuzz.running import fuzzing

POSTS = int(os.environ.get("FUZZ", "5000")) // 10


async def _well() -> dict[str, Any]:
    return {"ready": True}


@pytest.mark.timeout(POSTS // 50 + 300)
async def test_the_webhook_bears_every_body(tmp_path: Path) -> None:
    dice = random.Random(7)
    actors, taken = Actors(dice), 0
    wrong: list[object] = []
    async with fuzzing(tmp_path) as fuzz, ClientSession() as web:
        fuzz.start_over("webhook")
        runner = await serve(build_site(_well, fuzz.receiver.handle, SECRET), "127.0.0.1", 0)
        address = f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
        try:
            for _ in range(POSTS):
                update = actors.next(fuzz.number())
                fuzz.phones.fill_in(update)
                one = post(dice, update)
                async with web.post(
                    address, data=BytesIO(one.body), headers=one.headers
                ) as answer:
                    taken += answer.status == 200
                    if answer.status not in one.answers:
                        wrong.append((answer.status, one.headers, one.body[:300]))
                    assert len(await answer.read()) < 60, "no traceback"
            wrong += [*fuzz.faults(), *broken(fuzz.world)]
        finally:
            await runner.cleanup()
    assert wrong == []
    assert taken > POSTS / 3
