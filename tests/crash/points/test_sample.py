"""A sample of what `make crash` does at every boundary of every story.

Every third boundary of the step in which a superior decides, of its effect, its letter, its
screens; in the first steps of another story one each, and in the scenes of a year's report until
its second edition is signed. Which they are follows from the seed of the run. Then troubles:
presses sent again, a database that is held, full, or cut off, a log without room.
"""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.crash.points.gathered import GATHERED
from tests.crash.points.growing import GROWTH
from tests.crash.points.listening import HEARD
from tests.crash.points.outages import CUT_OFF, FULL_LOG, HELD, PAGES
from tests.crash.points.stage import Stage
from tests.crash.points.stories import MENDED, RETURNED, STORIES, Story, submitted
from tests.crash.points.telling import (
    begin,
    commits,
    die_through,
    learn,
    rehearse,
    trouble_through,
)
from tests.crash.points.trail import CUT
from tests.crash.points.troubles import RESENT
from tests.crash.points.year import YEAR

pytestmark = [pytest.mark.crash, pytest.mark.timeout(1800)]
FIRST = 5  # steps
SHORT = [
    replace(one, steps=one.steps[:FIRST])
    for one in (*STORIES, *GROWTH, *GATHERED, *HEARD)
    if one.after is None
]
EVERY = 3  # points
RENEWED = replace(YEAR, steps=YEAR.steps[:4])
HINDERED = Story("gangguan", MENDED.steps[:5], submitted)
RETURNS = 3  # the step that decides
HINDRANCES = {
    "sqlite": dict(enumerate((HELD[0], HELD[1], PAGES, RESENT, FULL_LOG))),
    "postgresql": {0: CUT_OFF, 2: CUT_OFF, RETURNS: RESENT},
}


@pytest.mark.parametrize("stage", ["sqlite"], indirect=True)  # the effect is the same on both
async def test_a_decision_survives_death_at_its_boundaries(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    dice = random.Random(request.config.getoption("randomly_seed", 1))
    known = await learn(stage, RETURNED)
    (points,) = (ending.points for ending in known.endings)
    assert {"before sendMessage #1", "unread editMessageText #1"} <= {*points}
    deaths = []
    for point in points[dice.randrange(EVERY) :: EVERY]:
        deaths += await die_through(stage, known, {0: point})
    assert [one for one in deaths if one.faults] == []
    assert sum(one.died for one in deaths) >= max(1, len(deaths) - 2)


@pytest.mark.parametrize("stage", ["postgresql"], indirect=True)
async def test_a_story_survives_a_death_in_every_step(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    dice = random.Random(request.config.getoption("randomly_seed", 1))
    await _dies_in_every_step(stage, dice.choice(SHORT), dice)


@pytest.mark.parametrize("stage", ["sqlite"], indirect=True)
async def test_a_year_survives_a_death_in_every_scene(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    dice = random.Random(request.config.getoption("randomly_seed", 1))
    await _dies_in_every_step(stage, RENEWED, dice)


async def _dies_in_every_step(stage: Stage, story: Story, dice: random.Random) -> None:
    known = await learn(stage, story)
    deadly = {step: dice.choice(one.points) for step, one in enumerate(known.endings)}
    deaths = await die_through(stage, known, deadly)
    assert [one for one in deaths if one.faults] == []
    assert any(one.died for one in deaths)


async def test_a_story_survives_a_trouble_in_every_step(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    dice = random.Random(request.config.getoption("randomly_seed", 1))
    known = await rehearse(stage, HINDERED, await begin(stage, HINDERED))
    assert await trouble_through(stage, known, HINDRANCES[stage.kind]) == []
    if stage.server:
        cut = {step: dice.choice(commits(one.points)) for step, one in enumerate(known.endings)}
        deaths = await die_through(stage, known, cut, CUT)
        assert [one for one in deaths if one.faults] == []
        assert sum(one.died for one in deaths) >= len(deaths) - 1, (
            deaths
        )  # cards may be put together
