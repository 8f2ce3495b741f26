"""Reminders under repeated kill -9 and a jumping clock: none twice, none silently lost."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.courier.loop import IN_FLIGHT
from storage import migrate, reminders
from storage.database import Database
from storage.outbox import Letter, State
from storage.reminders import Look, Reminder
from tests.crash.letters import all_letters, arrived, listed, nothing_due, nothing_open
from tests.crash.life import FULL, Life, Nursery, life
from tests.crash.people import employ_many, phones

pytestmark = [pytest.mark.crash, pytest.mark.timeout(3600)]

log = logging.getLogger(__name__)
PEOPLE = 4000 if FULL else 200
ZONE = "Asia/Jakarta"
FEW = 400 if FULL else 40


def morning(day: int, month: int = 12) -> datetime:
    """Five past eight in Jakarta. Reports of the fourth quarter may be sent from October on."""
    return datetime(2026, month, day, 1, 5, tzinfo=UTC)


OPENING = morning(1, 10)
JUMPS = (OPENING, *map(morning, (22, 29, 23)), OPENING, *map(morning, (29, 31, 22, 31)))
STAGES = {"opening", "h-14", "h-7", "h-3"}


def fill(count: int, database: Database) -> None:
    migrate.upgrade(database.engine)
    with database.transaction() as session:
        employ_many(session, count)


def planned(database: Database, now: datetime) -> bool:
    """Whether the bot has asked at this moment who is to be told what, and owes the letters."""
    with database.transaction(reading=True) as session:
        looking = reminders.to_look_at(session, ZONE, now.astimezone(ZoneInfo(ZONE)).date(), 1)
        asked = session.exec(select(Look).limit(1)).first()
        return asked is not None and not looking and not reminders.to_digest(session, now, 1)


async def all_told(one: Life) -> None:
    await one.until(lambda: planned(one.database, OPENING))
    await one.until(lambda: nothing_open(one.database))


async def test_every_person_is_told_once_or_listed(
    nursery: Nursery, tmp_path: Path, url: str
) -> None:
    async with life(nursery, tmp_path, url, lambda base: fill(PEOPLE, base), seed=7) as one:
        await phones(one, PEOPLE)
        await one.telegram.clock.to(OPENING)
        one.start()
        await one.kill_while(all_told(one), calls=(6, 70))
        letters = all_letters(one.database)
        check(one, letters)
        assert len({letter.employee_id for letter in letters}) == len(letters) == PEOPLE
        assert State.DROPPED not in {letter.state for letter in letters}
        assert one.deaths >= PEOPLE // 70


async def test_no_stage_is_told_twice_however_the_clock_jumps(
    nursery: Nursery, tmp_path: Path, url: str
) -> None:
    async with life(nursery, tmp_path, url, lambda base: fill(FEW, base), seed=8) as one:
        await phones(one, FEW)
        await one.telegram.clock.to(JUMPS[0])
        one.start()
        await one.kill_while(jump(one), calls=(6, 40))
        letters = all_letters(one.database)
        check(one, letters)
        assert len({letter.key for letter in letters}) == len(letters)
        with one.database.transaction(reading=True) as session:
            stages = session.exec(select(Reminder)).all()
        told = Counter((stage.duty_id, stage.stage) for stage in stages)
        assert set(told.values()) == {1}
        assert {stage for _, stage in told} <= STAGES
        assert sum(stage == "h-3" for _, stage in told) == FEW


async def jump(one: Life) -> None:
    """From day to day and back, each time before all of it was told; at the end wait for all."""
    for moment in JUMPS:
        await one.telegram.clock.to(moment)
        await one.until(partial(planned, one.database, moment))
        await one.until(partial(enough, one, moment, one.dice.randint(1, FEW)))
    await one.until(partial(nothing_open, one.database))


def enough(one: Life, moment: datetime, more: int) -> bool:
    """Whether some of the letters of this moment have arrived, or there is none."""
    come = sum(call.moment == moment.timestamp() for call in one.accepted())
    return come >= more or nothing_due(one.database, moment)


def check(one: Life, letters: Sequence[Letter]) -> None:
    """Each letter arrived at most once, and whatever is not known to have is listed."""
    states = Counter(letter.state for letter in letters)
    log.info("%d reminders, %d deaths, %s", len(letters), one.deaths, dict(states))
    assert set(states) <= {State.SENT, State.UNKNOWN, State.DROPPED}
    assert states[State.UNKNOWN] <= one.deaths * IN_FLIGHT
    come = arrived(one)
    numbers = [letter.message_id for letter in letters if letter.state == State.SENT]
    assert len(set(numbers)) == len(numbers)
    assert set(numbers) <= {call.answer["result"]["message_id"] for call in one.accepted()}
    hanging = listed(one.database)
    for letter_to, own in grouped(letters).items():
        sent, unknown = own[State.SENT], own[State.UNKNOWN]
        texts = come[letter_to]
        assert sent <= len(texts) <= sent + unknown
        assert len(set(texts)) == len(texts)
        assert sent or letter_to in hanging


def grouped(letters: Sequence[Letter]) -> dict[int, Counter[str]]:
    """How many letters of each state there are, by the employee they go to."""
    groups: dict[int, Counter[str]] = defaultdict(Counter)
    for letter in letters:
        groups[letter.employee_id or 0][letter.state] += 1
    return groups
