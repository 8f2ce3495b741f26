"""Telegram, network, disk and database in trouble: the bot lives on and makes it good by itself.

Part of `make crash`, which tries every cell.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.crash.life import FULL, Nursery
from tests.crash.points.mutants import IN_TROUBLE
from tests.crash.points.outages import FULL_LOG, FULL_STORE, HELD, OF_ITS_KIND, OUTAGES, PAPER
from tests.crash.points.stage import Stage
from tests.crash.points.stories import ACHIEVEMENT, MENDED, REMINDED, Story
from tests.crash.points.telling import begin, rehearse, trouble_through
from tests.crash.points.troubles import FAULTS, JUMPS, RESENT, Trouble

pytestmark = [pytest.mark.crash, pytest.mark.timeout(6 * 3600)]
log = logging.getLogger(__name__)
WITH_FILE = 10
DECIDES = 3  # the step that decides
DECIDED = Story("keputusan", MENDED.steps[: DECIDES + 1], MENDED.fill)


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


async def test_a_database_a_disk_or_a_telegram_that_is_away(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    dice = random.Random(request.config.getoption("randomly_seed", 1))
    table = [*OUTAGES, *OF_ITS_KIND[stage.kind]]
    await try_all(stage, MENDED, spread(table, len(MENDED.steps), dice))


async def test_an_anchor_without_room_for_its_page_comes_later(stage: Stage) -> None:
    story = Story("jangkar", REMINDED.steps[:2])
    await try_all(stage, story, [dict.fromkeys(range(len(story.steps)), PAPER)])


async def test_files_that_do_not_come_or_do_not_fit(stage: Stage) -> None:
    troubles = [one for one in FAULTS if "ile" in one.name] if FULL else []
    story = Story("bukti", ACHIEVEMENT.steps[: WITH_FILE + 1])
    await try_all(stage, story, [{WITH_FILE: one} for one in (FULL_STORE, *troubles)])


async def test_the_checker_complains_of_bots_that_bear_no_trouble(
    nursery: Nursery, tmp_path: Path
) -> None:
    stage = Stage(nursery, tmp_path)
    known = await rehearse(stage, DECIDED, await begin(stage, DECIDED))
    troubles = {one.name: one for one in (RESENT, *HELD, FULL_LOG)}
    said = {}
    for name, mutant in IN_TROUBLE.items():
        stage.mutant = name
        said[name] = str(await trouble_through(stage, known, {DECIDES: troubles[mutant.point]}))
    silent = [name for name, one in IN_TROUBLE.items() if said[name] == "[]"]
    silent += [name for name, one in IN_TROUBLE.items() if one.complaint not in said[name]]
    assert silent == [], said
