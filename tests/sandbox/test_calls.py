"""What the bot says as JSON is what aiogram says as a form."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
)

from handlers.calls import Calls
from handlers.methods import EditCard, SendCard
from sandbox.client import Phone, Sandbox
from sandbox.server import Running
from tests.sandbox.conftest import TOKEN

SARI = 1001
PROPERTIES = DefaultBotProperties(
    parse_mode="HTML", link_preview=LinkPreviewOptions(is_disabled=True)
)
KEYS = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="Setujui ✓", callback_data="a.b", style="success")]
    ]
)


async def say_everything(bot: Bot, chat: int) -> None:
    sent = await bot.send_message(chat, "<b>Halo</b> “Sari”", reply_markup=KEYS)
    await bot.edit_message_text("Baik", chat_id=chat, message_id=sent.message_id)
    await bot.delete_message(chat, sent.message_id)
    scope = BotCommandScopeChat(chat_id=chat)
    await bot.set_my_commands([BotCommand(command="menu", description="Menu")], scope=scope)
    await bot.send_document(chat, BufferedInputFile(b"isi", "berkas.txt"), caption="<i>Ini</i>")


@pytest.mark.parametrize("kind", [Calls, AiohttpSession])
async def test_both_say_the_same(
    kind: type[AiohttpSession],
    running: Running,
    telegram: Sandbox,
    sari: Phone,
) -> None:
    session = kind(api=TelegramAPIServer.from_base(running.url))
    async with Bot(TOKEN, session=session, default=PROPERTIES) as bot:
        await sari.says("/start", wait=False)
        await say_everything(bot, SARI)
    said: list[tuple[str, dict[str, Any]]] = [
        (call["method"], call["params"]) for call in await telegram.calls()
    ]
    assert [method for method, _ in said[-5:]] == [
        "sendMessage",
        "editMessageText",
        "deleteMessage",
        "setMyCommands",
        "sendDocument",
    ]
    message = said[-5][1]
    assert message["text"] == "<b>Halo</b> “Sari”"
    assert message["parse_mode"] == "HTML"
    assert message["link_preview_options"] == {"is_disabled": True}
    assert message["reply_markup"]["inline_keyboard"][0][0]["text"] == "Setujui ✓"
    assert said[-1][1]["caption"] == "<i>Ini</i>"


async def test_screens_go_and_come_back(running: Running, telegram: Sandbox, sari: Phone) -> None:
    """The two calls of our own: what they say, what is read of the answer, what is refused."""
    session = Calls(api=TelegramAPIServer.from_base(running.url))
    keys = {"inline_keyboard": [[{"text": "Setujui ✓", "callback_data": "a.b"}]]}
    async with Bot(TOKEN, session=session, default=PROPERTIES) as bot:
        await sari.says("/start", wait=False)
        sent = await bot(SendCard(chat_id=SARI, text="<b>Halo</b> “Sari”", reply_markup=keys))
        here = {"chat_id": SARI, "message_id": sent.message_id}
        assert await bot(EditCard(**here, text="Baik")) == sent
        with pytest.raises(TelegramBadRequest, match="not modified"):
            await bot(EditCard(**here, text="Baik"))
        assert await bot.delete_message(SARI, sent.message_id) is True
        with pytest.raises(TelegramBadRequest):
            await bot(EditCard(**here, text="Lagi"))
    said = [call["params"] for call in await telegram.calls("sendMessage")][-1]
    assert said["text"] == "<b>Halo</b> “Sari”"
    assert said["parse_mode"] == "HTML"
    assert said["link_preview_options"] == {"is_disabled": True}
    assert said["reply_markup"] == keys
    assert said["protect_content"] is False
