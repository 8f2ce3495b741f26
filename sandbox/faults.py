"""Faults on demand: what Telegram, the network and quick fingers do on a bad day."""

import time
from collections import deque
from dataclasses import asdict, dataclass, field

from sandbox.errors import Trouble, too_many
from sandbox.model import Json

KINDS = (
    "status",
    "html",
    "drop_before",
    "drop_after",
    "slow",
    "cut",
    "repeat_tap",
    "lose_tap",
    "conflict",
    "limit",
)
DOWNLOAD = "file"


@dataclass
class Fault:
    """One planned fault; `times` counts down, -1 stays until it is deleted."""

    id: int
    kind: str
    method: str = ""
    times: int = 1
    status: int = 500
    description: str = ""
    retry_after: int = 0
    seconds: float = 0.0
    chat: str = ""
    contains: str = ""
    per_second: float = 30.0
    per_chat: float = 1.0
    hits: int = 0

    def meets(self, method: str, chat: str, text: str) -> bool:
        """Whether a call is meant."""
        return (
            self.times != 0
            and self.method.lower() in ("", "*", method.lower())
            and self.chat in ("", chat)
            and self.contains in text
        )


@dataclass
class Faults:
    """The planned faults in the order they were planned."""

    planned: list[Fault] = field(default_factory=list)
    count: int = 0
    _sent: dict[str, deque[float]] = field(default_factory=dict)

    def add(self, wish: Json) -> Fault:
        """Plans a fault. Raises Trouble for a kind or a field that does not exist."""
        if wish.get("kind") not in KINDS:
            raise Trouble(400, f"kind must be one of {', '.join(KINDS)}")
        unknown = set(wish) - set(Fault.__dataclass_fields__) | {"id", "hits"} & set(wish)
        if unknown:
            raise Trouble(400, f"a fault has no {', '.join(sorted(unknown))}")
        self.count += 1
        wish = {name: value for name, value in wish.items() if value is not None}
        if "chat" in wish:
            wish["chat"] = str(wish["chat"])
        if wish["kind"] == "limit":
            wish.setdefault("times", -1)
        fault = Fault(self.count, **wish)
        self.planned.append(fault)
        return fault

    def take(self, method: str, chat: str, text: str) -> Fault | None:
        """The first planned fault that this call meets; it is used up by one."""
        for fault in self.planned:
            if fault.kind in ("repeat_tap", "lose_tap", "limit", "cut"):
                continue
            if not fault.meets(method, chat, text):
                continue
            if fault.kind == "conflict" and method.lower() != "getupdates":
                continue
            return self._use(fault)
        return None

    def take_download(self) -> Fault | None:
        """The first fault planned for downloads: those of the method `file`, and `cut`."""
        for fault in self.planned:
            if fault.kind == "cut" or fault.method == DOWNLOAD:
                return self._use(fault)
        return None

    def repeats_tap(self, chat: str) -> bool:
        """Whether the tap that is being made arrives twice."""
        return self._befalls("repeat_tap", chat)

    def loses_tap(self, chat: str) -> bool:
        """Whether the tap that is being made never arrives."""
        return self._befalls("lose_tap", chat)

    def _befalls(self, kind: str, chat: str) -> bool:
        for fault in self.planned:
            if fault.kind == kind and fault.chat in ("", chat):
                self._use(fault)
                return True
        return False

    def hold_back(self, chat: str) -> None:
        """The flood limiter, when it is switched on: raises the 429 of a message too many."""
        for fault in self.planned:
            if fault.kind == "limit":
                _pace(self._sent.setdefault("", deque()), fault.per_second)
                _pace(self._sent.setdefault(chat, deque()), fault.per_chat)
                now = time.monotonic()
                self._sent[""].append(now)
                self._sent[chat].append(now)

    def _use(self, fault: Fault) -> Fault:
        fault.hits += 1
        if fault.times > 0:
            fault.times -= 1
            if fault.times == 0:
                self.planned.remove(fault)
        return fault

    def show(self) -> list[Json]:
        """The faults that still wait."""
        return [asdict(fault) for fault in self.planned]

    def clear(self) -> None:
        """Everything works again."""
        self.planned.clear()
        self._sent.clear()


def _pace(sent: deque[float], rate: float) -> None:
    """Raises 429 when a second (or the time one message needs, if longer) is used up."""
    window = max(1.0, 1.0 / rate)
    now = time.monotonic()
    while sent and sent[0] <= now - window:
        sent.popleft()
    if len(sent) >= max(1, int(rate * window)):
        raise too_many(max(1, round(sent[0] + window - now + 0.49)))
