"""Death at every boundary of an update that comes by webhook: it comes again, and counts once."""

from __future__ import annotations

import pytest

from tests.crash.life import FULL
from tests.crash.points.mutants import ANSWERED_FIRST
from tests.crash.points.stage import Stage
from tests.crash.points.stories import Story
from tests.crash.points.telling import die_through, learn
from tests.crash.points.verbs import says, taps
from tests.replicas.office import free_ports

pytestmark = [pytest.mark.crash, pytest.mark.timeout(1800)]
BEGUN = Story("dimulai", (says("sari", "/prestasi"), *taps("sari", "Buat baru")))
PRESS = 1
EVERY = 1 if FULL else 3
DATABASES = ["sqlite", "postgresql"] if FULL else ["sqlite"]


@pytest.mark.parametrize("stage", DATABASES, indirect=True)
async def test_an_update_by_webhook_survives_death_at_its_boundaries(stage: Stage) -> None:
    (stage.port,) = free_ports(1)
    known = await learn(stage, BEGUN)
    points = known.endings[PRESS].points
    assert "unread editMessageText #1" in points
    assert any(" commit of " in point and "achievement" in point for point in points)
    deaths = []
    for point in points[::EVERY]:
        deaths += await die_through(stage, known, {PRESS: point})
    assert [one for one in deaths if one.faults] == []
    assert sum(one.died for one in deaths) >= len(deaths) - 1
    if FULL:
        stage.mutant = ANSWERED_FIRST
        first = next(point for point in points if "achievement" in point)
        (death,) = await die_through(stage, known, {PRESS: first})
        assert "'lost'" in str(death.faults)
