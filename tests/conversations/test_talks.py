"""A talk from the proposed time to what it was worth, as both see it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.actions import talks
from storage.duties import Duty, DutyKind
from storage.outbox import Letter
from storage.talks import Talk, TalkRating, TalkUse
from tests.cast import Cast
from tests.quarter import moves_to


@pytest.fixture
def settled(cast: Cast) -> Cast:
    """Wednesday, 2 September 2026: the last month of the quarter."""
    moves_to(cast, date(2026, 9, 2))
    owes(cast)
    return cast


def owes(cast: Cast) -> None:
    with cast.database.transaction() as session:
        while talks.owe(session, cast.sari.office.clock.now()):
            pass


def open_duties(cast: Cast, kind: DutyKind) -> set[tuple[int, int]]:
    with cast.database.transaction() as session:
        rows = session.exec(select(Duty).where(Duty.kind == kind))
        return {
            (one.owner_id, one.about_id)
            for one in rows
            if one.done_at is None and one.cancelled_at is None
        }


async def test_a_time_is_proposed_changed_agreed_and_the_talk_is_written_down(
    settled: Cast,
) -> None:
    cast, budi, sari = settled, settled.budi, settled.sari
    both = (cast.ids["budi"], cast.ids["sari"])
    assert both in open_duties(cast, DutyKind.TALK)
    await budi.says("/dialog")
    assert budi.sees("3 dari 3 orang belum berdialog pada periode ini.")
    await budi.taps("Pegawai saya")
    await budi.taps("Sari Lestari")
    await budi.taps("Usulkan waktu")
    await budi.says("besok")
    assert budi.sees("tetapi jamnya belum")
    await budi.says("besok jam 9")
    assert budi.sees("Kamis, 3 September 2026 pukul 09.00 WIB")
    await budi.taps("Usulkan waktu ini")
    assert budi.sees("menunggu jawaban.")
    await sari.says("/menu")
    assert sari.sees("Waktu dialog: Budi Santoso")
    await sari.taps("Waktu dialog: Budi")
    await sari.taps("Waktu lain")
    await sari.says("besok jam 10.30")
    await sari.taps("Usulkan waktu ini")
    await budi.says("/dialog")
    await budi.taps("Pegawai saya")
    await budi.taps("Sari Lestari")
    assert budi.sees("Diusulkan kepada Anda: <b>Kamis, 3 September 2026 pukul 10.30 WIB</b>.")
    await budi.taps("Saya setuju")
    assert budi.sees("sudah disepakati.")
    assert open_duties(cast, DutyKind.MEET) == {both, both[::-1]}
    assert open_duties(cast, DutyKind.ANSWER_TALK) == set()
    await sari.says("/dialog")
    await sari.taps("Bahan dialog")
    assert sari.sees("Belum pernah ada dialog; ini dari tiga bulan terakhir.")
    moves_to(cast, date(2026, 9, 3))
    await sari.says("/dialog")
    await sari.taps("Catat dialog")
    await sari.taps("Hari ini")
    assert sari.sees("Berlangsung Kamis, 3 September 2026.")
    assert both not in open_duties(cast, DutyKind.TALK)
    assert open_duties(cast, DutyKind.MEET) == set()
    await sari.taps("Catatan pribadi")
    await sari.says("Saya ragu soal pindah loket.")
    await sari.taps("Catatan bersama")
    await sari.says("Sepakat mencoba loket prioritas.")
    assert sari.sees("<b>Hanya Anda yang dapat membaca ini</b>:\nSaya ragu soal pindah loket.")
    await sari.taps("Tambah tindak lanjut")
    await sari.says("Menyiapkan jadwal piket loket prioritas.")
    await sari.taps("Budi Santoso")
    await sari.taps("2 minggu lagi")
    assert sari.sees("Menyiapkan jadwal piket loket prioritas. (Budi Santoso, 14 hari lagi)")
    await budi.says("/dialog")
    await budi.taps("Pegawai saya")
    await budi.taps("Sari Lestari")
    await budi.taps("Dialog terakhir")
    assert budi.sees("<b>Sari Lestari</b>:\nSepakat mencoba loket prioritas.")
    assert "ragu" not in budi.screen
    assert "[Dialog tidak terjadi]" in budi.screen
    await budi.says("/menu")
    await budi.taps("Tindak lanjut Sari")
    await budi.taps("Selesai")
    await sari.says("/dialog")
    assert "Menyiapkan" not in sari.screen
    await sari.taps("Dialog terakhir")
    assert sari.sees("(Budi Santoso, selesai)")


async def test_what_one_notes_the_other_may_deny(settled: Cast) -> None:
    cast, budi, dedi = settled, settled.budi, settled.dedi
    both = (cast.ids["budi"], cast.ids["dedi"])
    await budi.opens(f"talks.day/{both[1]}", cast.database.vault)
    await budi.says("kemarin")
    assert budi.sees("Berlangsung Selasa, 1 September 2026.")
    assert both not in open_duties(cast, DutyKind.TALK)
    assert "[Dialog tidak terjadi]" not in budi.screen
    await dedi.says("/dialog")
    await dedi.taps("Dialog terakhir")
    await dedi.taps("Dialog tidak terjadi")
    assert dedi.sees("belum ada yang tercatat")
    assert both in open_duties(cast, DutyKind.TALK)
    with cast.database.transaction() as session:
        templates = {one.template for one in session.exec(select(Letter))}
    assert {"talks.held", "talks.denied"} <= templates
    await budi.opens(f"talks.day/{both[1]}", cast.database.vault)
    await budi.says("besok")
    assert budi.sees("Dialog dicatat untuk hari ini")


async def test_nobody_else_reads_a_talk(settled: Cast) -> None:
    cast = settled
    await cast.budi.opens(f"talks.day/{cast.ids['sari']}", cast.database.vault)
    await cast.budi.taps("Hari ini")
    for key in ("kepala", "maya", "dedi", "wayan"):
        person = cast.people[key]
        await person.opens("talks.talk/1", cast.database.vault)
        assert person.sees("tidak tersedia untuk Anda"), key


async def test_usefulness_is_told_from_three_people_on_and_then_without_them(
    settled: Cast,
) -> None:
    cast, budi = settled, settled.budi
    levels = {"sari": 5, "dedi": 4, "yosef": 2}
    for key, level in levels.items():
        person = cast.people[key]
        await budi.opens(f"talks.day/{cast.ids[key]}", cast.database.vault)
        await budi.taps("Hari ini")
        await budi.opens("talks.use", cast.database.vault)
        assert budi.sees("Belum sampai tiga orang yang menjawab.")
        await person.says("/dialog")
        await person.taps("Beri nilai manfaat")
        await person.taps(f"{level} ")
        if key == "yosef":
            await person.says("Terburu-buru.")
        await person.taps("Kirim")
        assert person.sees("Jawaban Anda hanya disampaikan bersama jawaban orang lain")
        assert "[Beri nilai manfaat]" not in person.screen
    await budi.opens("talks.use", cast.database.vault)
    assert budi.sees("Manfaat: <b>3,7</b> dari 5, menurut 3 jawaban.")
    assert budi.sees("<i>Terburu-buru.</i>")
    with cast.database.transaction() as session:
        assert session.exec(select(TalkRating)).all() == []
        assert [(one.people, one.total) for one in session.exec(select(TalkUse))] == [(3, 11)]
        assert all(one.rated for one in session.exec(select(Talk)))


async def test_hr_sees_who_had_none_and_a_superior_may_choose_oftener(settled: Cast) -> None:
    cast, maya, budi = settled, settled.maya, settled.budi
    await maya.says("/dialog")
    await maya.taps("Yang belum berdialog")
    assert maya.sees("7 dari 7 orang belum berdialog.")
    assert maya.sees("• Sari Lestari, Layanan (atasan: Budi Santoso)")
    await budi.opens("talks.missing/0", cast.database.vault)
    assert budi.sees("tidak tersedia untuk Anda")
    await budi.opens("talks.rhythm", cast.database.vault)
    await budi.taps("Setiap bulan")
    assert budi.sees("Setiap bulan; periode ini berakhir Rabu, 30 September 2026.")
    assert "[Sekali dalam 6 bulan]" not in budi.screen
