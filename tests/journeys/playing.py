"""`teladan demo` as a newcomer starts it: the sandbox, the real bot, the invented office."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from re import search

from PIL import Image, ImageDraw

from bot.actions import audit as trail
from sandbox.client import Phone
from storage import agreement, audit
from storage.vault import Vault

PATIENCE = 90.0  # seconds for a sentence to appear, on a busy machine


@dataclass(frozen=True, slots=True)
class Demo:
    """Where it is reached, and the file that the bot writes its log to."""

    url: str
    log: Path


@contextmanager
def demo(folder: Path) -> Iterator[Demo]:
    """Runs until the block ends; the bot must not have logged an error by then."""
    log = folder / "log"
    command = [sys.executable, "-m", "bot", "demo", "--port", "0"]
    with log.open("wb") as errors:
        running = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=errors, text=True,
            env={**os.environ, "LOG_LEVEL": "WARNING"}, start_new_session=True,
        )  # fmt: skip
    assert running.stdout is not None
    try:
        found = None
        while found is None:
            line = running.stdout.readline()
            assert line, f"the demo ended: {log.read_text(encoding='utf-8')}"
            found = search(r"http://[\w.:]+", line)
        yield Demo(found[0], log)
        assert "level=error" not in log.read_text(encoding="utf-8")
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(timeout=60)
        running.stdout.close()


def disagreements(folder: Path) -> list[agreement.Finding]:
    """What in a demo's database says other than its audit trail."""
    vault = Vault((folder / "secret").read_text(encoding="ascii"))
    with audit.open_reader(f"sqlite:///{folder / 'teladan.db'}") as reader:
        assert trail.verify(reader, vault.key("audit"), {}, lambda _: None).broken is None
        return list(agreement.findings(reader, vault, date(2026, 12, 31)))


async def presses(phone: Phone, *labels: str) -> None:
    """Each button when it is there, one after the other."""
    for label in labels:
        await phone.sees_button(label, timeout=PATIENCE)
        await phone.taps(label)


async def reads(phone: Phone, text: str) -> None:
    """Waits until this stands on the phone."""
    await phone.sees(text, timeout=PATIENCE)


def photo(title: str) -> bytes:
    """A JPEG unlike every picture of the office."""
    picture = Image.new("RGB", (640, 480), "#e8f0ec")
    pen = ImageDraw.Draw(picture)
    for number, letter in enumerate(title):
        left, height = 10 + 16 * (number % 38), 3 * (ord(letter) % 90)
        pen.rectangle(
            (left, 460 - height, left + 11, 460), fill=f"#{ord(letter) * 7919 % 2**24:06x}"
        )
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()
