"""Real processes: a standby follows a dead and a frozen poller; one that is stopped drains."""

from __future__ import annotations

import asyncio
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import col, select

from sandbox.client import Phone
from storage.achievements import Achievement
from storage.outbox import Letter
from storage.updates import FailedUpdate
from tests.crash.people import FIRST
from tests.replicas.journeys import QUIET_DAY, fill, story
from tests.replicas.office import Nursery, Site, open_site

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]
WHO = 2
LEASE = {"LEASE_SECONDS": "3"}
SOON = 8.0  # seconds for a standby to see that the lease was given back, on a busy machine
filled = partial(fill, people=4, bosses=2)


@asynccontextmanager
async def a_pair(nursery: Nursery, folder: Path, url: str) -> AsyncIterator[tuple[Site, Phone]]:
    """One process receives, the other stands by; somebody has a phone."""
    async with open_site(nursery, folder, url, filled, "ab") as site:
        site.settings |= LEASE
        await site.telegram.clock.to(QUIET_DAY)
        phone = await site.telegram.person("p2", "Orang 2", id=FIRST + WHO, started=True)
        site.start("a")
        await holds(site, "a")
        site.start("b")
        await site.until_listening("b")
        yield site, phone


async def holds(site: Site, name: str, patience: float = 60.0) -> None:
    """Wait until this process receives."""
    await site.until(lambda: site.holder("receiver/") == name, patience)


async def says(phone: Phone, number: int) -> int:
    """Tell a story; from where on its answer is to be looked for."""
    sent = await phone.says(story(WHO, number, "ada"), wait=False)
    return int(sent["message"]["cursor"])


async def sees(phone: Phone, number: int, since: int) -> None:
    await phone.sees(story(WHO, number, "ada"), since=since, timeout=90)


async def tells(phone: Phone, number: int) -> None:
    await sees(phone, number, await says(phone, number))


def check(site: Site, stories: int) -> None:
    """Each story is there once, no update was put aside, and no letter left twice."""
    with site.database.transaction(reading=True) as session:
        told = Counter(session.exec(select(Achievement.story)).all())
        set_aside = col(FailedUpdate.parked_at).is_not(None)
        parked = session.exec(select(FailedUpdate.fault).where(set_aside)).all()
        letters = session.exec(select(Letter.message_id)).all()
    assert [told[story(WHO, number, "ada")] for number in range(stories)] == [1] * stories
    assert parked == []
    calls = site.running.world.ledger.since(0, "sendMessage")
    sent = [call for call in calls if call.status == 200]
    copies = Counter((call.params["chat_id"], call.params["text"]) for call in sent)
    numbers = {number for number in letters if number is not None}
    ours = [call for call in sent if numbers & set(call.messages)]
    assert len(ours) == len(numbers)
    assert {copies[call.params["chat_id"], call.params["text"]] for call in ours} <= {1}


async def test_a_standby_follows_a_poller_that_is_killed(
    nursery: Nursery, tmp_path: Path, either_url: str
) -> None:
    async with a_pair(nursery, tmp_path, either_url) as (site, phone):
        for number, (dies, follows) in enumerate((("a", "b"), ("b", "a"))):
            await tells(phone, 2 * number)
            since = await says(phone, 2 * number + 1)
            site.kill(dies)
            await holds(site, follows)
            await sees(phone, 2 * number + 1, since)
            site.start(dies)
        await site.telegram.idle(timeout=60)
        check(site, 4)


async def test_a_frozen_poller_wakes_up_and_does_nothing_twice(
    nursery: Nursery, tmp_path: Path, either_url: str
) -> None:
    async with a_pair(nursery, tmp_path, either_url) as (site, phone):
        await tells(phone, 0)
        since = await says(phone, 1)
        await site.freeze("a")  # somewhere in the middle of it
        await holds(site, "b")
        await sees(phone, 1, since)
        await tells(phone, 2)
        site.send("a", signal.SIGCONT)
        await tells(phone, 3)
        await site.telegram.idle(timeout=60)
        assert site.holder("receiver/") == "b"
        site.kill("b")
        await holds(site, "a")  # it stands by again
        await tells(phone, 4)
        check(site, 5)


async def test_a_poller_that_is_stopped_finishes_and_hands_over(
    nursery: Nursery, tmp_path: Path, either_url: str
) -> None:
    async with a_pair(nursery, tmp_path, either_url) as (site, phone):
        await site.telegram.fails("sendMessage", kind="slow", seconds=1.0, times=1)
        before = site.calls
        since = await says(phone, 0)
        await site.until(lambda: site.calls > before)
        site.send("a", signal.SIGTERM)
        assert await asyncio.to_thread(site.ends, "a") == 0
        ended = time.monotonic()
        await holds(site, "b", SOON)
        assert time.monotonic() - ended < SOON
        await sees(phone, 0, since)
        await tells(phone, 1)
        await site.telegram.idle(timeout=60)
        check(site, 2)


async def test_telegram_is_waited_for_at_the_start(
    nursery: Nursery, tmp_path: Path, url: str
) -> None:
    async with open_site(nursery, tmp_path, url, filled, "a") as site:
        await site.telegram.clock.to(QUIET_DAY)
        phone = await site.telegram.person("p2", "Orang 2", id=FIRST + WHO, started=True)
        since = await says(phone, 0)
        await site.telegram.fails("getMe", kind="drop_before", times=3)
        site.start("a")
        await site.until_listening("a")
        said = await site.state("a")
        assert (said["status"], said["telegram"], said["receiving"]) == (503, False, False)
        await sees(phone, 0, since)
        await site.until_ready("a")
        asked = [call.status for call in site.running.world.ledger.since(0, "getMe")]
        assert len(asked) == 4
        check(site, 1)
