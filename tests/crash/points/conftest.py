"""A stage for each kind of database. `make crash` dies at every point, `make test` at some."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.life import FULL, Nursery
from tests.crash.points.stage import Stage

collect_ignore = [] if FULL else ["test_points.py", "test_troubles.py"]


@pytest.fixture(params=["sqlite", "postgresql"])
def stage(request: pytest.FixtureRequest, nursery: Nursery, tmp_path: Path) -> Iterator[Stage]:
    server = ""
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres_server")
    one = Stage(nursery, tmp_path, server)
    yield one
    one.close()
