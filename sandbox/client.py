"""People, clock and faults from Python: the verbs of /sim, waiting until the bot is idle."""

import io
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientSession, ClientTimeout, FormData

Json = dict[str, Any]
File = bytes | Path
IDLE = 10.0


class Refused(AssertionError):
    """The sandbox says that this did not happen or cannot be done."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


class Sandbox:
    """A running sandbox. Use as `async with Sandbox(url) as telegram`."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.clock = ClockHand(self)
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = ClientSession(timeout=ClientTimeout(total=120))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

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
            self._session = ClientSession(timeout=ClientTimeout(total=120))
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

    async def idle(self, quiet: int | None = None, timeout: float = IDLE) -> None:
        """Returns when the bot has nothing left to do. Raises Refused with what is left."""
        await self.ask("GET", "/idle", query={"quiet": quiet, "timeout": timeout})

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


class ClockHand:
    """Moves the sandbox's clock."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

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
        return datetime.fromisoformat((await self._sandbox.ask("GET", "/clock"))["now"])

    async def _move(self, body: Json) -> Json:
        found: Json = await self._sandbox.ask("POST", "/clock", body)
        return found


class Phone:
    """What one person does and sees. Verbs return when the bot is idle, unless `wait=False`."""

    def __init__(self, sandbox: Sandbox, key: str) -> None:
        self.sandbox, self.key = sandbox, key

    async def _does(self, verb: str, body: Any, wait: bool = True) -> Json:
        found: Json = await self.sandbox.ask("POST", f"/people/{self.key}/{verb}", body)
        if wait:
            await self.sandbox.idle()
        return found

    async def says(
        self,
        text: str,
        *,
        reply_to: int | None = None,
        chat: str | None = None,
        wait: bool = True,
    ) -> Json:
        """Sends a text."""
        return await self._does("says", {"text": text, "reply_to": reply_to, "chat": chat}, wait)

    async def taps(
        self,
        label: str | None = None,
        *,
        data: str | None = None,
        message_id: int | None = None,
        wait: bool = True,
    ) -> Json:
        """Presses a button by its label, or sends any callback data."""
        body = {"label": label, "data": data, "message_id": message_id}
        return await self._does("taps", body, wait)

    async def sends_file(
        self,
        *files: File,
        kind: str = "document",
        name: str = "berkas.pdf",
        mime: str | None = None,
        caption: str = "",
        chat: str | None = None,
        wait: bool = True,
    ) -> Json:
        """Sends a file, or an album of several. Paths keep their own names."""
        form = FormData()
        form.add_field("kind", kind)
        form.add_field("caption", caption)
        if chat:
            form.add_field("chat", chat)
        for one in files:
            content = one.read_bytes() if isinstance(one, Path) else one
            given = one.name if isinstance(one, Path) else name
            form.add_field(
                "file",
                io.BytesIO(content),
                filename=given,
                content_type=mime or "application/octet-stream",
            )
        return await self._does("sends_file", form, wait)

    async def shares_contact(self, of: str | None = None, *, wait: bool = True) -> Json:
        """Shares the own contact, or somebody else's card."""
        return await self._does("shares_contact", {"of": of}, wait)

    async def shares_location(
        self, latitude: float, longitude: float, *, wait: bool = True
    ) -> Json:
        """Shares a place."""
        body = {"latitude": latitude, "longitude": longitude}
        return await self._does("shares_location", body, wait)

    async def forwards(
        self, message_id: int, source: str | None = None, *, wait: bool = True
    ) -> Json:
        """Forwards a message to the bot."""
        return await self._does("forwards", {"message_id": message_id, "from": source}, wait)

    async def edits(self, message_id: int, text: str, *, wait: bool = True) -> Json:
        """Corrects an own message."""
        return await self._does("edits", {"message_id": message_id, "text": text}, wait)

    async def follows(self, link: str, *, wait: bool = True) -> Json:
        """Opens a deep link and presses Start."""
        return await self._does("follows", {"link": link}, wait)

    async def blocks(self, *, wait: bool = True) -> Json:
        """Blocks the bot."""
        return await self._does("blocks", {}, wait)

    async def unblocks(self, *, wait: bool = True) -> Json:
        """Lets the bot write again."""
        return await self._does("unblocks", {}, wait)

    async def deactivates(self, *, wait: bool = False) -> Json:
        """Deletes the account."""
        return await self._does("deactivates", {}, wait)

    async def reads(self) -> None:
        """Clears the unread badge."""
        await self._does("reads", {}, wait=False)

    async def sees(self, text: str, *, timeout: float | None = None, since: int = 0) -> Json:
        """Waits for a text in a message, toast or alert; answers the seen message."""
        return await self._sees({"text": text, "timeout": timeout, "since": since})

    async def sees_button(self, label: str, *, timeout: float | None = None) -> Json:
        """Waits for a button whose label begins so."""
        return await self._sees({"button": label, "timeout": timeout})

    async def sees_toast(self, text: str, *, timeout: float | None = None) -> Json:
        """Waits for a toast or alert."""
        return await self._sees({"toast": text, "timeout": timeout})

    async def _sees(self, wish: Json) -> Json:
        body = {name: value for name, value in wish.items() if value is not None}
        found = await self._does("sees", body, wait=False)
        seen: Json = found.get("message") or found.get("toast") or {}
        return seen

    async def chat(self, since: int = 0) -> list[Json]:
        """The messages on the phone, oldest first."""
        path = f"/people/{self.key}/chat"
        found: list[Json] = (await self.sandbox.ask("GET", path, query={"since": since}))[
            "messages"
        ]
        return found

    async def toasts(self, since: int = 0) -> list[Json]:
        """The toasts and alerts, oldest first."""
        path = f"/people/{self.key}/chat"
        found: list[Json] = (await self.sandbox.ask("GET", path, query={"since": since}))["toasts"]
        return found

    async def last(self) -> Json:
        """The newest message on the phone."""
        return (await self.chat())[-1]

    async def cursor(self) -> int:
        """The present cursor, for `sees(since=…)`."""
        return int((await self.sandbox.ask("GET", f"/people/{self.key}/chat"))["cursor"])

    async def transcript(self) -> str:
        """The chat as text."""
        return str(await self.sandbox.ask("GET", "/transcript", query={"person": self.key}))


def _sentence(text: str) -> str:
    try:
        return str(json.loads(text)["error"])
    except (ValueError, KeyError, TypeError):
        return text
