"""Reminders under repeated kill -9 and a jumping clock: none twice, none silently lost."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import select

from bot.courier.delivering import IN_FLIGHT
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.outbox import Letter, State
from storage.reminders import Reminder
from tests import databases
from tests.crash.letters import (
    OPENING,
    all_letters,
    arrived,
    listed,
    morning,
    nothing_due,
    nothing_open,
    planned,
)
from tests.crash.life import FULL, Life, Nursery, life
from tests.crash.people import employ_many, phones

pytestmark = [pytest.mark.crash, pytest.mark.timeout(3600)]

log = logging.getLogger(__name__)
PEOPLE = 4000 if FULL else 80
FEW = 400 if FULL else 16


JUMPS = (OPENING, *map(morning, (22, 29, 23)), OPENING, *map(morning, (29, 31, 22, 31)))
STAGES = {"opening", "h-14", "h-7", "h-3"}


def fill(count: int, database: Database) -> None:
    databases.migrate(database)
    with database.transaction() as session:
        employ_many(session, count)


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
            kinds = dict(session.exec(select(Duty.id, Duty.kind)).all())
        told = Counter((stage.duty_id, stage.stage) for stage in stages)
        assert set(told.values()) == {1}
        assert {kinds[duty] for duty, _ in told} == {DutyKind.REPORT, DutyKind.PLAN}
        reported = [stage for duty, stage in told if kinds[duty] == DutyKind.REPORT]
        assert set(reported) <= STAGES
        assert reported.count("h-3") == FEW
        # A plan was due two weeks after the opening, long before the first jump.
        planned_late = {stage for duty, stage in told if kinds[duty] == DutyKind.PLAN}
        assert planned_late == {"h-14", "overdue+3"}


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
        assert sent <= len(come[letter_to]) <= sent + unknown
        assert sent or letter_to in hanging


def grouped(letters: Sequence[Letter]) -> dict[int, Counter[str]]:
    """How many letters of each state there are, by the employee they go to."""
    groups: dict[int, Counter[str]] = defaultdict(Counter)
    for letter in letters:
        groups[letter.employee_id or 0][letter.state] += 1
    return groups
