"""`python -m sandbox` as people start it."""

import asyncio
import re
import signal
import sys
import time
from pathlib import Path

from sandbox.client import Sandbox


async def test_it_starts_at_once_and_stops_cleanly(tmp_path: Path) -> None:
    begin = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        *("--port", "0", "--data", str(tmp_path)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
    assert "bukan Telegram" in line
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found
    async with Sandbox(found.group()) as telegram:
        await telegram.person("sari")
        assert time.monotonic() - begin < 20, "the page must not wait for aiogram"
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 30) == 0
    assert (tmp_path / "sandbox.sqlite3").exists()
