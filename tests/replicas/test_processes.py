"""Real processes: a standby follows a dead or frozen poller; a replica that is stopped drains."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import select

from storage.achievements import Achievement
from storage.database import Database
from tests.crash.people import FIRST
from tests.replicas.journeys import QUIET_DAY, fill, person, story
from tests.replicas.office import Nursery, Site, balanced, open_site

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]
filled = partial(fill, people=4, bosses=2)


async def holds(site: Site, name: str) -> None:
    """Wait until this process receives. TimeoutError after a minute."""
    async with asyncio.timeout(60):
        while site.holder("receiver/") != name:  # noqa: ASYNC110 - another process's doing
            await asyncio.sleep(0.05)


def told(database: Database) -> Counter[str | None]:
    with database.transaction(reading=True) as session:
        return Counter(session.exec(select(Achievement.story)).all())


async def test_a_standby_follows_a_dead_poller_and_then_a_frozen_one(
    nursery: Nursery, tmp_path: Path, url: str
) -> None:
    async with open_site(nursery, tmp_path, url, filled, "ab") as site:
        await site.telegram.clock.to(QUIET_DAY)
        phone = await site.telegram.person("p2", "Orang 2", id=FIRST + 2, started=True)

        async def tells(number: int) -> None:
            await phone.says(story(2, number, "ada"), wait=False)
            await phone.sees(story(2, number, "ada"), timeout=90)

        site.start("a")
        await holds(site, "a")
        site.start("b")
        await tells(0)
        site.kill("a")
        await holds(site, "b")  # seen to be dead: it need not lapse
        await tells(1)
        site.start("a")
        site.send("b", signal.SIGSTOP)
        await holds(site, "a")
        await tells(2)
        site.send("b", signal.SIGCONT)
        await tells(3)
        assert site.holder("receiver/") == "a"
        assert (await site.state("a"))["receiving"]
        site.send("a", signal.SIGTERM)
        assert site.ends("a") == 0
        await holds(site, "b")
        await tells(4)
        stories = told(site.database)
        assert all(stories[story(2, number, "ada")] == 1 for number in range(5))


async def test_a_stopped_replica_says_so_first_finishes_and_leaves(
    nursery: Nursery, tmp_path: Path, url: str
) -> None:
    async with open_site(nursery, tmp_path, url, filled, "ab") as site, balanced(site) as door:
        await site.telegram.clock.to(QUIET_DAY)
        site.start("a", DRAIN_SECONDS="2")
        await site.until_ready("a")
        someone = await person(site, door, 2)
        await site.telegram.fails("sendMessage", kind="slow", seconds=1.0, times=1)
        before = site.calls
        await someone.says(story(2, 0, "ada"))
        await site.until(lambda: site.calls > before)
        site.send("a", signal.SIGTERM)
        async with asyncio.timeout(10):
            while not (said := await site.state("a")).get("draining"):
                pass
        assert (said["status"], said["ready"]) == (503, False)
        assert await asyncio.to_thread(site.ends, "a") == 0
        assert site.running.world.updates.pending == {}
        assert told(site.database)[story(2, 0, "ada")] == 1
