"""Delivery to a webhook: secret, order, retries, and the method call in the answer."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from sandbox.client import Phone, Sandbox
from tests.sandbox.conftest import Wire
from tests.sandbox.voices import No, Voice

pytestmark = pytest.mark.filterwarnings("ignore:Please use 'Bot")

SECRET = "rahasia_1-A"


class Hook:
    """A bot's web side that answers as it is told and remembers what came."""

    def __init__(self) -> None:
        self.came: asyncio.Queue[web.Request] = asyncio.Queue()
        self.bodies: list[dict[str, Any]] = []
        self.answers: list[Any] = []
        self.url = ""

    async def receive(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.bodies.append(body)
        self.came.put_nowait(request)
        answer = self.answers.pop(0) if self.answers else 200
        if isinstance(answer, int):
            return web.Response(status=answer)
        return web.json_response(answer)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_secret_and_order(voice: Voice, sari: Phone, hook: Hook, telegram: Sandbox) -> None:
    await voice.call("setWebhook", url=hook.url, secret_token=SECRET)
    for word in ("satu", "dua", "tiga"):
        await sari.says(word, wait=False)
    await telegram.idle()
    assert [b["message"]["text"] for b in hook.bodies] == ["/start", "satu", "dua", "tiga"]
    request = await hook.came.get()
    assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
    assert request.content_type == "application/json"
    info = await voice.call("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (hook.url, 0)
    with pytest.raises(
        No, match="can't use getUpdates method while webhook is active; use delete"
    ):
        await voice.call("getUpdates")
    await voice.call("deleteWebhook")
    assert (await voice.call("getWebhookInfo"))["url"] == ""
    assert await voice.call("getUpdates") == []


async def test_a_failure_is_tried_again(
    voice: Voice, sari: Phone, hook: Hook, telegram: Sandbox
) -> None:
    hook.answers = [500, 403]
    await voice.call("setWebhook", url=hook.url)
    await sari.says("kedua", wait=False)
    await telegram.idle()
    assert [b["message"]["text"] for b in hook.bodies] == ["/start"] * 3 + ["kedua"]
    info = await voice.call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 403 Forbidden"


async def test_the_answer_may_carry_a_call(
    voice: Voice, sari: Phone, hook: Hook, telegram: Sandbox
) -> None:
    key = {"inline_keyboard": [[{"text": "Kirim", "callback_data": "x"}]]}
    hook.answers = [
        {"method": "sendMessage", "chat_id": 1001, "text": "Balas", "reply_markup": key},
        {"method": "getMe"},
        {"method": "deleteWebhook"},
    ]
    await voice.call("setWebhook", url=hook.url)
    await sari.says("a", wait=False)
    await sari.says("b")
    assert (await sari.sees("Balas"))["keyboard"][0][0]["text"] == "Kirim"
    calls = [call["method"] for call in await telegram.calls() if call["via"] != "http"]
    assert calls == ["sendMessage"], "neither get… nor deleteWebhook is carried out"


async def test_setting_it_ends_the_poll_and_is_paced(wire: Wire, hook: Hook) -> None:
    assert (await wire("setWebhook", url=hook.url))["description"] == "Webhook was set"
    assert (await wire("setWebhook", url=hook.url))["description"] == "Webhook is already set"
    too_fast = await wire("setWebhook", url=hook.url + "2")
    assert (too_fast["error_code"], too_fast["parameters"]) == (429, {"retry_after": 1})
    assert (await wire("deleteWebhook"))["description"] == "Webhook was deleted"
    assert (await wire("deleteWebhook"))["description"] == "Webhook is already deleted"
