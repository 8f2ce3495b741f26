"""A bot that is broken on purpose: the checker complains of every way to lose or double."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.life import Nursery
from tests.crash.points.mutants import MUTANTS
from tests.crash.points.stage import Stage
from tests.crash.points.stories import RETURNED
from tests.crash.points.telling import die_through, learn

pytestmark = [pytest.mark.crash, pytest.mark.timeout(1800)]


async def test_the_checker_complains_of_every_mutant(nursery: Nursery, tmp_path: Path) -> None:
    stage = Stage(nursery, tmp_path)
    known = await learn(stage, RETURNED)
    said = {}
    for name, mutant in MUTANTS.items():
        stage.mutant = name
        points = known.endings[0].points if mutant.point else ("",)
        point = next(one for one in points if mutant.point in one)
        (death,) = await die_through(stage, known, {0: point})
        assert death.died == bool(mutant.point)
        said[name] = "\n".join(death.faults)
    silent = [name for name, mutant in MUTANTS.items() if mutant.complaint not in said[name]]
    assert silent == [], said
