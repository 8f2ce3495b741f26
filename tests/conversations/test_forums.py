"""A forum from the first question to the code in the room, as people meet it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from aiogram.methods import SendDocument
from icalendar import Calendar
from sqlmodel import select

from bot.rules.personal import Look
from bot.screens import Place
from handlers.forums.letters import LETTERS
from handlers.table import Recipient
from storage.forums import Forum
from storage.invitations import Invitation
from storage.outbox import Letter
from tests.cast import Cast
from tests.kit import Person
from tests.looks import looked

TOPIC = "Berbagi <b>praktik</b> & ide"


async def plan(host: Person, seats: str = "1") -> None:
    """Fill everything in, up to the summary."""
    await host.says("/forum")
    await host.taps("Buat kegiatan")
    await host.taps("Rapat")
    await host.says(TOPIC)
    await host.taps("Unit saya & bawahannya")
    await host.says("rabu depan jam 9")
    await host.taps("Ya")
    await host.taps("1 jam 30 menit")
    await host.says("Ruang Garuda")
    await host.says(seats)


async def opened(person: Person) -> str:
    await person.says("/forum")
    return await person.taps(next(label for row in person.card.keyboard for label, _ in row))


def rows(cast: Cast, table: type[Forum] | type[Invitation] | type[Letter]) -> int:
    with cast.database.transaction() as session:
        return len(session.exec(select(table)).all())


def fits(person: Person) -> bool:
    labels = [label for row in person.card.keyboard for label, _ in row]
    return len(person.card.text) <= 900 and len(labels) <= 8 and max(map(len, labels)) <= 24


async def test_every_screen_of_planning_fits_a_phone(cast: Cast) -> None:
    host = cast.kepala
    await plan(host)
    assert host.sees("Rabu, 19 Agustus 2026 pukul 09.00 WIB")
    assert host.sees("Pusat dan bawahannya (7 orang)")
    assert host.sees("Berbagi &lt;b&gt;praktik&lt;/b&gt; &amp; ide")
    await host.taps("Ubah")
    assert fits(host)
    await host.taps("Ubah peserta")
    await host.taps("Pilih unit")
    assert fits(host)
    await host.taps("Layanan")
    await host.taps("Lanjut")
    assert host.sees("Layanan (3 orang)")
    await host.taps("Kirim")
    assert fits(host)
    assert rows(cast, Letter) == 3


async def test_only_leaders_may_invite(cast: Cast) -> None:
    await cast.sari.says("/forum")
    assert "Buat kegiatan" not in cast.sari.screen
    await cast.budi.says("/forum")
    begin = cast.budi.button("Buat kegiatan")
    await cast.sari.taps("x", data=begin)
    assert rows(cast, Forum) == 0
    await cast.maya.says("/forum")
    await cast.maya.taps("Buat kegiatan")
    assert rows(cast, Forum) == 1


async def test_a_draft_waits_for_days_where_it_was_left(cast: Cast) -> None:
    host = cast.budi
    await host.says("/forum")
    await host.taps("Buat kegiatan")
    await host.taps("Workshop")
    await host.says(TOPIC)
    await host.says("/batal")
    cast.sari.office.clock.advance(days=3)
    await host.says("/forum")
    await host.taps("Lanjutkan draf")
    assert host.sees("Langkah 3 dari 7")
    await host.taps("Kembali")
    assert host.sees("Sekarang: Berbagi")


BAD = (
    "   ", "x" * 4000, "\u202e\u200b", "kemarin jam 9", "besok", "abc", "🙂", "<b>", "مرحبا",
)  # fmt: skip


@pytest.mark.parametrize(
    ("reach", "step", "good", "tolerated"),
    [
        ((), 1, "Rapat", ()),
        (("Rapat",), 2, TOPIC, ("kemarin jam 9", "besok", "abc", "🙂", "<b>", "مرحبا")),
        (("Rapat", TOPIC, "Unit saya"), 4, "besok jam 9", ()),
        (("Rapat", TOPIC, "Unit saya", "besok jam 9", "Ya"), 5, "2 jam", ()),
        (
            ("Rapat", TOPIC, "Unit saya", "besok jam 9", "Ya", "2 jam"),
            6,
            "Aula",
            ("kemarin jam 9", "besok", "abc", "🙂", "<b>", "مرحبا"),
        ),
        (("Rapat", TOPIC, "Unit saya", "besok jam 9", "Ya", "2 jam", "Aula"), 7, "30", ()),
    ],
)
async def test_bad_answers_lose_nothing(
    cast: Cast, reach: tuple[str, ...], step: int, good: str, tolerated: tuple[str, ...]
) -> None:
    host = cast.budi
    await host.says("/forum")
    await host.taps("Buat kegiatan")
    for said in reach:
        labels = [label for row in host.card.keyboard for label, _ in row]
        await (host.taps(said) if said in labels else host.says(said))
    for text in BAD:
        if text.strip() and text not in tolerated:
            await host.says(text)
    await host.sends_photo()
    await host.sends_document("a.pdf", "application/pdf", size=25_000_000)
    assert host.sees(f"Langkah {step} dari 7")
    before = host.screen
    await host.says(good)
    assert host.screen != before
    assert f"Langkah {step} dari 7" not in host.screen or "Maksud Anda" in host.screen


async def test_a_typed_time_is_echoed_and_can_be_typed_again(cast: Cast) -> None:
    host = cast.yosef
    with cast.database.transaction() as session:
        draft = Forum(
            host_id=cast.ids["yosef"],
            zone="Asia/Jayapura",
            uid="u",
            kind="forum",
            topic="x",
            audience="everybody",
            created_at=host.office.clock.now(),
        )
        session.add(draft)
    await host.says("/forum")
    await host.taps("Lanjutkan draf")
    await host.says("1 desember jam 9")
    assert host.sees("Selasa, 1 Desember 2026 pukul 09.00 WIT")
    await host.taps("Ubah")
    await host.says("17 agustus pukul 10")
    await host.taps("Ya")
    await host.says("sampai 11.00")
    await host.says("Aula")
    await host.taps("Lewati")
    assert host.sees("hari libur: Hari Kemerdekaan Republik Indonesia")
    assert host.sees("tidak dibatasi")


async def test_sending_twice_or_again_invites_once(cast: Cast) -> None:
    host = cast.budi
    await plan(host)
    send = host.button("Kirim")
    await cast.sari.taps("x", data=send)
    assert rows(cast, Invitation) == 0
    await host.taps("Kirim")
    await host.office.feeds_again()
    first = host.screen
    await host.taps("x", data=send)
    assert (rows(cast, Invitation), rows(cast, Letter)) == (2, 2)
    assert host.screen == first


async def test_the_last_seat_the_waiting_list_and_moving_up(cast: Cast) -> None:
    await plan(cast.budi)
    await cast.budi.taps("Kirim")
    await opened(cast.sari)
    coming = cast.sari.button("Hadir")
    await cast.dedi.taps("x", data=coming)
    assert "belum menjawab" in await opened(cast.dedi)
    await cast.sari.taps("Hadir")
    await cast.sari.office.feeds_again()
    assert cast.sari.sees("Hadir 1 dari 1 kursi")
    assert cast.sari.sees("Jawaban Anda: <b>hadir</b>")
    await opened(cast.dedi)
    await cast.dedi.taps("Hadir")
    assert cast.dedi.sees("nomor 1")
    await cast.sari.taps("Tidak hadir")
    assert "Jawaban Anda: <b>hadir</b>" in await opened(cast.dedi)
    await opened(cast.budi)
    await cast.budi.taps("Daftar peserta")
    assert cast.budi.sees("1. Dedi Pratama (Layanan)")
    assert looked(cast, "budi", "dedi", Look.FORUM)
    assert not looked(cast, "budi", "sari", Look.FORUM), "she is not on this page"


async def test_nobody_else_sees_the_card_or_the_names(cast: Cast) -> None:
    await plan(cast.budi)
    await cast.budi.taps("Kirim")
    card, people = "r.forums.card/1", cast.budi.button("Daftar peserta")
    assert people.startswith("r.forums.people/1")
    await opened(cast.sari)
    assert cast.sari.button("Kalender").startswith("r.forums.file/1")
    await cast.sari.taps("x", data=people)
    await cast.wayan.says("/forum")
    assert TOPIC[:7] not in cast.wayan.screen
    await cast.wayan.taps("x", data=f"{card}.AAAAAAAA")
    assert "Ruang Garuda" not in cast.wayan.screen
    assert "Dedi" not in cast.sari.screen


def sent_calendar(person: Person) -> Calendar:
    (*_, call) = [c for c in person.office.telegram.calls if isinstance(c, SendDocument)]
    assert call.protect_content is False
    content = getattr(call.document, "data", b"")
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar


async def test_the_calendar_file_follows_every_change(cast: Cast) -> None:
    host, guest = cast.budi, cast.sari
    await plan(host)
    await host.taps("Kirim")
    seen = []
    for change in ("", "move", "cancel"):
        if change == "move":
            await opened(host)
            await host.taps("Ubah atau batalkan")
            await host.taps("Waktu lain")
            await host.says("20 agustus 2026 jam 13.30")
            await host.taps("Ya")
            await host.taps("Kirim perubahan")
        if change == "cancel":
            await host.taps("Ubah atau batalkan")
            await host.taps("Batalkan kegiatan")
            await host.says("Narasumber sakit")
            await host.taps("Ya, batalkan")
            await guest.says("/forum")
            await guest.taps("Yang sudah lewat")
            await guest.taps("•")
        else:
            await opened(guest)
        await guest.taps("Kalender")
        calendar = sent_calendar(guest)
        (event,) = calendar.walk("VEVENT")
        seen.append(
            (calendar["METHOD"], event["SEQUENCE"], event["UID"], event.decoded("DTSTART"))
        )
    wib = ZoneInfo("Asia/Jakarta")
    first, second = (
        datetime(2026, 8, 19, 9, tzinfo=wib),
        datetime(2026, 8, 20, 13, 30, tzinfo=wib),
    )
    uid = seen[0][2]
    assert seen == [
        ("REQUEST", 0, uid, first), ("REQUEST", 1, uid, second), ("CANCEL", 2, uid, second),
    ]  # fmt: skip


async def test_a_change_waits_for_its_ya_and_for_kirim(cast: Cast) -> None:
    host = cast.budi
    await plan(host)
    await host.taps("Kirim")
    await host.taps("Ubah atau batalkan")
    await host.taps("Waktu lain")
    for text in ("kemarin jam 9", "x" * 4000, "besok"):
        await host.says(text)
    await host.sends_photo()
    await host.says("17 agustus jam 9")
    assert host.sees("hari libur")
    await host.taps("Ya")
    await host.taps("Tempat lain")
    await host.says("https://rapat.example/abc?x=1&y=2")
    assert rows(cast, Letter) == 2
    tell = host.button("Kirim perubahan")
    await cast.sari.taps("x", data=tell)
    await host.taps("Kirim perubahan")
    await host.taps("x", data=tell)
    assert rows(cast, Letter) == 4
    assert host.sees("Senin, 17 Agustus 2026 pukul 09.00 WIB")
    assert host.sees("abc?x=1&amp;y=2")


async def test_the_code_in_the_room(cast: Cast) -> None:
    host, guest, clock = cast.budi, cast.sari, cast.budi.office.clock
    await plan(host)
    await host.taps("Kirim")
    await opened(guest)
    await guest.taps("Hadir")
    clock.advance(days=6, hours=22, minutes=50)
    await guest.says("/menu")
    await guest.taps("Isi kode hadir")
    await guest.taps("Isi kode hadir")
    await guest.says("123")
    assert guest.sees("Kode itu tidak cocok")
    await guest.office.feeds_again()
    with cast.database.transaction() as session:
        found = select(Invitation).where(Invitation.employee_id == cast.ids["sari"])
        assert session.exec(found).one().tries == 1
    await opened(host)
    shown = await host.taps("Kode hadir")
    code = shown.split("<code>")[1][:7]
    await guest.says(code)
    assert guest.sees("Kehadiran Anda sudah tercatat")
    clock.advance(minutes=1)
    assert await host.taps("Segarkan") != shown
    assert host.sees("Sudah absen: 1 dari 1")


@pytest.mark.parametrize(
    ("what", "asks"),
    [("invited", True), ("moved", True), ("day", True), ("cancelled", None), ("hour", None)],
)
async def test_letters_say_what_is_owed_and_nothing_else(
    cast: Cast, what: str, asks: bool | None
) -> None:
    await plan(cast.budi)
    await cast.budi.taps("Kirim")
    now = cast.budi.office.clock.now().astimezone(ZoneInfo("Asia/Jakarta"))
    with cast.database.transaction() as session:
        to = Recipient(cast.ids["sari"], "Sari", 2, now)
        screen = LETTERS[f"forums.{what}"](session, to, {"forum": 1, "sequence": 0})
        host = Recipient(cast.ids["budi"], "Budi", 1, now)
        assert LETTERS[f"forums.{what}"](session, host, {"forum": 1, "sequence": 0}) is None
    if asks is None:
        assert screen is None
        return
    assert screen is not None
    assert "Rabu, 19 Agustus 2026 pukul 09.00 WIB, sampai 10.30" in screen.text
    assert "Bapak Budi Santoso, S.Sos." in screen.text
    labels = [button.label for row in screen.rows for button in row]
    assert labels == ["Hadir", "Tidak hadir", "Lihat kegiatan"]
    assert screen.rows[0][0].does == Place("forums.answer", (1, "coming", 0))
