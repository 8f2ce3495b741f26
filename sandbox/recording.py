"""What people clicked, as the lines of a test that plays it again."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from typing import Any

from sandbox.model import Json

HEAD = '''"""Recorded in the sandbox. Start the same office again, then: pytest test_rekaman.py"""

{base}from sandbox.client import Sandbox


async def test_recorded() -> None:
    async with Sandbox({url!r}) as telegram:
'''
BASE = "from base64 import b64decode\n\n"
NOTHING = "assert await telegram.state()"


class Bytes:
    """A file's content, as it is written in a test."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __repr__(self) -> str:
        return f'b64decode("{b64encode(self.content).decode()}")'


@dataclass
class Act:
    """One line of the test; `key` is whose phone it was on, "" for clock and faults.

    `since` is the moment from which what the phone shows is the answer, 0 once that is noted;
    `seen` marks the line that expects it.
    """

    line: str
    key: str = ""
    since: int = 0
    seen: bool = False


@dataclass
class Recording:
    """On or off, and what was done since it was switched on."""

    on: bool = False
    acts: list[Act] = field(default_factory=list)

    def begin(self) -> None:
        """Forgets the last recording and starts a new one."""
        self.on, self.acts = True, []

    def show(self) -> Json:
        return {"on": self.on, "steps": sum(not one.seen for one in self.acts)}

    def text(self, url: str) -> str:
        """The whole test as Python."""
        lines = [one.line for one in self.acts] or [NOTHING]
        base = BASE if any("b64decode(" in line for line in lines) else ""
        return HEAD.format(url=url, base=base) + "".join(f"        {line}\n" for line in lines)


def act(key: str, verb: str, *given: Any, **named: Any) -> str:
    """`await telegram.as_("sari").taps("Kirim")`; `key` "" is the world's own hand."""
    said = [repr(one) for one in given] + [f"{name}={one!r}" for name, one in named.items()]
    whose = f"as_({key!r})." if key else ""
    return f"await telegram.{whose}{verb}({', '.join(said)})"
