"""Answers that get lost and a Telegram that stumbles, while the bot is killed as well."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.actions.me import read_me
from storage.database import Database
from storage.outbox import State
from tests import databases
from tests.achievements import submit
from tests.crash.letters import (
    DIGEST,
    OPENING,
    all_letters,
    arrived,
    listed,
    nothing_due,
    nothing_open,
    planned,
)
from tests.crash.life import FULL, Life, Nursery, life
from tests.crash.people import FIRST, employ_many, phones

pytestmark = [pytest.mark.crash, pytest.mark.timeout(3600)]

log = logging.getLogger(__name__)
BOSSES = 200 if FULL else 20
LOST, STUMBLES = (12, 8) if FULL else (2, 1)
DECISION, REMINDER, REPEAT = "Prestasi yang menunggu", "Pengingat:", "Kirim ulang:"
NEXT_COPY = timedelta(minutes=11)


def fill(database: Database) -> None:
    """Superiors to whom one achievement each is handed over, and everybody owes a report."""
    databases.migrate(database)
    with database.transaction() as session:
        employ_many(session, 2 * BOSSES, superiors=BOSSES)
        for number in range(BOSSES, 2 * BOSSES):
            me = read_me(session, FIRST + number, OPENING)
            assert me is not None
            submit(session, me)


async def delivered(one: Life) -> None:
    """All reminders are planned, and every letter's last copy has ended in some way."""
    now = OPENING
    await one.until(partial(planned, one.database, now))
    while not nothing_open(one.database):
        await one.until(partial(nothing_due, one.database, now))
        now += NEXT_COPY
        await one.telegram.clock.to(now)


async def test_decisions_come_at_least_once_and_reminders_at_most_once(
    nursery: Nursery, tmp_path: Path, url: str
) -> None:
    async with life(nursery, tmp_path, url, fill, seed=9) as one:
        await phones(one, 2 * BOSSES)
        for words in (DECISION, REMINDER):
            fails = partial(one.telegram.fails, "sendMessage", contains=words)
            await fails(kind="drop_after", times=LOST)
            await fails(502, times=STUMBLES)
        await one.telegram.clock.to(OPENING)
        one.start()
        await one.kill_while(delivered(one), calls=(6, 25))
        assert not (await one.telegram.state())["faults"]
        check_decisions(one)
        check_reminders(one)


def check_decisions(one: Life) -> None:
    letters = all_letters(one.database, "achievements.waiting")
    come = arrived(one, DECISION)
    copies = sum(len(texts) for texts in come.values())
    log.info("%d decisions, %d copies, %d deaths", len(letters), copies, one.deaths)
    assert {letter.employee_id for letter in letters} == set(come) == set(range(1, BOSSES + 1))
    assert {letter.state for letter in letters} == {State.SENT}
    assert copies >= BOSSES + LOST
    for letter in letters:
        texts = come[letter.employee_id or 0]
        assert all(REPEAT in text for text in texts[1:])
        assert REPEAT not in texts[0] or letter.repeats >= len(texts)


def check_reminders(one: Life) -> None:
    letters = all_letters(one.database, DIGEST)
    come, hanging = arrived(one, REMINDER), listed(one.database)
    states = Counter(letter.state for letter in letters)
    log.info("%d reminders, %s", len(letters), dict(states))
    assert {letter.employee_id for letter in letters} == set(range(1, 2 * BOSSES + 1))
    assert set(states) == {State.SENT, State.UNKNOWN}
    assert states[State.UNKNOWN] >= LOST + STUMBLES
    for letter in letters:
        person = letter.employee_id or 0
        assert len(come[person]) <= 1
        assert not any(REPEAT in text for text in come[person])
        assert come[person] if letter.state == State.SENT else person in hanging
