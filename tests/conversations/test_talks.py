"""A talk from the proposed time to what it was worth, as both see it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.actions import talks
from bot.rules.authority import Role
from storage import agreement
from storage.agreement import Kind
from storage.audit import Reader
from storage.duties import Duty, DutyKind
from storage.grants import Grant
from storage.outbox import Letter
from storage.talks import FollowUp, Talk, TalkRating, TalkUse
from tests.beginnings import played
from tests.cast import JOINED, Cast
from tests.quarter import moves_to

NOON = datetime(2026, 9, 2, 5, 0, tzinfo=UTC)


@pytest.fixture
@played
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


async def agrees_on_a_step(cast: Cast, owner: str) -> int:
    """Budi notes a talk with Sari and a step from it; its number."""
    budi = cast.budi
    await budi.opens(f"talks.day/{cast.ids['sari']}", cast.database.vault)
    await budi.taps("Hari ini")
    await budi.taps("Tambah tindak lanjut")
    await budi.says("Mengikuti pelatihan pelayanan prima.")
    await budi.taps(owner)
    await budi.taps("2 minggu lagi")
    with cast.database.transaction() as session:
        return next(iter(session.exec(select(FollowUp.id)))) or 0


def findings(cast: Cast) -> list[str]:
    with cast.database.transaction() as session:
        found = agreement.findings(
            Reader(session.connection()), cast.database.vault, date(2026, 12, 31)
        )
        return [one.fault for one in found if one.kind is Kind.STEP]


async def test_a_step_is_dropped_by_agreement_and_leaves_a_trace(settled: Cast) -> None:
    cast, budi, sari = settled, settled.budi, settled.sari
    step = await agrees_on_a_step(cast, "Sari Lestari")
    await sari.opens(f"talks.follow_up/{step}", cast.database.vault)
    await sari.taps("Tidak perlu lagi")
    await sari.says("Pelatihannya dibatalkan penyelenggara.")
    assert sari.sees("Sampai saat itu tetap harus dikerjakan")
    await sari.taps("Usul tidak dilanjutkan")
    assert sari.sees("Anda mengusulkan tidak dilanjutkan dan menunggu jawaban")
    both = (cast.ids["sari"], cast.ids["budi"])
    assert both in open_duties(cast, DutyKind.FOLLOW_UP)
    await budi.opens(f"talks.follow_up/{step}", cast.database.vault)
    assert budi.sees("Pelatihannya dibatalkan penyelenggara.")
    await budi.taps("Tetap dikerjakan")
    await sari.opens(f"talks.follow_up/{step}", cast.database.vault)
    await sari.taps("Tidak perlu lagi")
    await sari.says("Sudah tercakup dalam pelatihan lain.")
    await sari.taps("Usul tidak dilanjutkan")
    await budi.opens(f"talks.follow_up/{step}", cast.database.vault)
    await budi.taps("Hentikan")
    assert budi.sees("Tidak dilanjutkan. Sari Lestari menulis:")
    assert open_duties(cast, DutyKind.FOLLOW_UP) == set()
    await sari.opens(f"talks.follow_up/{step}", cast.database.vault)
    assert "[Selesai]" not in sari.screen
    await sari.taps("Buka dialog ini")
    assert sari.sees("(Sari Lestari, tidak dilanjutkan)")
    assert findings(cast) == []
    with cast.database.transaction() as session:
        session.execute(text("UPDATE followup SET dropped_by = drop_by"))
    assert findings(cast) == ["differs"]


async def test_the_superior_drops_a_step_alone_and_nobody_twice(settled: Cast) -> None:
    cast, budi, sari = settled, settled.budi, settled.sari
    step = await agrees_on_a_step(cast, "Sari Lestari")
    await budi.taps("Tindak lanjut")
    await budi.taps("Mengikuti")
    assert budi.sees("Sari Lestari mengerjakannya sampai")
    assert "[Selesai]" not in budi.screen
    await budi.taps("Tidak perlu lagi")
    await budi.says("ok")
    assert budi.sees("sedikit lebih panjang")
    await budi.says("Anggarannya dialihkan.")
    await sari.opens(f"talks.follow_up/{step}", cast.database.vault)
    assert "Anggarannya" not in sari.screen  # not said yet
    await budi.taps("Hentikan")
    assert budi.sees("Anggarannya dialihkan.")
    await sari.opens(f"talks.why_drop/{step}", cast.database.vault)
    assert sari.sees("sudah selesai atau tidak dilanjutkan")
    with cast.database.transaction() as session:
        templates = {one.template for one in session.exec(select(Letter))}
    assert "talks.dropped" in templates
    assert "talks.drop_asked" not in templates


async def test_a_step_done_meanwhile_is_not_dropped(settled: Cast) -> None:
    cast, budi, sari = settled, settled.budi, settled.sari
    step = await agrees_on_a_step(cast, "Sari Lestari")
    await budi.opens(f"talks.why_drop/{step}", cast.database.vault)
    await budi.says("Anggarannya dialihkan.")
    await sari.opens(f"talks.follow_up/{step}", cast.database.vault)
    await sari.taps("Selesai")
    await budi.taps("Hentikan")
    assert budi.sees("sudah selesai atau tidak dilanjutkan")
    with cast.database.transaction() as session:
        row = session.get(FollowUp, step)
        assert row is not None
        assert row.dropped_at is None


async def test_long_notes_are_shortened_on_the_card_and_read_in_full(settled: Cast) -> None:
    cast, budi, sari = settled, settled.budi, settled.sari
    await agrees_on_a_step(cast, "Sari Lestari")
    with cast.database.transaction() as session:
        for number in range(6):  # more than a card can bear
            row = FollowUp(
                talk_id=1, made_by=cast.ids["budi"], text=f"Langkah {number} " + "panjang " * 20,
                owner_id=cast.ids["sari"], due_on=date(2026, 9, 20), settled_at=NOON,
            )  # fmt: skip
            session.add(row)
    for person, kind in ((budi, "both"), (sari, "both"), (sari, "alone")):
        await person.opens(f"talks.note/1/{kind}", cast.database.vault)
        await person.says("Catatan yang panjang sekali. " * 17 + "akhir")
    assert "akhir" not in sari.card.text
    assert "dan 4 lagi" in sari.card.text
    assert len(sari.card.text) <= 900
    assert sum(len(row) for row in sari.card.keyboard) <= 8
    await sari.taps("Semua catatan")
    assert "akhir" in sari.card.text
    await sari.taps("▶")
    await sari.taps("▶")
    assert sari.sees("Hanya Anda yang dapat membaca ini")
    assert "akhir" in sari.card.text
    await budi.opens("talks.notes/1/2", cast.database.vault)
    assert "Hanya Anda" not in budi.screen


async def test_whoever_leads_looks_and_is_led_has_room_for_it(settled: Cast) -> None:
    """Every door at once: own superior, people, the unit, and a time that waits for an answer."""
    cast, budi, kepala = settled, settled.budi, settled.kepala
    with cast.database.transaction() as session:
        grant = Grant(
            employee_id=cast.ids["budi"], role=Role.HEAD, unit_id=None, since=JOINED.date()
        )
        session.add(grant)
    await kepala.opens(f"talks.day/{cast.ids['budi']}", cast.database.vault)
    await kepala.says("kemarin")
    await kepala.opens(f"talks.time/{cast.ids['budi']}", cast.database.vault)
    await kepala.says("besok jam 9")
    await kepala.taps("Usulkan waktu ini")
    await budi.says("/dialog")
    assert sum(len(row) for row in budi.card.keyboard) <= 8
    for label in ("Saya setuju", "Bahan dialog", "Beri nilai manfaat", "Pegawai saya", "Menu"):
        assert f"[{label}]" in budi.screen
    await budi.opens(f"talks.pair/{cast.ids['budi']}", cast.database.vault)
    assert sum(len(row) for row in budi.card.keyboard) <= 8
    assert "[Dialog sebelumnya]" in budi.screen
