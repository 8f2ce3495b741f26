"""People on the way in, and what groups, channels and bots are told."""

from __future__ import annotations

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import (
    CallbackQuery,
    ChatMemberUpdated,
    Message,
    ReplyKeyboardRemove,
    TelegramObject,
)
from sqlmodel import Session

from bot.actions import certificates, joining
from bot.actions.guest import Guest as Anybody
from bot.actions.joining import Contact
from bot.rules.certificates import asked
from bot.rules.forum_links import linked
from bot.screens import Place, Went
from bot.texts import words
from handlers import groups
from handlers.attachments import attachment_of, with_seal
from handlers.do import GuestDo
from handlers.joining import DOOR
from handlers.settling import put, replace
from handlers.show import answer
from handlers.surveys import begun, understood
from storage import accounts
from storage.database import Database

GROUPS = F.chat.type.in_({"group", "supergroup"})
BLOCKED = "blocked"
DATA, MY_DATA = "/data_saya", Place("personal.guest")
CHECK, CHECKED = "/cek", Place("certificates.check")


class Guest(BaseFilter):
    """Lets through people without an active account, in a private chat."""

    async def __call__(self, _: TelegramObject, guest: GuestDo | None = None) -> bool:
        return guest is not None


def understand(session: Session, guest: Anybody, text: str) -> Went | Place:
    """A survey, the code of a paper that somebody holds, or a code to come in by."""
    if text.strip().partition("@")[0].lower() == DATA:
        return MY_DATA
    command, _, rest = text.strip().partition(" ")
    if command.partition("@")[0].lower() == CHECK:
        return certificates.look_up(session, guest, rest) if asked(rest) else CHECKED
    if (told := joining.typed_number(session, guest, text)) is not None:
        return told
    if (led := understood(session, guest, text)) is not None:
        return led
    if asked(text) is not None:
        return certificates.look_up(session, guest, text)
    if linked(text) is not None:  # a forum that was announced in public; who one is comes first
        return DOOR
    led = joining.redeem(session, guest, text)
    return begun(session, guest, text) or led if led == DOOR else led


async def say(message: Message, guest: GuestDo) -> None:
    await put(guest, message, await guest(understand, message.text or ""))


async def share(message: Message, guest: GuestDo) -> None:
    drawn = await guest(joining.share, contact_of(message))
    if drawn.notice:
        await message.answer(drawn.notice, reply_markup=ReplyKeyboardRemove())
    await put(guest, message, drawn, said=True)


async def send(message: Message, guest: GuestDo) -> None:
    attachment = attachment_of(message)
    if attachment is None or not certificates.is_paper(attachment):
        await put(guest, message, await guest.open(DOOR))
        return
    try:
        drawn = await guest(certificates.look_at, attachment)
    except certificates.SealWanted:
        sealed = await with_seal(message, attachment)
        drawn = await guest(certificates.look_at, sealed)
    await put(guest, message, drawn)


async def press(event: CallbackQuery, guest: GuestDo) -> None:
    await replace(guest, event, await guest.press(event.data or ""))


async def reached(event: ChatMemberUpdated, database: Database, now: datetime) -> None:
    """Blocking the bot makes a person unreachable; coming back makes up for it."""
    reason = BLOCKED if event.new_chat_member.status == "kicked" else None
    person = event.from_user.id
    await database.run(lambda session: accounts.mark_unreachable(session, person, reason, now))


async def decline(message: Message) -> None:
    await message.answer(words.private_only())


async def decline_press(press: CallbackQuery) -> None:
    await answer(press, words.not_available(), alert=True)


def contact_of(message: Message) -> Contact:
    contact = message.contact
    assert contact is not None
    return Contact(contact.phone_number, contact.user_id, message.forward_origin is not None)


def routes() -> Router:
    router = Router(name=__name__)
    private = F.chat.type == "private"
    router.message.register(share, Guest(), F.contact)
    router.message.register(say, Guest(), F.text)
    router.message.register(send, Guest())
    router.callback_query.register(press, Guest())
    router.my_chat_member.register(reached, private)
    router.message.register(decline, GROUPS, F.text.startswith("/"))
    router.channel_post.register(decline, F.text.startswith("/"))
    groups.events(router)
    router.callback_query.register(decline_press)
    return router
