"""Telegram's exact words for everything it refuses, heard through both libraries."""

from typing import Any

import pytest
from aiohttp import ClientSession

from sandbox.client import Phone, Sandbox
from tests.sandbox.conftest import Wire
from tests.sandbox.voices import No, Voice

pytestmark = pytest.mark.filterwarnings("ignore:Please use 'Bot")

S = 1001


def keyboard(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "Kirim", **button}]]}


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"chat_id": S, "text": ""}, "message text is empty"),
    ("sendMessage", {"chat_id": S, "text": " \n\u200b"}, "text must be non-empty"),
    ("sendMessage", {"chat_id": S, "text": "a" * 4097}, "message is too long"),
    ("sendMessage", {"chat_id": S, "text": "a" * 32769}, "text is too long"),
    ("sendMessage", {"chat_id": 999, "text": "a"}, "chat not found"),
    ("sendMessage", {"chat_id": "", "text": "a"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": S, "text": "a", "parse_mode": "XML"}, "unsupported parse_mode"),
    (
        "sendMessage",
        {"chat_id": S, "text": "Budi <Kepala Seksi>", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "kepala" at byte offset 5',
    ),
    (
        "sendMessage",
        {"chat_id": S, "text": "a", "reply_markup": keyboard(callback_data="é" * 33)},
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": S, "text": "a", "reply_markup": keyboard()},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"chat_id": S, "text": "a", "reply_markup": keyboard(url="bukan alamat")},
        "inline keyboard button URL 'bukan alamat' is invalid: Wrong HTTP URL",
    ),
    (
        "sendMessage",
        {"chat_id": S, "text": "a", "reply_parameters": {"message_id": 999}},
        "message to be replied not found",
    ),
    ("sendChatAction", {"chat_id": S, "action": "dance"}, "wrong parameter action in request"),
    (
        "editMessageText",
        {"chat_id": S, "message_id": 999, "text": "a"},
        "message to edit not found",
    ),
    ("editMessageText", {"chat_id": S, "message_id": 1, "text": "a"}, "message can't be edited"),
    ("deleteMessage", {"chat_id": S, "message_id": 999}, "message to delete not found"),
    (
        "copyMessage",
        {"chat_id": S, "from_chat_id": S, "message_id": 999},
        "message to copy not found",
    ),
    (
        "forwardMessage",
        {"chat_id": S, "from_chat_id": S, "message_id": 999},
        "message to forward not found",
    ),
    (
        "answerCallbackQuery",
        {"callback_query_id": "7"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    ("getFile", {"file_id": "nothing"}, "invalid file_id"),
    (
        "sendDocument",
        {"chat_id": S, "document": "nothing"},
        "wrong remote file identifier specified: Wrong padding in the string",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "a" * 33, "description": "a"}]},
        "command length must not exceed 32",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "Nilai", "description": "a"}]},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setWebhook",
        {"url": "http://kantor.go.id/hook"},
        "bad webhook: An HTTPS URL must be provided for webhook",
    ),
    (
        "setWebhook",
        {"url": "http://127.0.0.1:1/", "secret_token": "é"},
        "secret token contains unallowed characters",
    ),
    (
        "setWebhook",
        {"url": "http://127.0.0.1:1/", "secret_token": "a" * 257},
        "secret token is too long",
    ),
]


async def test_refusals_have_telegrams_words(voice: Voice, sari: Phone) -> None:
    for method, params, words in REFUSED:
        with pytest.raises(No) as no:
            await voice.call(method, **params)
        assert str(no.value).lower() == words.lower(), (method, params)


async def test_why_a_person_cannot_be_reached(
    voice: Voice, sari: Phone, telegram: Sandbox
) -> None:
    await telegram.person("citra", id=1003)

    async def refusal(number: int) -> str:
        with pytest.raises(No) as no:
            await voice.call("sendMessage", chat_id=number, text="Halo")
        return str(no.value)

    assert await refusal(1003) == "bot can't initiate conversation with a user"
    await sari.blocks(wait=False)
    assert await refusal(S) == "bot was blocked by the user"
    await sari.unblocks(wait=False)
    await voice.call("sendMessage", chat_id=S, text="Halo lagi")
    kinds = [update["my_chat_member"] for update in await voice.call("getUpdates", offset=-2)]
    assert [one["new_chat_member"]["status"] for one in kinds] == ["kicked", "member"]
    await sari.deactivates()
    assert await refusal(S) == "user is deactivated"


ADDRESSES = [
    ("/bot123456:AAtest-token", 404, "Not Found"),
    ("/bot123456:AAtest-token/noSuchThing", 404, "Not Found: method not found"),
    ("/bot0123:abc/getMe", 401, "Unauthorized: invalid token specified"),
    ("/botabc/getMe", 401, "Unauthorized: invalid token specified"),
    ("/bot1:" + "a" * 90 + "/getMe", 401, "Unauthorized: invalid token specified"),
    ("/bot999:other-token/getMe", 401, "Unauthorized"),
]


@pytest.mark.parametrize(("path", "status", "words"), ADDRESSES)
async def test_addressing(wire: Wire, path: str, status: int, words: str) -> None:
    origin = wire.base.split("/bot")[0]
    async with wire.session.get(origin + path) as answer:
        body = await answer.json()
    assert (answer.status, body["error_code"], body["description"]) == (status, status, words)


async def test_a_named_bot_takes_the_first_good_token(telegram: Sandbox) -> None:
    await telegram.bot(username="teladan_bot")
    async with ClientSession() as web:
        for token, status in (("abc:x", 401), ("5:first", 200), ("6:second", 401)):
            async with web.get(f"{telegram.url}/bot{token}/getMe") as answer:
                assert (answer.status, token) == (status, token)
                body = await answer.json()
            if status == 200:
                assert (body["result"]["id"], body["result"]["username"]) == (5, "teladan_bot")


async def test_methods_ignore_case_and_take_get_and_form(wire: Wire, sari: Phone) -> None:
    address = f"{wire.base}/SENDmessage"
    async with wire.session.get(address, params={"chat_id": "1001", "text": "a"}) as answer:
        assert (await answer.json())["result"]["text"] == "a"
    form = {"chat_id": "1001", "text": "b", "disable_notification": "TRUE"}
    async with wire.session.post(address, data=form) as answer:
        assert (await answer.json())["ok"]
    assert [m["silent"] for m in await sari.chat()] == [False, False, True]


async def test_only_this_machine_is_answered(wire: Wire) -> None:
    for name in ("Host", "Origin"):
        headers = {name: "http://jahat.example" if name == "Origin" else "jahat.example"}
        async with wire.session.get(f"{wire.base}/getMe", headers=headers) as answer:
            assert answer.status == 403
