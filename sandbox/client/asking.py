"""One request to the sandbox."""

import json
from typing import Any

from aiohttp import ClientSession, ClientTimeout, FormData

Json = dict[str, Any]
PATIENCE = 120.0
IDLE = 20.0


class Refused(AssertionError):
    """The sandbox says that this did not happen or cannot be done."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


class Line:
    """The connection to a running sandbox."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session: ClientSession | None = None

    async def close(self) -> None:
        """Lets go of the connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def ask(
        self, method: str, path: str, body: Any = None, query: Json | None = None
    ) -> Any:
        """One request below /sim. Raises Refused with the sandbox's sentence."""
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=PATIENCE))
        data = body if isinstance(body, FormData) else None
        async with self._session.request(
            method,
            f"{self.url}/sim{path}",
            data=data,
            json=None if data is not None else body,
            params={
                name: str(value) for name, value in (query or {}).items() if value is not None
            },
        ) as answer:
            text = await answer.text()
            if answer.status >= 400:
                raise Refused(answer.status, _sentence(text))
            return json.loads(text) if answer.content_type == "application/json" else text

    async def idle(self, quiet: int | None = None, timeout: float = IDLE) -> None:
        """Returns when the bot has nothing left to do. Raises Refused with what is left."""
        await self.ask("GET", "/idle", query={"quiet": quiet, "timeout": timeout})


def _sentence(text: str) -> str:
    try:
        return str(json.loads(text)["error"])
    except (ValueError, KeyError, TypeError):
        return text
