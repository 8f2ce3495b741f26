"""Buttons that were issued: foreign ones do nothing, spent ones do nothing again."""

from __future__ import annotations

from datetime import date

import pytest
from aiogram.types import CallbackQuery, Chat
from sqlmodel import select

from bot.actions.buttons import LIMIT
from bot.texts import words
from handlers.conversations import whole_table
from handlers.letters import render
from storage.outbox import Letter
from tests.authority.world import World
from tests.cast import Cast
from tests.conversations.telling import sends, tells
from tests.conversations.test_forums import plan
from tests.kit import Office
from tests.quarter import CALIBRATION, RATING, moves_to, proposes, rates, reports


async def play(cast: Cast) -> None:
    """An achievement, a forum, a person at the desk, a quarter from the report to the award."""
    await sends(cast)
    await cast.budi.says("/menu")
    await cast.budi.taps("Prestasi Sari")
    await cast.budi.taps("Nilai")
    await cast.budi.taps("4")
    await cast.budi.taps("Setujui")
    await tells(cast.dedi, upto="category")
    await plan(cast.budi)
    await cast.budi.taps("Kirim")
    await cast.sari.says("/forum")
    await cast.maya.says("/admin")
    await cast.maya.taps("Cari")
    await cast.maya.says("Dedi")
    await cast.maya.taps("1. Dedi")
    await cast.maya.taps("Catat cuti")
    await cast.sari.says("/pengaturan")
    moves_to(cast, date(2026, 8, 12))
    await reports(cast.sari)
    moves_to(cast, RATING)
    for superior, name in (
        ("budi", "Sari"),
        ("budi", "Dedi"),
        ("budi", "Yosef"),
        ("kepala", "Budi"),
    ):
        await rates(cast.people[superior], name, 5 if name == "Sari" else 4)
    moves_to(cast, CALIBRATION)
    await proposes(cast.wayan, "1. Sari")
    await cast.kepala.says("/penghargaan")
    await cast.kepala.taps("Putuskan: Sari")


def ever_issued(office: Office, cast: Cast) -> dict[int, set[str]]:
    """All data of buttons that any message or letter ever carried, by the chat it went to."""
    found: dict[int, set[str]] = {}
    for call in office.telegram.calls:
        markup = getattr(call, "reply_markup", None)
        if isinstance(markup, dict):
            some = found.setdefault(int(getattr(call, "chat_id", 0)), set())
            rows = markup.get("inline_keyboard", [])
            some |= {one["callback_data"] for row in rows for one in row if "callback_data" in one}
    with cast.database.transaction() as session:
        for letter in session.exec(select(Letter)):
            out = render(whole_table().letters, session, letter, letter.created_at)
            if out is not None:
                data = {key.data for row in out.drawn.rows for key in row if key.data}
                found.setdefault(out.chat_id, set()).update(data)
    return found


@pytest.mark.timeout(240)
async def test_every_button_ever_issued_does_nothing_for_anybody_else(
    cast: Cast, office: Office
) -> None:
    await play(cast)
    issued = ever_issued(office, cast)
    assert sum(map(len, issued.values())) > 200
    assert sum(data.startswith("a.") for some in issued.values() for data in some) > 60
    assert max(len(data.encode()) for some in issued.values() for data in some) <= LIMIT
    world = World(cast, cast.database)
    world.keep()
    stranger = office.person(999, "Orang")
    for person in (*cast.people.values(), stranger):
        office.telegram.toasts.clear()
        office.telegram.calls.clear()
        foreign = [
            d for owner, some in issued.items() if owner != person.telegram_id for d in some
        ]
        for data in foreign:
            await person.taps("", data=data)
        assert person.toasts == [words.not_available()] * len(foreign)
        assert len(office.telegram.calls) == len(foreign)  # an alert, and nothing else
        assert world.effects() == []


async def test_siblings_die_together_and_a_repeat_shows_what_was_done(cast: Cast) -> None:
    await sends(cast)
    await cast.budi.opens("achievements.queue", cast.database.vault)
    await cast.budi.taps("Nilai")
    four, five = cast.budi.button("4"), cast.budi.button("5")
    await cast.budi.taps("", data=four)
    shown = cast.budi.screen
    world = World(cast, cast.database)
    world.keep()
    for data in (five, four):
        assert await cast.budi.taps("", data=data) == shown
        assert "Sudah tercatat pukul" in cast.budi.toasts[-1]
    assert world.effects() == []


async def test_a_button_works_in_its_own_chat_only(cast: Cast) -> None:
    """A copy of a card in a group is no card, not even for the person it was made for."""
    await cast.sari.says("/prestasi")
    world, office, sari = World(cast, cast.database), cast.sari.office, cast.sari
    world.keep()
    for data in (sari.button("Buat baru"), sari.button("Menu")):
        elsewhere = office.telegram._message(sari.card).model_copy(
            update={"chat": Chat(id=-100, type="supergroup")}
        )
        office.telegram.toasts.clear()
        await office.feed(
            callback_query=CallbackQuery(
                id=f"{sari.telegram_id}-9", from_user=sari.user, chat_instance="1",
                message=elsewhere, data=data,
            )
        )  # fmt: skip
        assert sari.toasts == [words.not_available()]
    assert world.effects() == []
