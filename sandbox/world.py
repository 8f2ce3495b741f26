"""The whole of the sandbox in memory, and how a restart finds it again."""

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import Refusal, Trouble
from sandbox.events import Events, Pulse
from sandbox.faults import Faults
from sandbox.ledger import Ledger
from sandbox.model import Bot, Chat, Group, Json, Message, Person, Tap, Update
from sandbox.recording import Recording
from sandbox.steward import Steward
from sandbox.store import Store
from sandbox.updates import Updates

TAP_ANSWER_SECONDS = 60.0
TAPS_KEPT = 10_000
FIRST_PERSON = 700_000_001
FIRST_GROUP = 400_000_001


class World:
    """Everything there is. Only the event loop's thread touches it."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.store = Store(base)
        self.pulse = Pulse()
        self.clock = Clock()
        self.events = Events(self.pulse)
        self.updates = Updates(self.store, self.clock, self.pulse)
        self.ledger = Ledger(self.store, self.clock, self.events)
        self.faults = Faults()
        self.recording = Recording()
        self.steward = Steward()
        self.closing = False
        self.line: asyncio.Future[Refusal | None] | None = None
        self.webhook_moved = -1.0
        self.webhook_set: list[Callable[[], None]] = []
        self._forget()
        self.updates.arrived.append(lambda _: self.wake_line())
        self._recall()

    def _forget(self) -> None:
        self.bot: Bot | None = None
        self.people: dict[str, Person] = {}
        self.groups: dict[str, Group] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[int, Message] = {}
        self.by_chat: dict[int, list[Message]] = {}
        self.taps: dict[str, Tap] = {}
        self._open: dict[str, Tap] = {}
        self.files: dict[str, Json] = {}
        self.typing: dict[int, tuple[str, float]] = {}
        self.profile: Json = {"commands": {}, "menu": {}, "names": {}, "pins": {}}
        self.webhook: Json = {"url": ""}
        self.marks: list[Json] = []
        self.next_message = 1

    # ---------------------------------------------------------------- people and chats

    def person(self, key: str) -> Person:
        """The person with this key. Raises Trouble 404."""
        found = self.people.get(key)
        if found is None:
            raise Trouble(404, f"there is nobody called {key}")
        return found

    def add_chat(self, chat: Chat) -> None:
        """Takes in a person or a group under its key and its id."""
        if isinstance(chat, Person):
            self.people[chat.key] = chat
        else:
            self.groups[chat.key] = chat
        self.chats[chat.id] = chat
        self.keep_chat(chat)

    def keep_chat(self, chat: Chat) -> None:
        """Stores the present state of a person or a group."""
        table = "people" if isinstance(chat, Person) else "groups"
        self.store.save(table, chat.key, lambda: asdict(chat))

    def free_id(self, group: bool) -> int:
        """An id that no chat has yet."""
        steps = itertools.count(FIRST_GROUP if group else FIRST_PERSON)
        numbers = (-n if group else n for n in steps)
        return next(n for n in numbers if n not in self.chats)

    def members(self, chat: int) -> list[Person]:
        """The people whose phones show this chat."""
        found = self.chats.get(chat)
        if isinstance(found, Person):
            return [found]
        keys = found.members if found else []
        return [self.people[key] for key in keys if key in self.people]

    def chat_key(self, chat: int) -> str:
        """The key of a person or a group by its Telegram id."""
        found = self.chats.get(chat)
        return found.key.removesuffix("~old") if found else str(chat)

    # ---------------------------------------------------------------- taps

    def open_taps(self) -> list[Tap]:
        """Taps whose spinner still turns."""
        deadline = self.clock.now() - TAP_ANSWER_SECONDS
        for tap in list(self._open.values()):
            if tap.answered or tap.created <= deadline:
                del self._open[tap.id]
        return list(self._open.values())

    def add_tap(self, tap: Tap) -> None:
        """Remembers a tap; its spinner turns until it is answered or too old."""
        self.taps[tap.id] = tap
        if not tap.answered:
            self._open[tap.id] = tap
        while len(self.taps) > TAPS_KEPT:
            oldest = next(iter(self.taps))
            del self.taps[oldest]
            self.store.drop("taps", oldest)

    def keep_tap(self, tap: Tap) -> None:
        """Stores the present state of a tap."""
        self.store.save("taps", tap.id, lambda: asdict(tap))

    # ---------------------------------------------------------------- settings

    def keep_settings(self) -> None:
        """Stores what is neither a chat nor a message."""
        self.store.save("settings", "all", self._settings)

    def _settings(self) -> Json:
        return {
            "bot": asdict(self.bot) if self.bot else None,
            "clock": self.clock.document(),
            "profile": self.profile,
            "webhook": self.webhook,
            "marks": self.marks,
            "allowed": sorted(self.updates.allowed),
            "explicit": self.updates.explicit,
            "next_update": self.updates.next_id,
            "next_message": self.next_message,
            "cursor": self.events.cursor,
        }

    def _recall(self) -> None:
        settings: dict[str, Any] = dict(self.store.load("settings")).get("all", {})
        if settings:
            self.bot = Bot(**settings["bot"]) if settings["bot"] else None
            self.clock.recall(settings["clock"])
            self.profile, self.webhook = settings["profile"], settings["webhook"]
            self.marks = settings["marks"]
            self.updates.allowed = frozenset(settings["allowed"])
            self.updates.explicit = settings["explicit"]
            self.updates.next_id = settings["next_update"]
            self.next_message = settings["next_message"]
        people = [Person(**document) for _, document in self.store.load("people")]
        for person in sorted(people, key=lambda one: one.id):
            self.add_chat(person)
        for _, document in self.store.load("groups"):
            self.add_chat(Group(**document))
        for _, document in self.store.load("messages"):
            self.take(Message(**document))
        for _, document in self.store.load("updates"):
            self.updates.take(Update(**document))
        for _, document in self.store.load("taps"):
            self.add_tap(Tap(**document))
        self.files = dict(self.store.load("files"))
        self.ledger.recall()
        last = max((m.cursor for m in self.messages.values()), default=0)
        self.events.start_at(max(last, settings.get("cursor", 0)) + 1)

    def take(self, message: Message) -> None:
        """Puts a message into its chat."""
        self.messages[message.id] = message
        self.by_chat.setdefault(message.chat, []).append(message)
        self.next_message = max(self.next_message, message.id + 1)

    def reset(self) -> None:
        """Forgets everything, the bot included; the clock goes back to the machine's time."""
        self.store.clear()
        self._forget()
        self.updates.pending.clear()
        self.updates.past.clear()
        self.updates.subscribe([])
        self.ledger.calls.clear()
        self.faults.clear()
        if self.clock.frozen_at is not None:
            self.clock.freeze(False)
        self.clock.go(time.time())
        self.events.start_at(self.events.cursor + 1)
        self.pulse.beat()

    def wake_line(self, end: Refusal | None = None) -> None:
        """Answers whoever holds the line of getUpdates; with `end`, refuses them."""
        if self.line is not None and not self.line.done():
            self.line.set_result(end)

    async def close(self) -> None:
        """Writes the rest; whoever waits is sent home."""
        self.closing = True
        self.wake_line()
        self.pulse.beat()
        self.keep_settings()
        await self.store.close()
