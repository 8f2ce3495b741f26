"""One call as the methods see it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox import models
from sandbox.ledger import Call, Upload
from sandbox.model import Json
from sandbox.world import World


@dataclass
class Request:
    """A call of the bot: its parameters with nested JSON decoded, and its files by part name."""

    world: World
    method: str
    params: Json
    files: dict[str, Upload]
    call: Call
    note: dict[str, str] = field(default_factory=dict)

    def check(self) -> None:
        """Asks aiogram's model after the hand-written rules have had their say."""
        models.check(self.method, self.params)


Method = Callable[[Request], Awaitable[Any]]
