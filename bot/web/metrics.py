"""`/metrics`: what is counted here and what the database knows, for whoever may read it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from hmac import compare_digest
from ipaddress import ip_address

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.clock import Clock
from bot.measures import Measures
from storage import gauges
from storage.database import Database
from storage.gauges import Gauges

log = structlog.get_logger()
KEPT_SECONDS = 5.0
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")


class Metrics(Collector):
    """One page of numbers. The database is asked at most once in five seconds."""

    def __init__(
        self, measures: Measures, database: Database, clock: Clock, wall: Clock, token: str | None
    ) -> None:
        self.measures = measures
        self.database = database
        self.clock = clock
        self.wall = wall
        self.token = token
        self.kept: Gauges | None = None
        self._read_at: float | None = None
        measures.registry.register(self)

    async def page(self, request: web.Request) -> web.Response:
        """404 for whoever may not read it, as if there were no such page."""
        if not self._may_read(request):
            return web.Response(status=404)
        await self._look()
        return web.Response(
            body=generate_latest(self.measures.registry),
            headers={"Content-Type": CONTENT_TYPE_LATEST},
        )

    def _may_read(self, request: web.Request) -> bool:
        """With a token only by it; without one from this machine, and not through a proxy."""
        if self.token is not None:
            given = request.headers.get("Authorization", "").encode("utf-8", "surrogatepass")
            return compare_digest(given, f"Bearer {self.token}".encode())
        return is_loopback(request.remote) and not any(h in request.headers for h in FORWARDED)

    async def _look(self) -> None:
        """Read anew what has aged; a database that is away leaves its numbers out."""
        if self._read_at is not None and time.monotonic() - self._read_at < KEPT_SECONDS:
            return
        now = self.clock.now()
        try:
            self.kept = await self.database.run(lambda s: gauges.read(s, now), reading=True)
        except Exception as fault:
            log.warning("metrics_without_database", kind=type(fault).__name__)
            self.kept = None
        self._read_at = time.monotonic()

    def collect(self) -> Iterable[Metric]:
        """What the database knew a moment ago, by prometheus-client's protocol."""
        yield _gauge("database_up", "Whether the database answers", int(self.kept is not None))
        if self.kept is not None:
            yield from _stored(self.kept, self.clock, self.wall)


def _stored(known: Gauges, clock: Clock, wall: Clock) -> Iterator[Metric]:
    now = clock.now()
    letters = GaugeMetricFamily(
        "teladan_letters", "Letters on their way or stranded", labels=["kind", "state"]
    )
    for names, count in sorted(known.letters.items()):
        letters.add_metric(names, count)
    yield letters
    ages: Mapping[str, tuple[str, float]] = {
        "oldest_letter_seconds": (
            "Age of the oldest letter that is due",
            (now - known.oldest_letter).total_seconds() if known.oldest_letter else 0.0,
        ),
        "pause_seconds": (
            "How long Telegram still asks for patience",
            (known.pause_until - wall.now()).total_seconds() if known.pause_until else 0.0,
        ),
    }
    for name, (says, value) in ages.items():
        yield _gauge(name, says, max(0.0, value))
    yield _gauge("parked_updates", "Updates put aside, ever", known.parked)
    yield _gauge("evidence_waiting", "Files not yet brought", known.evidence_waiting)
    yield _gauge("audit_entries", "Entries of the audit trail", known.entries)
    yield _gauge("database_bytes", "Size of the database", known.size)
    if known.replay is not None and known.replay.finished_at is not None:
        age = (now - known.replay.finished_at).total_seconds()
        yield _gauge("replay_age_seconds", "Since all results were last computed again", age)
        yield _gauge("replay_checked", "Results computed again that time", known.replay.checked)
        yield _gauge("replay_wrong", "Results that came out otherwise", known.replay.wrong)
    if known.anchored_at is not None:
        age = (now - known.anchored_at).total_seconds()
        yield _gauge("anchor_age_seconds", "Age of the newest anchor", age)


def _gauge(name: str, says: str, value: float) -> Metric:
    return GaugeMetricFamily(f"teladan_{name}", says, value=value)


def is_loopback(address: str | None) -> bool:
    """Whether somebody on this machine asks."""
    try:
        asking = ip_address(address or "")
    except ValueError:
        return False
    mapped = getattr(asking, "ipv4_mapped", None)
    return (mapped or asking).is_loopback
