"""Moving the sandbox's clock."""

from datetime import datetime

from sandbox.client.asking import Json, Line


class ClockHand:
    """Moves the sandbox's clock."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def advance(
        self, seconds: float = 0, *, minutes: float = 0, hours: float = 0, days: float = 0
    ) -> Json:
        """Moves forward."""
        total = seconds + 60 * minutes + 3600 * hours + 86400 * days
        return await self._move({"advance": total})

    async def to(self, moment: datetime | str) -> Json:
        """Jumps to a moment."""
        given = moment if isinstance(moment, str) else moment.isoformat()
        return await self._move({"to": given})

    async def freeze(self, still: bool = True) -> Json:
        """Stops the clock, or lets it run."""
        return await self._move({"freeze": still})

    async def now(self) -> datetime:
        """The sandbox's present moment in UTC."""
        return datetime.fromisoformat((await self._line.ask("GET", "/clock"))["now"])

    async def _move(self, body: Json) -> Json:
        found: Json = await self._line.ask("POST", "/clock", body)
        return found
