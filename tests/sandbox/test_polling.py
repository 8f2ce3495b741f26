"""getUpdates: offsets, subscriptions, the held line, conflicts, life times."""

import asyncio
import time

import pytest

from sandbox.client import Phone, Sandbox
from sandbox.server import Running
from tests.sandbox.conftest import TOKEN, Wire, line_is_held
from tests.sandbox.voices import No, Voice

pytestmark = pytest.mark.filterwarnings("ignore:Please use 'Bot")


async def texts(voice: Voice, **params: object) -> list[str]:
    return [u["message"]["text"] for u in await voice.call("getUpdates", **params)]


async def test_offsets(voice: Voice, sari: Phone) -> None:
    for word in ("satu", "dua", "tiga", "empat"):
        await sari.says(word, wait=False)
    everything = ["/start", "satu", "dua", "tiga", "empat"]
    assert await texts(voice) == everything
    assert await texts(voice) == everything, "an update that is not confirmed comes again"
    first = (await voice.call("getUpdates", limit=1))[0]["update_id"]
    assert await texts(voice, offset=first + 2) == ["dua", "tiga", "empat"]
    assert await texts(voice, offset=-2) == ["tiga", "empat"]
    assert await texts(voice) == ["tiga", "empat"], "a negative offset forgets the rest"
    assert await texts(voice, offset=first + 5) == []
    assert await texts(voice) == []


async def test_ids_grow_by_one(voice: Voice, sari: Phone, budi: Phone) -> None:
    await sari.says("a", wait=False)
    ids = [update["update_id"] for update in await voice.call("getUpdates")]
    assert ids == list(range(ids[0], ids[0] + 3))


async def test_the_held_line_is_answered_at_once(
    voice: Voice, sari: Phone, running: Running
) -> None:
    last = (await voice.call("getUpdates"))[-1]["update_id"]
    line = asyncio.ensure_future(voice.call("getUpdates", offset=last + 1, timeout=20))
    await line_is_held(running)
    begin = time.monotonic()
    await sari.says("bangun", wait=False)
    updates = await line
    assert updates[0]["message"]["text"] == "bangun"
    assert time.monotonic() - begin < 0.5


async def test_the_older_poll_gets_the_conflict(
    voice: Voice, sari: Phone, running: Running
) -> None:
    await voice.call("getUpdates", offset=-1)
    last = (await voice.call("getUpdates"))[-1]["update_id"]
    older = asyncio.ensure_future(voice.call("getUpdates", offset=last + 1, timeout=20))
    await line_is_held(running)
    second = type(voice)(running.url, TOKEN)
    await second.open()
    younger = asyncio.ensure_future(second.call("getUpdates", offset=last + 1, timeout=20))
    with pytest.raises(No, match="terminated by other getUpdates request; make sure that only"):
        await asyncio.wait_for(older, 5)
    await sari.says("halo", wait=False)
    assert (await younger)[0]["message"]["text"] == "halo"
    await second.close()


async def test_subscription(voice: Voice, sari: Phone, wire: Wire) -> None:
    await voice.call("getUpdates", offset=-1, allowed_updates=["callback_query", "no_such"])
    await sari.says("tidak terdengar", wait=False)
    await wire("getUpdates", allowed_updates="not json")
    await wire("getUpdates")
    await sari.says("juga tidak", wait=False)
    assert await texts(voice) == ["/start"], "missing or malformed keeps the subscription"
    await voice.call("getUpdates", allowed_updates=[])
    await sari.says("terdengar", wait=False)
    assert (await texts(voice))[-1] == "terdengar"


async def test_life_times(voice: Voice, sari: Phone, telegram: Sandbox) -> None:
    key = {"inline_keyboard": [[{"text": "Kirim", "callback_data": "x"}]]}
    await voice.call("sendMessage", chat_id=1001, text="Kartu", reply_markup=key)
    await sari.taps("Kirim", wait=False)
    await sari.says("teks", wait=False)
    await telegram.clock.advance(149)
    assert len(await voice.call("getUpdates")) == 3
    await telegram.clock.advance(2)
    assert await texts(voice) == ["/start", "teks"], "a tap lives 150 seconds"
    await telegram.clock.advance(hours=23)
    assert await texts(voice) == ["/start", "teks"]
    await telegram.clock.advance(hours=1)
    assert await texts(voice) == []
    inspected = await telegram.message(2)
    assert [update["state"] for update in inspected["updates"]] == ["expired"]


async def test_numbers_out_of_range_are_clamped(wire: Wire, sari: Phone) -> None:
    await sari.says("dua", wait=False)
    assert len(await wire.result("getUpdates", limit=0, timeout=-5)) == 1
    assert len(await wire.result("getUpdates", limit="ngawur", offset="ngawur")) == 2
