"""The queue of updates: subscription, life times, confirmation."""

import math
import random
from collections.abc import Callable, Iterable
from itertools import islice, takewhile

from sandbox.clock import Clock
from sandbox.events import Pulse
from sandbox.model import Json, Update
from sandbox.store import Store

DAY = 24 * 3600.0
LIFETIMES = {"callback_query": 150.0, "inline_query": 30.0, "chosen_inline_result": 600.0}
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
KINDS = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
    }
)
DEFAULT = KINDS - NOT_BY_DEFAULT
REMEMBERED = 5_000


class Updates:
    """Updates in the order of their ids, until the bot confirms them or they grow too old."""

    def __init__(self, store: Store, clock: Clock, pulse: Pulse) -> None:
        self.allowed: frozenset[str] = DEFAULT
        self.explicit = False
        self.pending: dict[int, Update] = {}
        self.past: dict[int, Update] = {}
        self.next_id = random.randrange(100_000_000, 900_000_000)
        self.arrived: list[Callable[[Update], None]] = []
        self._earliest = math.inf
        self._store, self._clock, self._pulse = store, clock, pulse

    def subscribe(self, wanted: object) -> None:
        """`allowed_updates`: a list replaces the subscription, anything else keeps it."""
        if not isinstance(wanted, list):
            return
        known = frozenset(kind for kind in wanted if isinstance(kind, str) and kind in KINDS)
        self.allowed, self.explicit = known or DEFAULT, bool(known)

    def add(self, kind: str, body: Json, chat: int) -> Update | None:
        """A new update, or None when the bot did not subscribe to this kind."""
        if kind not in self.allowed:
            return None
        now = self._clock.now()
        expires = now + LIFETIMES.get(kind, DAY)
        update = Update(self.next_id, kind, body, chat, now, expires)
        self.take(update)
        self.keep(update)
        for listener in self.arrived:
            listener(update)
        self._pulse.beat()
        return update

    def take(self, update: Update) -> None:
        """Puts an update at the end of the queue."""
        self.pending[update.id] = update
        self._earliest = min(self._earliest, update.expires)
        self.next_id = max(self.next_id, update.id + 1)

    def keep(self, update: Update) -> None:
        """Stores the present state of an update."""
        self._store.save("updates", update.id, lambda: vars(update))

    def fetch(self, offset: int, limit: int) -> list[Update]:
        """What getUpdates answers: confirms below a positive offset, keeps only the last ones
        for a negative one, and hands out the oldest that remain."""
        self.expire()
        if offset < 0:
            keep = sorted(self.pending)[offset:]
            self.finish([key for key in self.pending if key not in keep], "confirmed")
        elif offset > 0:
            below = takewhile(lambda key: key < offset, self.pending)
            self.finish(list(below), "confirmed")
        found = list(islice(self.pending.values(), limit))
        for update in found:
            update.delivered += 1
        return found

    def expire(self) -> None:
        """Drops what is older than Telegram keeps it."""
        now = self._clock.now()
        if now >= self._earliest:
            self.finish([u.id for u in self.pending.values() if u.expires <= now], "expired")
            self._earliest = min((u.expires for u in self.pending.values()), default=math.inf)

    def finish(self, ids: Iterable[int], state: str) -> None:
        """Takes updates out of the queue; they stay readable for the inspector."""
        ids = list(ids)
        for key in ids:
            update = self.pending.pop(key)
            update.state = state
            self.past[key] = update
            self._store.drop("updates", key)
        while len(self.past) > REMEMBERED:
            del self.past[next(iter(self.past))]
        if ids:
            self._pulse.beat()

    def find(self, key: int) -> Update | None:
        """A pending or past update."""
        return self.pending.get(key) or self.past.get(key)
