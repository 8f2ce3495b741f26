"""A death around one commit of several people's presses: each is done once, each is answered."""

from __future__ import annotations

import pytest

from tests.crash.life import FULL
from tests.crash.points.stage import Stage
from tests.crash.points.stories import Story
from tests.crash.points.telling import die_through, learn
from tests.crash.points.verbs import at_once, says, scene

pytestmark = [pytest.mark.crash, pytest.mark.timeout(1800)]
MANY = ("sari", "dedi", "wayan", "yosef")
OPENED = Story("dibuka", tuple(says(key, "/prestasi") for key in MANY))
# What comes first to a bot that was just born is taken one by one.
AT_ONCE = Story(
    "serentak", (scene(says("budi", "/menu"), at_once("Buat baru", *MANY)),), after=OPENED
)


@pytest.mark.parametrize("stage", ["sqlite"], indirect=True)  # PostgreSQL writes side by side
async def test_presses_of_one_commit_are_each_done_once(stage: Stage) -> None:
    known = await learn(stage, AT_ONCE)
    (points,) = (ending.points for ending in known.endings)
    (before, after) = (point for point in points if "achievement" in point)
    deaths = []
    for point in (before, after, "before answerCallbackQuery #3"):
        deaths += await die_through(stage, known, {0: point})
    assert [one for one in deaths if one.faults] == []
    assert all(one.died for one in deaths)
    if FULL:
        stage.mutant = "confirmed first"
        (death,) = await die_through(stage, known, {0: before})
        assert "'lost'" in str(death.faults)
