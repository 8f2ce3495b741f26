"""Clock, faults, ledger, events, restart."""

import asyncio
import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

import sandbox
from sandbox.client import Phone, Refused, Sandbox
from sandbox.server import Running
from tests.sandbox.conftest import TOKEN, Wire


async def test_the_clock_moves_and_stands(telegram: Sandbox, sari: Phone, wire: Wire) -> None:
    await telegram.clock.freeze()
    await telegram.clock.to("2026-12-01T09:00:00+08:00")
    moment = datetime(2026, 12, 1, 1, tzinfo=UTC)
    assert await telegram.clock.now() == moment
    sent = await wire.result("sendMessage", chat_id=1001, text="a")
    assert sent["date"] == moment.timestamp()
    await telegram.clock.advance(days=1, hours=1)
    assert (await telegram.clock.now()).isoformat() == "2026-12-02T02:00:00+00:00"
    shown = await telegram.clock.freeze(False)
    assert shown["frozen"] is False
    assert (await telegram.clock.now()).isoformat() > "2026-12-02T02:00:00+00:00"


async def test_a_follower_hears_of_the_move(telegram: Sandbox) -> None:
    known = (await telegram.ask("GET", "/clock"))["version"]
    query = {"version": known, "wait": 20}
    follower = asyncio.ensure_future(telegram.ask("GET", "/clock", query=query))
    await telegram.clock.advance(60)
    heard = await asyncio.wait_for(follower, 5)
    assert (heard["version"], round(heard["offset"])) == (known + 1, 60)


async def test_planned_refusals(telegram: Sandbox, sari: Phone, wire: Wire) -> None:
    await telegram.fails("sendMessage", 429, retry_after=7, contains="pelan")
    assert (await wire("sendMessage", chat_id=1001, text="cepat"))["ok"]
    data = {"chat_id": "1001", "text": "pelan-pelan"}
    async with wire.session.post(f"{wire.base}/sendMessage", data=data) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "7")
        body = await answer.json()
    assert body["description"] == "Too Many Requests: retry after 7"
    assert body["parameters"] == {"retry_after": 7}
    assert (await wire("sendMessage", chat_id=1001, text="pelan"))["ok"], "only once"
    await telegram.fails("*", 500, times=-1, chat="sari")
    assert (await wire("sendMessage", chat_id=1001, text="a"))["description"] == (
        "Internal Server Error: restart"
    )
    assert (await wire("getMe"))["ok"], "another chat, or none"
    await telegram.heals()
    assert (await wire("sendMessage", chat_id=1001, text="a"))["ok"]
    with pytest.raises(Refused, match="kind must be one of"):
        await telegram.fails(kind="gempa")


async def test_the_network_fails(telegram: Sandbox, sari: Phone, wire: Wire) -> None:
    await telegram.fails("sendMessage", kind="html")
    async with wire.session.post(f"{wire.base}/sendMessage") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
    for kind, arrived in (("drop_before", False), ("drop_after", True)):
        await telegram.fails("sendMessage", kind=kind)
        with pytest.raises(aiohttp.ClientError):
            await wire("sendMessage", chat_id=1001, text=kind)
        assert any(m["text"] == kind for m in await sari.chat()) is arrived
    await telegram.fails("sendMessage", kind="slow", seconds=0.2)
    begin = time.monotonic()
    assert (await wire("sendMessage", chat_id=1001, text="lambat"))["ok"]
    assert time.monotonic() - begin >= 0.2
    await telegram.fails(kind="conflict")
    assert (await wire("getUpdates"))["error_code"] == 409
    statuses = [call["status"] for call in await telegram.calls("sendMessage")]
    assert statuses == [502, 499, 200, 200]


async def test_a_tap_may_arrive_twice(telegram: Sandbox, sari: Phone, wire: Wire) -> None:
    key = {"inline_keyboard": [[{"text": "Kirim", "callback_data": "x"}]]}
    await wire.result("sendMessage", chat_id=1001, text="a", reply_markup=key)
    await telegram.fails(kind="repeat_tap")
    await sari.taps("Kirim", wait=False)
    first, second = await wire.result("getUpdates", offset=-2)
    assert first["update_id"] + 1 == second["update_id"]
    assert first["callback_query"] == second["callback_query"]


async def test_the_flood_limiter(telegram: Sandbox, sari: Phone, budi: Phone, wire: Wire) -> None:
    await telegram.fails(kind="limit", per_second=30, per_chat=1)
    assert (await wire("sendMessage", chat_id=1001, text="a"))["ok"]
    no = await wire("sendMessage", chat_id=1001, text="b")
    assert (no["error_code"], no["parameters"]) == (429, {"retry_after": 1})
    assert (await wire("sendMessage", chat_id=1002, text="a"))["ok"]


async def test_the_inspector_knows_why(telegram: Sandbox, sari: Phone, wire: Wire) -> None:
    key = {"inline_keyboard": [[{"text": "Kirim", "callback_data": "x"}]]}
    sent = await wire.result("sendMessage", chat_id=1001, text="a", reply_markup=key)
    number = sent["message_id"]
    await sari.taps("Kirim", wait=False)
    await wire.result("editMessageText", chat_id=1001, message_id=number, text="b")
    found = await telegram.message(number)
    assert [call["method"] for call in found["calls"]] == ["sendMessage", "editMessageText"]
    assert [list(u["update"])[1] for u in found["updates"]] == ["callback_query"]
    assert "sari: /start" in await sari.transcript()


