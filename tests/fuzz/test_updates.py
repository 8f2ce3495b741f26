"""No update of any kind harms the bot; `FUZZ=1000000` sends as many as a release asks for.

A failing seed prints itself, and what suffices to fail again is written into the corpus.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path

import pytest

from tests.fuzz.chapters import LENGTH, chapter, replay
from tests.fuzz.running import fuzzing
from tests.fuzz.shrinking import CORPUS, keep

UPDATES = int(os.environ.get("FUZZ", "5000"))
SEED = os.environ.get("FUZZ_SEED", "1")
PARTS = 4
WARM = 6  # chapters until every cache has been filled once: 37 MB more than after the first two
GROWTH = 24 * 1024 * 1024  # bytes, however many updates follow


def resident() -> int:
    """Bytes of memory that this process holds."""
    gc.collect()
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.timeout(UPDATES // PARTS // 5 + 300)
@pytest.mark.parametrize("part", range(PARTS))
async def test_no_update_harms_the_bot(part: int, tmp_path: Path) -> None:
    chapters = max(WARM + 1, round(UPDATES / PARTS / LENGTH))
    length = min(LENGTH, UPDATES // PARTS // chapters)
    async with fuzzing(tmp_path) as fuzz:
        warm = most = 0
        for number in range(chapters):
            seed = f"{SEED}.{part}.{number}"
            told = await chapter(fuzz, seed, length)
            if told.wrong:
                file = await keep(fuzz, told)
                pytest.fail(f"seed {seed}, kept as {file}:\n" + "\n".join(told.wrong[:5]))
            if number + 1 == WARM:
                warm = resident()
            elif number % 50 == 0 or number + 1 == chapters:
                most = max(most, resident())
                print(  # what pytest logs, it keeps
                    f"{part}: {fuzz.fed} updates, {fuzz.unreadable} put aside unread, "
                    f"{most >> 20} MB, at first {warm >> 20} MB",
                    file=sys.__stderr__,
                )
        assert fuzz.unreadable < fuzz.fed / 4, "most of them must get far into the bot"
        assert most - warm < GROWTH


async def test_what_once_did_harm_does_so_no_more(tmp_path: Path) -> None:
    files = sorted(CORPUS.glob("*.json"))
    assert files
    async with fuzzing(tmp_path) as fuzz:
        for file in files:
            updates = json.loads(file.read_text(encoding="ascii"))["updates"]
            assert await replay(fuzz, updates) == [], file.name
