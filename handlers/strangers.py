"""What people without an active account, groups, channels and bots are told."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.texts import words
from handlers.show import answer

GROUPS = F.chat.type.in_({"group", "supergroup"})


async def decline_group(message: Message) -> None:
    await message.answer(words.private_only())


async def decline_press(press: CallbackQuery) -> None:
    await answer(press, words.not_available(), alert=True)


async def greet_group(event: ChatMemberUpdated) -> None:
    if event.new_chat_member.status in {"member", "administrator"}:
        assert event.bot is not None
        await event.bot.send_message(event.chat.id, words.private_only())


def routes() -> Router:
    router = Router(name=__name__)
    router.message.register(decline_group, GROUPS, F.text.startswith("/"))
    router.my_chat_member.register(greet_group, GROUPS)
    router.callback_query.register(decline_press)
    return router
