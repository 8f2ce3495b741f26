"""What `/metrics` says, who may read it, and that it costs the database next to nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import make_mocked_request
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot.actions import audit as trail
from bot.clockwork import Clockwork
from bot.lanes import Raw
from bot.measures import Measures
from bot.receiver import Receiver
from bot.ticks import Tick
from bot.web.metrics import Metrics, is_loopback
from bot.web.site import build_site, serve
from storage import outbox, pauses
from storage.database import Database
from storage.outbox import Kind
from tests.cast import Cast
from tests.kit import TestClock
from tests.receiver.test_receiver import said

TOKEN = "a-token-for-readers"
LABELS = {
    "step",
    "kind",
    "state",
    "outcome",
    "speaker",
    "fault",
    "tick",
    "name",
    "le",
    "generation",
}
Numbers = dict[tuple[str, tuple[str, ...]], float]


def read(text: str) -> Numbers:
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@asynccontextmanager
async def serving(metrics: Metrics) -> AsyncIterator[Callable[..., Any]]:
    async def well() -> dict[str, Any]:
        return {"ready": True}

    runner = await serve(build_site(well, None, None, metrics.page), "127.0.0.1", 0)
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/metrics"
    async with ClientSession() as web_:

        async def ask(**headers: str) -> tuple[int, str]:
            async with web_.get(address, headers=headers) as answer:
                return answer.status, await answer.text()

        yield ask
    await runner.cleanup()


def metrics(database: Database, clock: TestClock, token: str | None = None) -> Metrics:
    return Metrics(Measures(), database, clock, clock, token)


async def test_what_the_database_knows(database: Database, clock: TestClock) -> None:
    now = clock.now()
    with database.transaction() as session:
        for key, late in (("a", 90), ("b", 30)):
            at = now - timedelta(seconds=late)
            outbox.put(session, key, Kind.DECISION, "x", at, chat_id=5, not_before=at)
        outbox.put(
            session, "c", Kind.REMINDER, "x", now, chat_id=6, not_before=now + timedelta(hours=1)
        )
        pauses.extend(session, pauses.TELEGRAM, now + timedelta(seconds=40))
        trail.anchor(session, now - timedelta(hours=3))
    async with serving(metrics(database, clock)) as ask:
        status, text = await ask()
    numbers = read(text)
    assert status == 200
    assert numbers["teladan_letters", ("decision", "waiting")] == 2
    assert numbers["teladan_letters", ("reminder", "waiting")] == 1
    assert numbers["teladan_oldest_letter_seconds", ()] == 90
    assert numbers["teladan_pause_seconds", ()] == 40
    assert numbers["teladan_anchor_age_seconds", ()] == 3 * 3600
    assert numbers["teladan_audit_entries", ()] == 1
    assert numbers["teladan_database_bytes", ()] > 10_000
    assert numbers["teladan_database_up", ()] == 1
    assert numbers["process_resident_memory_bytes", ()] > 0
    assert {
        name
        for family in text_string_to_metric_families(text)
        if family.name.startswith("teladan")
        for sample in family.samples
        for name in sample.labels
    } <= LABELS


async def test_the_database_is_asked_once_in_a_while(sqlite: Database, clock: TestClock) -> None:
    transactions: list[float] = []
    sqlite.timed = lambda waited, took: transactions.append(took)
    async with serving(metrics(sqlite, clock)) as ask:
        for _ in range(5):
            assert (await ask())[0] == 200
    assert len(transactions) == 1


async def test_without_the_database_the_rest_is_told(
    sqlite: Database, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: Any, **__: Any) -> None:
        raise OperationalError("SELECT", {}, Exception("away"))

    monkeypatch.setattr(sqlite, "run", away)
    async with serving(metrics(sqlite, clock)) as ask:
        status, text = await ask()
    numbers = read(text)
    assert (status, numbers["teladan_database_up", ()]) == (200, 0)
    assert ("teladan_audit_entries", ()) not in numbers
    assert ("teladan_lanes_busy", ()) in numbers


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "X-Real-IP"])
async def test_a_proxy_on_this_machine_opens_it_to_nobody(
    sqlite: Database, clock: TestClock, header: str
) -> None:
    async with serving(metrics(sqlite, clock)) as ask:
        assert (await ask(**{header: "203.0.113.7"}))[0] == 404
        assert (await ask())[0] == 200


async def test_with_a_token_only_its_bearer_reads(sqlite: Database, clock: TestClock) -> None:
    async with serving(metrics(sqlite, clock, TOKEN)) as ask:
        assert (await ask())[0] == 404
        assert (await ask(Authorization="Bearer wrong"))[0] == 404
        assert (await ask(Authorization=f"Bearer {TOKEN}"))[0] == 200
        through = {"Authorization": f"Bearer {TOKEN}", "X-Forwarded-For": "203.0.113.7"}
        assert (await ask(**through))[0] == 200


async def test_another_machine_finds_nothing_there(
    sqlite: Database, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = make_mocked_request("GET", "/metrics")
    for remote, status in (("10.0.0.9", 404), ("127.0.0.1", 200), (None, 404)):
        monkeypatch.setattr(web.BaseRequest, "remote", remote)
        assert (await metrics(sqlite, clock).page(request)).status == status


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("::ffff:10.0.0.1", False),
        ("192.168.1.2", False),
        ("", False),
        (None, False),
    ],
)
def test_who_is_on_this_machine(address: str | None, ours: bool) -> None:
    assert is_loopback(address) is ours


def raw(cast: Cast, number: int, text: str) -> Raw:
    return said(number, cast.sari.telegram_id, text)


async def test_updates_are_counted_by_what_became_of_them(
    cast: Cast, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = cast.sari.office

    async def tell(chat: int, reference: str) -> None:
        pass

    measures = Measures()
    receiver = Receiver(office.bot, office.dispatcher, cast.database, clock, tell, measures)
    await receiver.handle(raw(cast, 1, "Menata arsip layanan sampai selesai hari ini"))
    await receiver.handle(raw(cast, 1, "Menata arsip layanan sampai selesai hari ini"))
    await receiver.handle(raw(cast, 2, "/menu"))
    await receiver.handle({"update_id": 3, "message": {"message_id": "?"}})
    value = measures.registry.get_sample_value
    counted = {
        step: value("teladan_updates_total", {"step": step}) for step in measures.updates._fields
    }
    assert counted == {"received": 4, "handled": 3, "replayed": 1, "failed": 0, "parked": 1}
    assert value("teladan_answer_seconds_count") == 4
    assert value("teladan_oldest_update_seconds") == 0
    assert value("teladan_lanes_busy") == 0


async def test_what_is_in_hand_shows_its_age(sqlite: Database) -> None:
    seconds = [100.0]
    measures = Measures(lambda: seconds[0])
    with measures.handing_out():
        seconds[0] = 107.0
        with measures.handing_out():
            seconds[0] = 109.0
            assert measures.oldest() == 9.0
    assert measures.oldest() == 0.0
    value = measures.registry.get_sample_value
    assert value("teladan_answer_seconds_bucket", {"le": "2.5"}) == 1
    assert value("teladan_answer_seconds_bucket", {"le": "10.0"}) == 2


async def test_ticks_tell_when_they_ended_well(sqlite: Database, clock: TestClock) -> None:
    def faulty(_: Session, __: object) -> None:
        raise RuntimeError("on purpose")

    measures = Measures()
    ticks = [Tick("fine", lambda *_: None), Tick("faulty", faulty)]
    clockwork = Clockwork(sqlite, clock, ticks=ticks, measures=measures)
    for _ in range(3):
        await clockwork.tick_now()
    value = measures.registry.get_sample_value
    assert (value("teladan_tick_timestamp_seconds", {"tick": "fine"}) or 0) > 1.7e9
    assert value("teladan_tick_failures_total", {"tick": "faulty"}) == 3
    assert measures.ticks.failed == {"faulty": 3}
