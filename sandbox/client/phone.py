"""What one person does and sees."""

import io
from pathlib import Path
from typing import Any

from aiohttp import FormData

from sandbox.client.asking import Json, Line

File = bytes | Path


class Phone:
    """What one person does and sees. Verbs return when the bot is idle, unless `wait=False`."""

    def __init__(self, sandbox: Line, key: str) -> None:
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

    async def opens(self, url: str, theme: str = "light") -> str:
        """Opens a Mini App of a button on the phone: its address with signed launch data."""
        found = await self._does("opens", {"url": url, "theme": theme}, wait=False)
        return str(found["url"])

    async def blocks(self, *, wait: bool = True) -> Json:
        """Blocks the bot."""
        return await self._does("blocks", {}, wait)

    async def unblocks(self, *, wait: bool = True) -> Json:
        """Lets the bot write again."""
        return await self._does("unblocks", {}, wait)

    async def deactivates(self, *, wait: bool = False) -> Json:
        """Deletes the account."""
        return await self._does("deactivates", {}, wait)

    async def votes(self, message_id: int, *options: int, wait: bool = True) -> Json:
        """Votes in a poll; options count from 0, none takes the vote back."""
        body = {"message_id": message_id, "options": list(options)}
        return await self._does("votes", body, wait)

    async def reacts(
        self, message_id: int, emoji: str | None = None, *, wait: bool = True
    ) -> Json:
        """Leaves an emoji on a message, or takes it back."""
        return await self._does("reacts", {"message_id": message_id, "emoji": emoji}, wait)

    async def reads(self) -> None:
        """Clears the unread badge."""
        await self._does("reads", {}, wait=False)

    async def keeps_key(self, secret: str, label: str = "") -> None:
        """Takes a key into the authenticator app."""
        await self._does("keeps_key", {"secret": secret, "label": label}, wait=False)

    async def code(self) -> str:
        """What the authenticator app shows now, of the key that came last."""
        found = await self.sandbox.ask("GET", f"/people/{self.key}/codes")
        return str(found["codes"][-1]["code"])

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
