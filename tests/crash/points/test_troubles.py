"""Telegram, network, disk and database in trouble: the bot lives on and makes it good by itself.

Part of `make crash`, which tries every cell.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence

import pytest

from tests.crash.life import FULL
from tests.crash.points.stage import Stage
from tests.crash.points.stories import ACHIEVEMENT, MENDED, Story
from tests.crash.points.telling import begin, rehearse, trouble_through
from tests.crash.points.troubles import FAULTS, FULL_STORE, JUMPS, OUTAGES, Trouble

pytestmark = [pytest.mark.crash, pytest.mark.timeout(6 * 3600)]
log = logging.getLogger(__name__)
WITH_FILE = 10


async def try_all(stage: Stage, story: Story, rounds: Sequence[dict[int, Trouble]]) -> None:
    known = await rehearse(stage, story, await begin(stage, story))
    wrong = []
    for troubles in rounds:
        wrong += await trouble_through(stage, known, troubles)
    log.info("%s: %d troubles", story.name, sum(map(len, rounds)))
    assert wrong == []


def spread(table: Sequence[Trouble], steps: int, dice: random.Random) -> list[dict[int, Trouble]]:
    """Each trouble in each step: in rounds, each step with another one; or one round of some."""
    if FULL:
        return [
            {step: table[(step + turn) % len(table)] for step in range(steps)}
            for turn in range(len(table))
        ]
    return [dict(enumerate(dice.sample(table, min(steps, len(table)))))]


async def test_faults_of_telegram_and_of_the_network(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    dice = random.Random(request.config.getoption("randomly_seed", 1))
    rounds = spread([*FAULTS, *JUMPS], len(MENDED.steps), dice)
    await try_all(stage, MENDED, rounds)


async def test_a_database_or_a_telegram_that_is_away(stage: Stage) -> None:
    steps = range(len(MENDED.steps)) if FULL else (1, 3, 8)
    await try_all(
        stage,
        MENDED,
        [{step: OUTAGES[(step + turn) % 3] for step in steps} for turn in range(3 if FULL else 1)],
    )


async def test_files_that_do_not_come_or_do_not_fit(stage: Stage) -> None:
    troubles = [one for one in FAULTS if "ile" in one.name] if FULL else []
    story = Story("bukti", ACHIEVEMENT.steps[: WITH_FILE + 1])
    await try_all(stage, story, [{WITH_FILE: one} for one in (FULL_STORE, *troubles)])
