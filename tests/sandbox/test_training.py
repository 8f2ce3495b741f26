"""Tools of trainers and testers: recording, stopping the bot, lost and aged things."""

from __future__ import annotations

import asyncio
import re

import pytest

from sandbox.client import Phone, Refused, Sandbox
from tests.sandbox.conftest import Wire

MENU = {"inline_keyboard": [[{"text": "Kirim", "callback_data": "send/7"}]]}
SAID = "Berkas sudah <b>lengkap</b>\nApa lagi?"


async def test_what_is_clicked_becomes_a_test_that_plays_it_again(
    telegram: Sandbox, sari: Phone, wire: Wire
) -> None:
    await telegram.ask("POST", "/recording", {"on": True})
    await sari.says("/menu", wait=False)
    await wire.result("sendMessage", chat_id=1001, text=SAID, reply_markup=MENU, parse_mode="HTML")
    seen = await sari.last()
    await sari.taps(data="send/7", message_id=seen["message_id"], wait=False)
    await wire.result("editMessageText", chat_id=1001, message_id=seen["message_id"], text="Baik.")
    await telegram.clock.to("2026-12-01T02:00:00+00:00")
    await telegram.fails("sendMessage", 429, retry_after=5)
    await sari.sends_file(b"%PDF-1.7 contoh", name="surat.pdf", wait=False)
    shown = await telegram.ask("POST", "/recording", {"on": False})
    await sari.says("tidak direkam", wait=False)
    assert shown == {"on": False, "steps": 5}
    written = await telegram.ask("GET", "/recording")
    assert re.findall(r"^        (.+)$", written, re.M) == [
        "await telegram.as_('sari').says('/menu')",
        "await telegram.as_('sari').sees('Berkas sudah lengkap')",
        "await telegram.as_('sari').taps('Kirim')",
        "await telegram.as_('sari').sees('Baik.')",
        "await telegram.clock.to('2026-12-01T02:00:00+00:00')",
        "await telegram.fails(kind='status', method='sendMessage', status=429, retry_after=5)",
        "await telegram.as_('sari').sends_file(b64decode(\"JVBERi0xLjcgY29udG9o\"), "
        "kind='document', name='surat.pdf')",
    ]
    compile(written, "test_rekaman.py", "exec")


async def test_an_empty_recording_is_a_test_too(telegram: Sandbox) -> None:
    await telegram.ask("POST", "/recording", {"on": True})
    assert "assert await telegram.state()" in await telegram.ask("GET", "/recording")


async def test_a_press_is_lost_once(telegram: Sandbox, sari: Phone, wire: Wire) -> None:
    await wire.result("sendMessage", chat_id=1001, text="Menu", reply_markup=MENU)
    await telegram.fails(kind="lose_tap")
    await sari.taps("Kirim", wait=False)
    assert (await telegram.state())["open_taps"] == []
    await sari.taps("Kirim", wait=False)
    updates = await wire.result("getUpdates")
    assert [one["callback_query"]["data"] for one in updates if "callback_query" in one] == [
        "send/7"
    ]


async def test_an_aged_message_cannot_be_deleted(
    telegram: Sandbox, sari: Phone, wire: Wire
) -> None:
    sent = await wire.result("sendMessage", chat_id=1001, text="Kartu")
    await telegram.ask("POST", f"/messages/{sent['message_id']}/age")
    refused = await wire("deleteMessage", chat_id=1001, message_id=sent["message_id"])
    assert refused["ok"] is False
    with pytest.raises(Refused, match="no such message"):
        await telegram.ask("POST", "/messages/999999/age")


async def test_who_starts_the_bot_hears_what_the_page_wants(telegram: Sandbox) -> None:
    with pytest.raises(Refused, match="nobody here"):
        await telegram.ask("POST", "/wanted", {"wanted": "stopped"})
    first = await telegram.ask("GET", "/wanted")
    assert (first["wanted"], first["there"]) == ("running", True)
    query = {"version": first["version"], "wait": 20}
    asking = asyncio.ensure_future(telegram.ask("GET", "/wanted", query=query))
    await telegram.ask("POST", "/wanted", {"wanted": "killed"})
    assert (await asyncio.wait_for(asking, 5))["wanted"] == "killed"
    with pytest.raises(Refused, match="wanted is one of"):
        await telegram.ask("POST", "/wanted", {"wanted": "asleep"})
