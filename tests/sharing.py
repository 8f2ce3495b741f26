"""Which process of pytest-xdist gets which tests.

By itself xdist 3.8 writes a group into a test's name, which pytest 9.2 no longer lets it do:
groups fall apart without a word.
"""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("canaries", "crash", "office", "replicas")
"""Folders whose tests share something dear: one process runs them all, so it is made once."""
BATCH = 20
"""Tests of one file that go to one process together, for they often begin alike."""


def folder(nodeid: str) -> str:
    """The folder of the tests that this one is in."""
    return PurePath(nodeid.partition("::")[0]).parts[1]


class Sharing(LoadScopeScheduling):  # type: ignore[misc]
    """A folder of those `TOGETHER` goes to one process, anything else file by file in batches."""

    def _split_scope(self, nodeid: str) -> str:
        if not hasattr(self, "groups"):
            self.groups = group(self.collection)
        return self.groups[nodeid]


def group(collection: list[str]) -> dict[str, str]:
    """The group of each test."""
    seen: Counter[str] = Counter()
    groups = {}
    for nodeid in collection:
        if folder(nodeid) in TOGETHER:
            groups[nodeid] = folder(nodeid)
            continue
        file = nodeid.partition("::")[0]
        groups[nodeid] = f"{file}-{seen[file] // BATCH}"
        seen[file] += 1
    return groups
