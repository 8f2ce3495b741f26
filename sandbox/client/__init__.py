"""People, clock and faults from Python: the verbs of /sim, waiting until the bot is idle."""

from collections.abc import Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from sandbox.client.asking import Json, Line, Refused
from sandbox.client.clock import ClockHand
from sandbox.client.phone import Phone

__all__ = ["ClockHand", "Phone", "Refused", "Sandbox"]


class Sandbox(Line):
    """A running sandbox. Use as `async with Sandbox(url) as telegram`."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.clock = ClockHand(self)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def as_(self, key: str) -> "Phone":
        """The phone of somebody who exists already."""
        return Phone(self, key)

    async def person(self, key: str, first_name: str | None = None, **facts: Any) -> "Phone":
        """Adds or changes a person and answers the phone."""
        name = first_name or key.capitalize()
        await self.ask("POST", "/people", {"key": key, "first_name": name, **facts})
        return Phone(self, key)

    async def bot(self, **facts: str) -> Json:
        """Sets `username`, `first_name` or `token` of the bot."""
        return await self._object("POST", "/bot", facts)

    async def group(self, key: str, members: Sequence[str], title: str = "") -> Json:
        """A group with the bot in it."""
        body = {"key": key, "title": title or key, "members": list(members)}
        return await self._object("POST", "/groups", body)

    async def upgrades(self, group: str) -> Json:
        """Turns a group into a supergroup."""
        return await self._object("POST", f"/groups/{group}/upgrade")

    async def state(self) -> Json:
        """Everything the page shows."""
        return await self._object("GET", "/state")

    async def fails(self, method: str = "*", status: int | None = None, **plan: Any) -> Json:
        """Plans a fault: a status, or `kind=` with its fields."""
        kind = plan.pop("kind", "status")
        body = {"method": method, "kind": kind, "status": status, **plan}
        return await self._object(
            "POST", "/faults", {name: value for name, value in body.items() if value is not None}
        )

    async def heals(self) -> None:
        """Takes all faults back."""
        await self.ask("DELETE", "/faults")

    async def calls(self, method: str | None = None, since: int = 0) -> list[Json]:
        """The ledger, oldest first."""
        found: list[Json] = (
            await self.ask("GET", "/calls", query={"method": method, "since": since})
        )["calls"]
        return found

    async def message(self, number: int) -> Json:
        """What the inspector knows about a message."""
        return await self._object("GET", f"/messages/{number}")

    async def marks(self, marks: Sequence[tuple[datetime, str]]) -> None:
        """Names the moments that the page can jump to."""
        body = [{"at": at.isoformat(), "label": label} for at, label in marks]
        await self.ask("PUT", "/marks", body)

    async def reset(self) -> None:
        """Forgets everything."""
        await self.ask("POST", "/reset")

    async def _object(self, method: str, path: str, body: Any = None) -> Json:
        found: Json = await self.ask(method, path, body)
        return found
