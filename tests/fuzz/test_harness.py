"""The harness finds what it is there to find: each test breaks the bot and is told so."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz.acting import SHARES, Actors
from tests.fuzz.anything import kinds
from tests.fuzz.chapters import chapter
from tests.fuzz.mutating import OTHERS, mutated
from tests.fuzz.running import fuzzing
from tests.fuzz.shrinking import keep

LEAK = "CREATE TRIGGER leak AFTER INSERT ON keyboard BEGIN UPDATE unit SET name = name || 'x'; END"


async def test_a_fault_is_found_and_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(raw: dict[str, Any]) -> dict[str, Any]:
        if "edited_message" in raw:
            raise KeyError("message")
        return raw

    monkeypatch.setattr("bot.reading.sound", careless)
    async with fuzzing(tmp_path) as fuzz:
        told = await chapter(fuzz, "harness", 700)
        assert any("update_failed" in one for one in told.wrong), told.wrong
        file = await keep(fuzz, told, tmp_path, tries=12)
    kept = json.loads(file.read_text(encoding="ascii"))
    assert len(kept["updates"]) < len(told.sent) / 4


async def test_a_stranger_with_an_effect_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with fuzzing(tmp_path) as fuzz:
        with fuzz.world.database.transaction() as session:
            session.connection().exec_driver_sql(LEAK)
        fuzz.world.keep()
        monkeypatch.setattr("tests.fuzz.chapters.POWERLESS", (101,))
        told = await chapter(fuzz, "harness", 130)
    assert "a stranger changed unit" in told.wrong


def test_every_kind_that_aiogram_knows_is_made() -> None:
    actors = Actors(random.Random(3))
    made = {key for number in range(6000) for key in actors.next(number)}
    assert kinds().keys() <= made
    assert len(kinds()) >= 27
    assert sum(SHARES.values()) == 100


def test_no_change_outlives_its_update() -> None:
    """No update grows by what was written into an earlier one."""
    before = repr(OTHERS)
    for number in range(300):
        mutated(random.Random(number), {"update_id": number, "message": {"text": "x"}}, 20)
    assert repr(OTHERS) == before
