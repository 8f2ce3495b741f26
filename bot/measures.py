"""What is counted and timed in this process, in a registry of its own; labels name nobody."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    ProcessCollector,
)

from bot.lanes import Lanes

REPLAYED = object()
"""What handling an update returns when its effect was committed before, and only told again."""

ANSWERED = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
STORED = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)


class Updates(NamedTuple):
    """Counters by what became of an update; `handled` holds those replayed too."""

    received: Counter
    handled: Counter
    replayed: Counter
    failed: Counter  # a try that failed, not yet the update
    parked: Counter


@dataclass(slots=True)
class Ticks:
    """When each tick last ended well, and how often in a row it has failed since."""

    last: dict[str, float] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)


class Measures:
    """`ticks` counts seconds. What the database knows is added when somebody looks."""

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self.registry = CollectorRegistry()
        self.seconds = ticks
        self.begun = ticks()
        self.ticks = Ticks()
        self._in_hand: dict[int, float] = {}
        self._numbers = itertools.count()
        self._lanes = Lanes()
        self._count_updates()
        self._count_letters()
        self._count_the_rest()
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)

    def _count_updates(self) -> None:
        book = self.registry
        told = Counter(
            "teladan_updates", "Updates by what became of them", ["step"], registry=book
        )
        self.updates = Updates(*(told.labels(step) for step in Updates._fields))
        self._answered = Histogram(
            "teladan_answer_seconds",
            "From handing out to answered",
            buckets=ANSWERED,
            registry=book,
        )
        for name, says, value in (
            ("oldest_update_seconds", "Age of the oldest update in hand", self.oldest),
            ("lanes_busy", "People being served", lambda: self.lanes[0]),
            ("lanes_waiting", "Updates behind another of the same person", lambda: self.lanes[1]),
        ):
            Gauge(f"teladan_{name}", says, registry=book).set_function(value)

    def _count_letters(self) -> None:
        book = self.registry
        names = ["kind", "outcome"]
        self._sent = Counter(
            "teladan_sends", "Attempts by class and outcome", names, registry=book
        )
        self._floods = Counter("teladan_floods", "Answers 429", ["speaker"], registry=book)
        for speaker in ("answers", "letters"):
            self._floods.labels(speaker)
        self._refused = Counter(
            "teladan_evidence_refused", "Files by fault", ["fault"], registry=book
        )

    def _count_the_rest(self) -> None:
        book = self.registry
        self._tick_at = Gauge(
            "teladan_tick_timestamp_seconds",
            "When a tick last ended well",
            ["tick"],
            registry=book,
        )
        self._tick_failures = Counter(
            "teladan_tick_failures", "Ticks failed", ["tick"], registry=book
        )
        self._waited = Histogram(
            "teladan_database_wait_seconds",
            "Waiting for its thread",
            buckets=STORED,
            registry=book,
        )
        self._stored = Histogram(
            "teladan_database_seconds",
            "A transaction, tries included",
            buckets=STORED,
            registry=book,
        )

        self._silence = Gauge(
            "teladan_silence_seconds", "Since Telegram was last heard", registry=book
        )
        self._ready = Gauge("teladan_ready", "Whether Telegram is heard", registry=book)
        self._alarms = Gauge("teladan_alarms", "What rings now", ["name"], registry=book)

    @contextmanager
    def handing_out(self) -> Iterator[None]:
        """An update is in hand, from when it was handed out until it is answered."""
        number, begun = next(self._numbers), self.seconds()
        self._in_hand[number] = begun
        self.updates.received.inc()
        try:
            yield
        finally:
            del self._in_hand[number]
            self._answered.observe(self.seconds() - begun)

    def oldest(self) -> float:
        """Age in seconds of the oldest update in hand; 0 when there is none."""
        begun = next(iter(self._in_hand.values()), None)
        return 0.0 if begun is None else self.seconds() - begun

    def watch_lanes(self, lanes: Lanes) -> None:
        self._lanes = lanes

    @property
    def lanes(self) -> tuple[int, int]:
        """How many are busy, and how many updates wait in them."""
        return len(self._lanes), self._lanes.behind

    def stored(self, waited: float, took: float) -> None:
        """A transaction has ended. Called on the database's threads."""
        self._waited.observe(waited)
        self._stored.observe(took)

    def sent(self, kind: str, outcome: str) -> None:
        self._sent.labels(kind, outcome).inc()

    def flooded(self, speaker: str) -> None:
        """Telegram asked for patience."""
        self._floods.labels(speaker).inc()

    def refused(self, fault: str) -> None:
        """A file of evidence could not be kept."""
        self._refused.labels(fault).inc()

    def watched(self, silence: float, ready: bool, ringing: Iterable[str]) -> None:
        """What the watch has just seen."""
        self._silence.set(silence)
        self._ready.set(ready)
        self._alarms.clear()
        for name in ringing:
            self._alarms.labels(name).set(1)

    def ticked(self, name: str) -> None:
        self.ticks.last[name] = self.seconds()
        self.ticks.failed.pop(name, None)
        self._tick_at.labels(name).set_to_current_time()

    def tick_failed(self, name: str) -> None:
        self.ticks.failed[name] = self.ticks.failed.get(name, 0) + 1
        self._tick_failures.labels(name).inc()
