"""What holds for all tests; what they may ask for stands in `tests.fixtures`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.lean import import_aiogram
from tests.in_memory import keep_files_in_memory, limit_memory

SECRET = "a secret that is long enough for tests"
TODAY = date(2026, 8, 12)
NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)  # Wednesday, 10.00 WIB


HERE = Path(__file__).parent
TOGETHER = ("office", "canaries", "replicas")
"""Folders whose tests share something dear: one process runs them all, so it is made once."""

keep_files_in_memory()
limit_memory()


def pytest_configure(config: pytest.Config) -> None:
    """Import what tests use, aiogram sparingly as the bot does.

    A process that only shares the tests out needs none of it.
    """
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        import_aiogram()
        config.pluginmanager.import_plugin("tests.fixtures")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say so to those who share the tests out."""
    for item in items:
        folder = item.path.relative_to(HERE).parts[0]
        if folder in TOGETHER:
            item.add_marker(pytest.mark.xdist_group(folder))
