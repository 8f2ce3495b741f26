"""Three replicas behind a balancer, any of them killed: nothing lost, doubled or kept silent."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import col, func, select

from bot.courier.delivering import IN_FLIGHT
from bot.rules.audit import walk
from storage.achievements import Achievement
from storage.audit import AuditEntry, open_reader
from storage.database import Database
from storage.keyboards import Keyboard
from storage.outbox import Letter, State
from storage.turns import AchievementTurn
from storage.updates import FailedUpdate, HandledUpdate
from tests.crash.letters import listed, nothing_due, nothing_open
from tests.crash.life import FULL
from tests.crash.people import FIRST
from tests.replicas.balancer import Balancer
from tests.replicas.journeys import QUIET_DAY, employee, fill, person, story, superior, title
from tests.replicas.office import Nursery, Site, balanced, open_site

pytestmark = [pytest.mark.crash, pytest.mark.timeout(3600)]

log = logging.getLogger(__name__)
BOSSES, PEOPLE, ROUNDS = (20, 80, 4) if FULL else (4, 12, 1)
CALLS = (10, 90) if FULL else (15, 50)
NEXT_COPY = timedelta(minutes=11)


async def test_nothing_is_lost_or_doubled_whoever_dies(
    nursery: Nursery, tmp_path: Path, url: str
) -> None:
    filled = partial(fill, people=PEOPLE, bosses=BOSSES)
    async with open_site(nursery, tmp_path, url, filled, "abc") as site, balanced(site) as door:
        await site.telegram.clock.to(QUIET_DAY)
        await site.telegram.clock.freeze(
            False
        )  # what a death left open comes again half a minute on
        for number in range(PEOPLE):
            await person(site, door, number)
        for name in site.ports:
            site.start(name)
        await site.until_ready(*site.ports)
        await kill_while(site, everybody(site, door))
        await site.telegram.idle(timeout=100)
        await delivered(site)
        log.info(
            "%d deaths, %d pairs at once, %d updates to two, served %s",
            site.deaths, door.pairs, door.doubled, sorted(door.served.values()),
        )  # fmt: skip
        assert min(door.served.values()) > 0
        assert site.deaths >= 4
        assert door.pairs == 3 * ROUNDS * (PEOPLE - BOSSES) + 4 * BOSSES
        check_effects(site.database)
        check_letters(site)
        check_audit(site.database, url)


async def everybody(site: Site, door: Balancer) -> None:
    async with asyncio.TaskGroup() as group:
        for number in range(PEOPLE):
            if number < BOSSES:
                group.create_task(superior(site, door, number))
            else:
                group.create_task(employee(site, door, number, ROUNDS))


async def kill_while(site: Site, work: object) -> None:
    """One of the three each time so many calls have come in; every other time the courier's."""
    assert asyncio.iscoroutine(work)
    task = asyncio.ensure_future(work)
    while not task.done():
        goal = site.calls + site.dice.randint(*CALLS)
        while site.calls < goal and not task.done():
            await site.running.world.pulse.wait(0.2)
        if not task.done():
            courier = site.holder("courier/") if site.deaths % 2 else ""
            name = courier or site.dice.choice(sorted(site.ports))
            site.kill(name)
            site.start(name)
    task.result()


async def delivered(site: Site) -> None:
    """Every letter's last copy has ended in some way; the clock moves on to the next copies."""
    await site.telegram.clock.freeze()
    now = await site.telegram.clock.now()
    await site.until(partial(nothing_due, site.database, now))
    while not nothing_open(site.database):
        now += NEXT_COPY
        await site.telegram.clock.to(now)
        await site.until(partial(nothing_due, site.database, now))


def check_effects(database: Database) -> None:
    with database.transaction(reading=True) as session:
        drafts = session.exec(select(Achievement.story, Achievement.title)).all()
        audit = Counter(session.exec(select(AuditEntry.action, AuditEntry.object)).all())
        turns = session.exec(select(AchievementTurn.state, AchievementTurn.decided_by)).all()
        parked = session.exec(select(FailedUpdate.fault)).all()
        handled = session.exec(select(func.count()).select_from(HandledUpdate)).one()
        pressed = select(func.count()).where(col(Keyboard.spent_at).is_not(None))
        spent = session.exec(pressed).one()
    told = Counter(text for text, _ in drafts if text and text.startswith("Menyusun"))
    begun = Counter(name for text, name in drafts if not text)
    own = [(number, turn) for number in range(BOSSES, PEOPLE) for turn in range(ROUNDS)]
    assert parked == []
    assert told == Counter(story(*one, "tetap") for one in own)
    assert begun == Counter(title(*one) for one in own)
    assert set(audit.values()) == {1}
    actions = Counter(action for action, _ in audit)
    assert actions["achievements.delete"] == len(own)
    assert actions["achievements.approve"] == BOSSES
    assert Counter(turns) == Counter(("approved", boss + 1) for boss in range(BOSSES))
    assert handled == 3 * len(own)
    assert spent >= 3 * len(own) + BOSSES


def check_letters(site: Site) -> None:
    """Every letter that was owed arrived, or its person is listed for HR; none is silent."""
    with site.database.transaction(reading=True) as session:
        letters = session.exec(select(Letter)).all()
    come = Counter(
        int(call.params["chat_id"]) - FIRST + 1
        for call in site.running.world.ledger.since(0, "sendMessage")
        if call.status == 200 and call.params.get("protect_content")
    )
    assert len(letters) >= 2 * BOSSES
    assert {letter.state for letter in letters} <= {State.SENT, State.UNKNOWN, State.DROPPED}
    assert all(come[letter.employee_id or 0] for letter in letters if letter.state == State.SENT)
    doubtful = {letter.employee_id for letter in letters if letter.state == State.UNKNOWN}
    assert doubtful <= listed(site.database)
    assert len(doubtful) <= site.deaths * IN_FLIGHT
    numbers = [letter.message_id for letter in letters if letter.state == State.SENT]
    assert len(set(numbers)) == len(numbers)


def check_audit(database: Database, url: str) -> None:
    with open_reader(url) as reader:
        verdict = walk(database.vault.key("audit"), reader.rows())
    assert verdict.broken is None
    assert verdict.entries > 0
