"""Groups and channels of units: what happens in them, and the screens that connect them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.types import ChatMemberRestricted, ChatMemberUpdated, Message
from sqlmodel import Session

from bot.actions.groups import coming, keeping
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import groups as texts
from bot.texts import words
from handlers.lists import turns
from handlers.table import Recipient, Shown, Table
from storage import groups
from storage.database import Database

SHARED = F.chat.type.in_({"group", "supergroup", "channel"})
MENU = Button(words.MENU, opens=Place("home.menu"))
DESK = Button(words.BACK, opens=Place("desk.staff"))
UNITS = Button(words.BACK, opens=place("overview.home", 0))
LIST = Button(words.BACK, opens=place("groups.list", 0))


async def change(event: ChatMemberUpdated, database: Database, now: datetime) -> None:
    """The bot came into a group or channel, or went."""
    was, there = _there(event.old_chat_member), _there(event.new_chat_member)
    chat, by = event.chat, event.from_user.id
    if there and not was:
        title = chat.title or ""
        ours = await database.run(lambda session: coming.joined(session, by, chat.id, title, now))
        if not ours and chat.type != "channel":
            assert event.bot is not None
            await event.bot.send_message(chat.id, words.private_only())
    elif was and not there:
        await database.run(lambda session: coming.left(session, chat.id, now))


async def follow(message: Message, database: Database, now: datetime) -> None:
    """A group became a supergroup."""
    old, new = message.chat.id, message.migrate_to_chat_id
    assert new is not None
    await database.run(lambda session: coming.moved(session, old, new, now))


async def rename(message: Message, database: Database) -> None:
    """A group or channel is called otherwise."""
    chat, title = message.chat.id, message.new_chat_title
    assert title is not None
    await database.run(lambda session: groups.rename(session, chat, title))


def _there(member: object) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return getattr(member, "status", "") in {"member", "administrator", "creator"}


def draw_list(at: keeping.Listed) -> Screen:
    rows = [
        [Button(words.fitting(title), opens=place("groups.one", number))]
        for number, title, _ in at.items
    ]
    row = turns(at.page, at.pages, 1, lambda page: place("groups.list", page))
    text = texts.listed([(title, unit) for _, title, unit in at.items], at.page, at.pages)
    ways = [DESK if at.desk else UNITS, MENU]
    return Screen(text, [*rows, row, ways] if row else [*rows, ways])


def draw_one(at: keeping.Group) -> Screen:
    label = texts.CHANGE if at.unit_id else texts.CHOOSE
    rows = [[Button(label, opens=place("groups.units", at.id, 0))]]
    if at.unit_id:
        does = place("groups.disconnect", at.id, at.unit_id)
        rows.append([Button(texts.END, does=does, style=Style.BAD)])
    return Screen(texts.card(at.title, at.unit, at.since), [*rows, [LIST, MENU]])


def draw_choice(at: keeping.Choice) -> Screen:
    number = at.group.id
    rows = [
        [Button(words.fitting(name), opens=place("groups.check", number, unit))]
        for unit, name in at.units
    ]
    row = turns(at.page, at.pages, 1, lambda page: place("groups.units", number, page))
    back = Button(words.BACK, opens=place("groups.one", number))
    return Screen(texts.ask(at.group.title, at.page, at.pages), [*rows, [*row, back]])


def draw_check(at: keeping.Check) -> Screen:
    number = at.group.id
    does = place("groups.connect", number, at.unit_id, at.before, at.group.unit_id)
    sure = Button(texts.REALLY, does=does, style=Style.GOOD)
    back = Button(words.BACK, opens=place("groups.units", number, 0))
    return Screen(texts.check(at.group.title, at.unit, at.before_title), [[sure], [back, MENU]])


def write_asked(session: Session, _to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = groups.get(session, facts["group"])
    if row is None or row.unit_id is not None:
        return None
    choose = Button(texts.CHOOSE, opens=place("groups.units", facts["group"], 0))
    return Screen(texts.asked(row.title), [[choose]])


def write_greeting(session: Session, _to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    unit = keeping.greeted(session, facts["group"], facts["unit"])
    return Screen(texts.greeting(unit)) if unit else None


def write_lost(session: Session, _to: Recipient, facts: Mapping[str, Any]) -> Screen:
    unit, now = keeping.unit_and_next(session, facts["unit"])
    goes = texts.whose(now.unit) if now else None
    return Screen(texts.lost(unit, goes), [[Button(texts.SEE, opens=place("groups.list", 0))]])


def write_muted(session: Session, _to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = groups.get(session, facts["group"])
    if row is None or row.unit_id is None:
        return None
    see = Button(texts.SEE_ONE, opens=place("groups.one", facts["group"]))
    return Screen(texts.muted(row.title), [[see]])


def events(router: Router) -> None:
    router.message.register(follow, SHARED, F.migrate_to_chat_id)
    for posts in (router.message, router.channel_post):
        posts.register(rename, SHARED, F.new_chat_title)
    router.my_chat_member.register(change, SHARED)


def routes() -> Table:
    return Table(
        places={
            "groups.list": Shown(keeping.listed, draw_list),
            "groups.one": Shown(keeping.one, draw_one),
            "groups.units": Shown(keeping.choice, draw_choice),
            "groups.check": Shown(keeping.check, draw_check),
        },
        acts={"groups.connect": keeping.connect, "groups.disconnect": keeping.disconnect},
        letters={
            coming.ASKED: write_asked,
            keeping.GREETING: write_greeting,
            coming.LOST: write_lost,
            coming.MUTED: write_muted,
        },
    )
