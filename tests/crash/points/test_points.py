"""Every story of the bot with a death at its durable boundaries: nothing lost, nothing twice.

Part of `make crash`, which dies at every one.
"""

from __future__ import annotations

import logging

import pytest

from tests.crash.points.gathered import GATHERED
from tests.crash.points.growing import GROWTH
from tests.crash.points.listening import HEARD
from tests.crash.points.quarter import WHOLE_QUARTER
from tests.crash.points.stage import Stage
from tests.crash.points.stories import STORIES, Story
from tests.crash.points.telling import Death, Rehearsed, die_through, learn, passes
from tests.crash.points.year import YEAR

pytestmark = [pytest.mark.crash, pytest.mark.timeout(6 * 3600)]
log = logging.getLogger(__name__)
NEVER = 0.02  # of the points that may be missed: how many commits a step has differs by the clock


@pytest.mark.parametrize(
    "story",
    [*STORIES, *GROWTH, *GATHERED, *HEARD, YEAR, WHOLE_QUARTER],
    ids=lambda story: story.name,
)
async def test_a_story_survives_death_at_its_boundaries(stage: Stage, story: Story) -> None:
    rehearsed = await learn(stage, story)
    log.info("%s: %d steps, %d points", story.name, len(story.steps), rehearsed.points())
    deaths: list[Death] = []
    for deadly in passes(rehearsed):
        deaths += await die_through(stage, rehearsed, deadly)
        log.info("%d of %d: %s", len(deaths), rehearsed.points(), deaths[-1].faults)
    deaths = [await missed(stage, rehearsed, one) for one in deaths]
    survived = [one for one in deaths if not one.died]
    log.info("%d deaths, %d points not come to", len(deaths) - len(survived), len(survived))
    assert [one for one in deaths if one.faults] == []
    assert len(survived) <= max(1, NEVER * len(deaths)), survived


async def missed(stage: Stage, known: Rehearsed, death: Death) -> Death:
    """The death itself, or that of the same point in a run without deaths before it.

    What follows a death may go another way, so the points of a later step are not all come to.
    """
    if death.died or death.faults:
        return death
    (alone,) = await die_through(stage, known, {death.step: death.point})
    return alone
