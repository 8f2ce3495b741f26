"""A real aiogram bot on the sandbox: the shortest way through everything."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from sandbox.client import Phone, Refused, Sandbox
from sandbox.server import Running
from tests.sandbox.conftest import TOKEN


@pytest.fixture
async def echo(running: Running) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(running.url))
    bot, dispatcher = Bot(TOKEN, session=session), Dispatcher()

    @dispatcher.message(F.text)
    async def answer(message: Message) -> None:
        key = InlineKeyboardButton(text="Kirim", callback_data="send")
        await message.answer(
            f"Anda menulis {message.text}",
            reply_markup=InlineKeyboardMarkup(inline_keyboard=[[key]]),
        )

    @dispatcher.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("Terkirim")
        await query.answer("Baik")

    polling = asyncio.ensure_future(dispatcher.start_polling(bot, handle_signals=False))
    yield bot
    await dispatcher.stop_polling()
    await polling
    await session.close()


async def test_a_person_talks_with_a_bot(echo: Bot, sari: Phone, telegram: Sandbox) -> None:
    await telegram.idle()
    await sari.says("/mulai")
    await sari.sees("Anda menulis /mulai")
    await sari.sees_button("Kirim")
    await sari.taps("Kirim")
    assert [m["text"] for m in await sari.chat()] == [
        "/start",
        "Anda menulis /start",
        "/mulai",
        "Terkirim",
    ]
    assert [t["text"] for t in await sari.toasts()] == ["Baik"]
    with pytest.raises(Refused, match=r"sari does not see 'Gagal'(.|\n)*bot: Terkirim"):
        await sari.sees("Gagal", timeout=0.05)
    methods = [call["method"] for call in await telegram.calls() if call["method"] != "getUpdates"]
    assert methods == [
        "getMe",
        "sendMessage",
        "sendMessage",
        "editMessageText",
        "answerCallbackQuery",
    ]