async def read_events(url: str, since: int, last: str) -> list[dict[str, Any]]:
    """Events after the cursor until one of this type."""
    found = []
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{url}/sim/events?since={since}") as stream,
    ):
        async for line in stream.content:
            if line.startswith(b"data: "):
                found.append(json.loads(line[6:]))
                if found[-1]["type"] == last:
                    break
    return found


async def test_no_event_is_lost(
    telegram: Sandbox, sari: Phone, wire: Wire, running: Running
) -> None:
    since = (await telegram.state())["cursor"]
    await wire.result("sendChatAction", chat_id=1001, action="typing")
    await wire.result("sendMessage", chat_id=1001, text="a")
    await telegram.clock.advance(1)
    events = await read_events(running.url, since, "clock")
    assert [e["type"] for e in events] == ["typing", "call", "message", "call", "clock"]
    assert [e["cursor"] for e in events] == list(range(since + 1, since + 6))
    again = await read_events(running.url, events[1]["cursor"], "clock")
    assert [(e["cursor"], e["type"]) for e in again] == [
        (e["cursor"], e["type"]) for e in events[2:]
    ]
    assert (await read_events(running.url, 10**9, "reset"))[0]["type"] == "reset"


async def test_a_restart_keeps_everything(tmp_path: Path) -> None:
    first = await sandbox.start(tmp_path)
    async with Sandbox(first.url) as telegram:
        sari = await telegram.person("sari", id=1001, role="Pelaksana")
        await sari.says("/start", wait=False)
        await sari.sends_file(b"bukti" * 99, name="bukti.pdf", wait=False)
        wire = Wire(first.url)
        sent = await wire.result("sendMessage", chat_id=1001, text="Tersimpan")
        updates = await wire.result("getUpdates")
        await telegram.clock.freeze()
        now = await telegram.clock.now()
        await wire.session.close()
    await first.close()
    second = await sandbox.start(tmp_path)
    async with Sandbox(second.url) as telegram:
        sari = telegram.as_("sari")
        assert [m["text"] for m in await sari.chat()] == ["/start", "", "Tersimpan"]
        assert await telegram.clock.now() == now
        wire = Wire(second.url)
        assert await wire.result("getUpdates") == updates
        file = updates[1]["message"]["document"]["file_id"]
        path = (await wire.result("getFile", file_id=file))["file_path"]
        async with wire.session.get(f"{second.url}/file/bot{TOKEN}/{path}") as answer:
            assert await answer.read() == b"bukti" * 99
        more = await wire.result("sendMessage", chat_id=1001, text="Lanjut")
        assert more["message_id"] == sent["message_id"] + 1
        assert [c["method"] for c in await telegram.calls("sendMessage")] == ["sendMessage"] * 2
        await sari.says("baru", wait=False)
        ids = [update["update_id"] for update in await wire.result("getUpdates")]
        assert ids == list(range(ids[0], ids[0] + 3))
        await telegram.reset()
        assert (await telegram.state())["people"] == []
        await wire.session.close()
    await second.close()


async def test_the_page_gets_its_state(telegram: Sandbox, sari: Phone, wire: Wire) -> None:
    await telegram.bot(username="teladan_bot", first_name="Teladan")
    assert (await wire.result("getMe"))["username"] == "teladan_bot"
    await wire.result("sendMessage", chat_id=1001, text="a")
    await telegram.marks([(datetime(2026, 12, 31, tzinfo=UTC), "Tutup")])
    state = await telegram.state()
    assert state["bot"] == {"id": 123456, "username": "teladan_bot", "first_name": "Teladan"}
    assert (state["people"][0]["unread"], state["people"][0]["started"]) == (1, True)
    assert state["marks"] == [{"at": "2026-12-31T00:00:00+00:00", "label": "Tutup"}]
    await sari.reads()
    assert (await telegram.state())["people"][0]["unread"] == 0
    await telegram.bot(token="777:new-token")
    assert (await wire("getMe"))["error_code"] == 401


async def test_what_people_cannot_do_is_one_sentence(telegram: Sandbox, sari: Phone) -> None:
    for verb, body, status, words in (
        ("says", {"text": ""}, 400, "text is missing"),
        ("says", {"text": "a", "chat": "nix"}, 404, "there is no group called nix"),
        ("taps", {}, 400, "say which button: label or data"),
        ("taps", {"data": "x" * 65}, 400, "callback data is 1 to 64 bytes"),
        ("forwards", {"message_id": 99}, 404, "sari sees no message 99"),
        ("follows", {"link": "https://kantor.go.id"}, 400, "that is no t.me link"),
        ("sees", {}, 400, "say what: text, button or toast"),
    ):
        with pytest.raises(Refused, match=f"^{words}$") as no:
            await telegram.ask("POST", f"/people/sari/{verb}", body)
        assert no.value.status == status
    with pytest.raises(Refused, match="there is nobody called nix"):
        await telegram.as_("nix").says("a")
