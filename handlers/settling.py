"""Showing where an update led: the new card comes, the old one goes, menus follow."""

from __future__ import annotations

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeChat, CallbackQuery, Message

from bot.actions.buttons import Drawn
from bot.actions.me import Me
from bot.texts.home import COMMANDS
from handlers.do import Do, GuestDo
from handlers.menu_button import open_by_menu
from handlers.show import Sent, edit, remove, send
from storage import accounts


async def put(do: Do | GuestDo, message: Message, drawn: Drawn, *, said: bool = False) -> None:
    """Show a screen below what the person wrote; the old card goes. `said`: so was its notice."""
    assert message.bot is not None
    if drawn.notice and not said:
        await message.answer(drawn.notice)
    sent = await send(message.bot, message.chat.id, drawn)
    await settle(do, message.bot, message.chat.id, drawn, sent)


async def replace(do: Do | GuestDo, event: CallbackQuery, drawn: Drawn) -> None:
    """Turn the pressed card into the next screen."""
    new = await edit(event, drawn)
    if event.bot is not None and event.message is not None:
        now = new or Sent(event.message.message_id)
        await settle(do, event.bot, event.message.chat.id, drawn, now)


async def settle(do: Do | GuestDo, bot: Bot, chat: int, drawn: Drawn, now: Sent) -> None:
    """Remember which message is the card now; another one that was it before goes."""
    account, card = do.me.account_id, do.me.card
    if account is None:
        return
    if isinstance(do.me, Me):
        await hush(do, bot, chat, do.me.passing, now.passing)
    after = None if drawn.screen.stays else now.card
    do.cards.show(account, None if drawn.screen.stays else do.led, do.me.now)
    if after != card:
        do.cards.put(account, after)
    if card is not None and card != now.card:
        await remove(bot, chat, card)
    if commands := drawn.screen.commands:
        await offer(bot, chat, commands)
        await do.database.run(lambda session: accounts.offer(session, account, commands))
    app = drawn.screen.app
    if app and await open_by_menu(bot, chat, app, do.cards.refusals, do.me.now):
        await do.database.run(lambda session: accounts.put_menu_app(session, account, app))


async def hush(do: Do | GuestDo, bot: Bot, chat: int, before: str, now: tuple[int, ...]) -> None:
    """Take away what showed a secret, and remember what shows one now."""
    shown, account = " ".join(map(str, now)), do.me.account_id
    if shown != before and account is not None:
        await do.database.run(lambda session: accounts.put_passing(session, account, shown))
    for message_id in before.split():
        await remove(bot, chat, int(message_id))


async def offer(bot: Bot, chat: int, commands: str) -> None:
    """Let the phone list the commands that are for this person."""
    listed = [
        BotCommand(command=name, description=str(COMMANDS[name])) for name in commands.split()
    ]
    await bot.set_my_commands(listed, scope=BotCommandScopeChat(chat_id=chat))
