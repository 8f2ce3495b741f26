"""A sample of what `make crash` does at every boundary of every story.

Every boundary of the step in which a superior decides: its effect, its letter, its screens; and
in the first steps of another story one each, drawn by the seed of the run.
"""

from __future__ import annotations

import random

import pytest

from tests.crash.points.stage import Stage
from tests.crash.points.stories import RETURNED, STORIES, Story
from tests.crash.points.telling import die_through, learn

pytestmark = [pytest.mark.crash, pytest.mark.timeout(1800)]
FIRST = 5  # steps
SHORT = [Story(one.name, one.steps[:FIRST], one.fill) for one in STORIES if one.after is None]
EVERY = {"sqlite": 1, "postgresql": 4}  # point; the effect is the same on both


async def test_a_decision_survives_death_at_its_boundaries(stage: Stage) -> None:
    known = await learn(stage, RETURNED)
    (points,) = (ending.points for ending in known.endings)
    assert {"before sendMessage #1", "unread editMessageText #1"} <= {*points}
    deaths = []
    for point in points[:: EVERY["postgresql" if stage.server else "sqlite"]]:
        deaths += await die_through(stage, known, {0: point})
    assert [one for one in deaths if one.faults] == []
    assert sum(one.died for one in deaths) >= len(deaths) - 2


async def test_a_story_survives_a_death_in_every_step(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    dice = random.Random(request.config.getoption("randomly_seed", 1))
    known = await learn(stage, dice.choice(SHORT))
    deadly = {step: dice.choice(one.points) for step, one in enumerate(known.endings)}
    deaths = await die_through(stage, known, deadly)
    assert [one for one in deaths if one.faults] == []
    assert any(one.died for one in deaths)
