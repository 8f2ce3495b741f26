"""A group for each unit: who connects it, what goes there, and what becomes of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram.types import (
    Chat,
    ChatMemberAdministrator,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    Message,
    User,
)
from sqlmodel import select

from bot.actions.groups.coming import board
from bot.rules.authority import Role
from storage import outbox, printing
from storage.audit import AuditEntry
from storage.grants import Grant
from storage.groups import UnitGroup
from storage.outbox import Kind, Letter, State
from storage.printing import Printing
from tests.cast import Cast
from tests.conftest import NOW
from tests.kit import Person
from tests.post import deliver

ONE, TWO, NEW, OFFICE = -501, -502, -1_000_000_000_501, -900
BOT = User(id=42, is_bot=True, first_name="Teladan")
POWERS: dict[str, Any] = {
    name: True
    for name, one in ChatMemberAdministrator.model_fields.items()
    if one.is_required() and name != "user"
}


async def changes(
    person: Person, chat: int, *, there: bool, kind: str = "group", title: str = "Grup"
) -> None:
    """Put the bot into a group or channel, or take it out."""
    inside = (
        ChatMemberMember(user=BOT)
        if kind != "channel"
        else ChatMemberAdministrator(user=BOT, **POWERS)
    )
    ways = [ChatMemberLeft(user=BOT), inside]
    old, new = ways if there else reversed(ways)
    await person.office.feed(
        my_chat_member=ChatMemberUpdated(
            chat=Chat(id=chat, type=kind, title=title), from_user=person.user,
            date=person.office.clock.now(), old_chat_member=old, new_chat_member=new,
        )
    )  # fmt: skip


async def connects(cast: Cast, person: Person, chat: int, unit: str, title: str = "Grup") -> None:
    await changes(person, chat, there=True, title=title)
    await deliver(cast)
    for label in ("Pilih unit", unit, "Ya, hubungkan"):
        await person.taps(label)
    await deliver(cast)


def heads(cast: Cast, key: str, unit: str) -> None:
    with cast.database.transaction() as session:
        found = Grant(
            employee_id=cast.ids[key], role=Role.HEAD, unit_id=cast.units[unit],
            since=date(2026, 1, 1),
        )  # fmt: skip
        session.add(found)


def rows(cast: Cast) -> dict[int, int | None]:
    with cast.database.transaction() as session:
        return {one.chat_id: one.unit_id for one in session.exec(select(UnitGroup))}


def said(cast: Cast, chat: int) -> list[str]:
    return [one.text for one in cast.sari.office.telegram.bubbles.values() if one.chat_id == chat]


def goes(cast: Cast, unit: str) -> int:
    with cast.database.transaction() as session:
        found = board(session, cast.units[unit])
        return found.chat_id if found else 0


async def test_hr_connects_a_group_and_it_is_greeted(cast: Cast) -> None:
    await changes(cast.maya, ONE, there=True, title="Loket <b>Layanan</b>")
    assert said(cast, ONE) == []
    await deliver(cast)
    assert cast.maya.sees("“Loket &lt;b&gt;Layanan&lt;/b&gt;”")
    await cast.maya.taps("Pilih unit")
    assert cast.maya.card.keyboard[0][0][0] == "Pusat"
    await cast.maya.taps("Layanan")
    assert cast.maya.sees("Hubungkan grup ini?")
    await cast.maya.taps("Ya, hubungkan")
    assert cast.maya.sees("Unit: Layanan")
    await deliver(cast)
    assert len(said(cast, ONE)) == 1
    assert "pengumuman <b>Layanan</b> tampil di sini" in said(cast, ONE)[0]
    assert rows(cast) == {ONE: cast.units["Layanan"]}
    with cast.database.transaction() as session:
        noted = [one.action for one in session.exec(select(AuditEntry).order_by(AuditEntry.id))]  # type: ignore[arg-type]
    assert noted[-2:] == ["groups.add", "groups.connect"]
    await cast.maya.says("/admin")
    for label in ("Data pegawai", "Grup dan kanal", "Loket"):
        await cast.maya.taps(label)
    await cast.maya.taps("Putuskan")
    assert cast.maya.sees("Grup sudah diputuskan")
    assert rows(cast) == {ONE: None}


async def test_a_head_connects_a_channel_to_units_of_their_own_alone(cast: Cast) -> None:
    heads(cast, "budi", "Layanan")
    await changes(cast.budi, TWO, there=True, kind="channel")
    await deliver(cast)
    await cast.budi.taps("Pilih unit")
    assert "Layanan" in cast.budi.screen
    assert "Jayapura" not in cast.budi.screen
    for place in (f"groups.check/1/{cast.units['Jayapura']}", "groups.one/2"):
        await cast.budi.opens(place, cast.database.vault)
        assert cast.budi.sees("tidak tersedia")
    await connects(cast, cast.maya, ONE, "Jayapura", "Papua")
    await cast.budi.says("/tim")
    await cast.budi.taps("Grup dan kanal")
    assert "Papua" not in cast.budi.screen
    await cast.budi.taps("Kembali")
    assert cast.budi.sees("Grup dan kanal")


async def test_of_whoever_may_not_nothing_is_kept(cast: Cast) -> None:
    stranger = cast.sari.office.person(999, "Siapa")
    for who in (cast.sari, stranger):
        await changes(who, ONE, there=True)
        await changes(who, TWO, there=True, kind="channel")
    await deliver(cast)
    assert len(said(cast, ONE)) == 2
    assert all("percakapan pribadi" in one for one in said(cast, ONE))
    assert said(cast, TWO) == []
    assert rows(cast) == {}
    await changes(cast.sari, ONE, there=False)
    await cast.sari.opens("groups.list/0", cast.database.vault)
    assert cast.sari.sees("tidak tersedia")


async def test_posts_go_to_the_nearest_group_upward(cast: Cast) -> None:
    assert goes(cast, "Layanan") == 0
    printing.hand_over(Printing(board=OFFICE), cast.database.engine)
    assert goes(cast, "Layanan") == OFFICE
    await connects(cast, cast.maya, ONE, "Pusat")
    assert (goes(cast, "Pusat"), goes(cast, "Layanan"), goes(cast, "Jayapura")) == (ONE,) * 3
    await connects(cast, cast.maya, TWO, "Layanan")
    assert (goes(cast, "Layanan"), goes(cast, "Jayapura")) == (TWO, ONE)


async def test_another_group_takes_the_place_of_the_first_when_that_is_meant(cast: Cast) -> None:
    await connects(cast, cast.maya, ONE, "Layanan", "Lama")
    await changes(cast.rina, TWO, there=True, title="Baru")
    await deliver(cast)
    await cast.rina.taps("Pilih unit")
    await cast.rina.taps("Layanan")
    assert cast.rina.sees("Selama ini “Lama” terhubung dengan unit itu")
    await cast.maya.opens("groups.one/1", cast.database.vault)
    await cast.maya.taps("Putuskan")
    await cast.rina.taps("Ya, hubungkan")
    assert cast.rina.sees("sudah berubah")
    await cast.rina.taps("Ya, hubungkan")
    assert rows(cast) == {ONE: None, TWO: cast.units["Layanan"]}


async def test_a_group_that_became_a_supergroup_stays_connected(cast: Cast) -> None:
    await connects(cast, cast.maya, ONE, "Layanan")
    await changes(cast.maya, NEW, there=True, kind="supergroup")  # as if it were another
    await cast.maya.office.feed(
        message=Message(
            message_id=9, date=NOW, chat=Chat(id=ONE, type="group"), from_user=cast.maya.user,
            migrate_to_chat_id=NEW,
        )
    )  # fmt: skip
    assert rows(cast) == {NEW: cast.units["Layanan"]}


async def test_a_new_title_is_followed_in_groups_and_channels(cast: Cast) -> None:
    await connects(cast, cast.maya, ONE, "Layanan", "Lama")
    await changes(cast.maya, TWO, there=True, kind="channel", title="Kanal lama")
    by: dict[str, Any] = {"message_id": 9, "date": NOW, "from_user": cast.maya.user}
    group = Message(chat=Chat(id=ONE, type="group"), new_chat_title="Loket & warga", **by)
    channel = Message(chat=Chat(id=TWO, type="channel"), new_chat_title="Kabar kantor", **by)
    elsewhere = Message(chat=Chat(id=-77, type="group"), new_chat_title="Bukan kami", **by)
    await cast.maya.office.feed(message=group)
    await cast.maya.office.feed(message=elsewhere)
    await cast.maya.office.feed(channel_post=channel)
    await cast.maya.opens("groups.list/0", cast.database.vault)
    assert cast.maya.sees("Loket &amp; warga")
    assert cast.maya.sees("Kabar kantor")
    assert "Lama" not in cast.maya.screen


async def test_whoever_connected_it_hears_once_that_the_bot_was_removed(cast: Cast) -> None:
    await connects(cast, cast.maya, ONE, "Pusat")
    await connects(cast, cast.maya, TWO, "Layanan")
    with cast.database.transaction() as session:
        for number, edits in ((1, None), (2, 77)):
            kind = Kind.CARD if edits else Kind.REMINDER
            outbox.put(
                session, f"t{number}", kind, "groups.greeting", NOW, chat_id=TWO, edits=edits,
                facts={"group": 1, "unit": cast.units["Pusat"], "number": number},
            )  # fmt: skip
    for _ in range(2):
        await changes(cast.sari, TWO, there=False)
    assert rows(cast) == {ONE: cast.units["Pusat"]}
    before = len(said(cast, ONE))
    await deliver(cast)
    assert len(said(cast, ONE)) == before + 1, "what waited goes to the next group upward"
    with cast.database.transaction() as session:
        states = dict(session.exec(select(Letter.key, Letter.state)).all())
    assert (states["t1"], states["t2"]) == (State.SENT, State.DROPPED)
    told = [b.text for b in cast.maya.bubbles if "tidak lagi berada di grup" in b.text]
    assert len(told) == 1
    assert "dikirim ke grup Pusat" in told[0]
