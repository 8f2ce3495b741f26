"""Chats of people who may not open the dashboard any more get their usual menu button back."""

from __future__ import annotations

from sqlmodel import Session
from telegram import MenuButtonDefault
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.courier.outcomes import Verdict, outcome_of
from storage import accounts
from storage.accounts import MenuButton
from storage.database import Database

AT_ONCE = 20
LATER = (Verdict.OFFLINE, Verdict.AMBIGUOUS, Verdict.TOO_FAST, Verdict.LOCKED_OUT)


async def put_back_menus(database: Database, bot: ExtBot[int], address: str) -> bool:
    """One batch of those that open another address than this; whether there may be more.

    Telegram takes the same twice. Whom it does not reach has no button any more.
    """

    def find(session: Session) -> list[MenuButton]:
        return list(accounts.stale_menus(session, address, AT_ONCE))

    found = await database.run(find, reading=True)
    done = []
    for one in found:
        if not one.again and not await _put_back(bot, one.telegram_id):
            break
        done.append(one.account_id)

    def forget(session: Session) -> None:
        for account in done:
            accounts.put_menu_app(session, account, "")

    if done:
        await database.run(forget)
    return len(done) == AT_ONCE


async def _put_back(bot: ExtBot[int], chat: int) -> bool:
    try:
        await bot.set_chat_menu_button(chat, MenuButtonDefault())
    except TelegramError as error:
        return outcome_of(error).verdict not in LATER
    return True
