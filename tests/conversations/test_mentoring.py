"""A pair from HR's proposal to its result, and what the other sees of why."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.actions import mentoring
from bot.rules.personal import Look
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.mentoring import Mentoring, MentorNote
from storage.trainings.learning import Learning
from tests.cast import Cast
from tests.looks import looked
from tests.quarter import moves_to


async def offers(cast: Cast, key: str, field: str) -> None:
    await cast.people[key].says("/mentor")
    await cast.people[key].taps("Saya bersedia")
    await cast.people[key].taps(field)


async def test_from_wish_and_offer_to_meetings_and_a_result(opened: Cast) -> None:
    cast, sari, wayan, maya = opened, opened.sari, opened.wayan, opened.maya
    await offers(cast, "wayan", "Inovasi")
    await wayan.says("Menulis kajian singkat.")
    await offers(cast, "budi", "Inovasi")
    await sari.says("/mentor")
    await sari.taps("Saya ingin mentor")
    await sari.taps("Inovasi")
    assert sari.sees("Anda sudah ada di daftar.")
    await sari.says("/mentor")
    assert sari.sees("Anda sudah meminta mentor.")
    await maya.says("/mentor")
    await maya.taps("Susun pasangan")
    assert maya.sees("• meminta sendiri: 1")
    await maya.taps("Lihat usulan")
    assert maya.sees("• Ni Wayan Astuti → Sari Lestari (Inovasi)")  # never her own superior
    assert "Budi" not in maya.screen
    assert looked(cast, "maya", "sari", Look.MENTORING)
    await maya.taps("Tanyakan kepada semua")
    assert maya.sees("1 pasangan ditanya.")
    await wayan.says("/menu")
    await wayan.taps("Mentoring dengan Sari")
    assert wayan.sees("Mentee Anda: Sari Lestari")
    assert "meminta" not in wayan.screen  # why is told to the mentee alone
    await wayan.taps("Ya, saya bersedia")
    assert wayan.sees("pasangan Anda belum menjawab.")
    await sari.says("/mentor")
    await sari.taps("Mentor: Ni Wayan")
    assert sari.sees("Kata mentor: <i>Menulis kajian singkat.</i>")
    await sari.taps("Ya, saya bersedia")
    with cast.database.transaction() as session:
        owed = session.exec(select(Duty).where(Duty.kind == DutyKind.ANSWER_MENTORING)).all()
        assert all(one.done_at is not None for one in owed)
        assert len(owed) == 2
    await sari.taps("Catat pertemuan")
    await sari.taps("Hari ini")
    await sari.says("1 jam 30 menit")
    await sari.says("Membahas usulan loket prioritas.")
    assert "[Ya, kami bertemu]" not in sari.screen
    await wayan.says("/mentor")
    assert wayan.sees("Anda bersedia menjadi mentor.")
    assert wayan.sees("(berjalan; ada pertemuan yang perlu Anda benarkan)")
    await sari.says("/mentor")
    assert "benarkan" not in sari.screen  # who noted it waits
    await wayan.taps("Mentee: Sari")
    await wayan.taps("Ya, kami bertemu")
    assert wayan.sees("<i>Membahas usulan loket prioritas.</i>")
    await wayan.taps("Ya, kami bertemu")
    assert wayan.sees("yang dibenarkan 2,00 JP.")
    await wayan.taps("Akhiri dengan hasil")
    await wayan.taps("Tercapai sebagian")
    assert wayan.sees("dari 1 (tidak bermanfaat) sampai 5 (sangat bermanfaat)")
    await wayan.taps("5")
    assert wayan.sees("Jawaban Anda: 5 sangat bermanfaat.")
    with cast.database.transaction() as session:
        (learned,) = session.exec(select(Learning))
        assert (learned.employee_id, learned.minutes) == (cast.ids["sari"], 90)
    await sari.says("/mentor")
    await sari.taps("Mentor: Ni Wayan")
    assert sari.sees("Selesai: tercapai sebagian.")
    await maya.says("/mentor")
    await maya.taps("Hasil mentoring")
    assert maya.sees("Belum ada lima orang")


async def test_no_needs_no_reason_and_is_not_asked_again(opened: Cast) -> None:
    cast, sari, maya = opened, opened.sari, opened.maya
    await offers(cast, "wayan", "Inovasi")
    await sari.says("/mentor")
    await sari.taps("Saya ingin mentor")
    await sari.taps("Inovasi")
    await maya.says("/mentor")
    await maya.taps("Susun pasangan")
    await maya.taps("Lihat usulan")
    await maya.taps("Tanyakan kepada semua")
    await sari.says("/mentor")
    await sari.taps("Mentor: Ni Wayan")
    await sari.taps("Belum saat ini")
    with cast.database.transaction() as session:
        assert [one.state for one in session.exec(select(Mentoring))] == ["declined"]
    await maya.says("/mentor")
    await maya.taps("Susun pasangan")
    await maya.taps("Lihat usulan")
    assert maya.sees("Untuk 1 orang belum ada yang cocok.")
    await sari.says("/mentor")
    await sari.taps("Jangan dengan")
    await sari.says("Dedi Pratama")
    assert sari.sees("1. Dedi Pratama")  # many share a name: whom exactly is chosen
    await sari.taps("1. Dedi")
    assert sari.sees("• Dedi Pratama")
    await sari.taps("Boleh dengan Dedi")
    assert "• Dedi Pratama" not in sari.screen


async def a_pair(cast: Cast) -> None:
    """Wayan is the mentor of Sari."""
    await offers(cast, "wayan", "Inovasi")
    await cast.sari.says("/mentor")
    await cast.sari.taps("Saya ingin mentor")
    await cast.sari.taps("Inovasi")
    await cast.maya.says("/mentor")
    await cast.maya.taps("Susun pasangan")
    await cast.maya.taps("Lihat usulan")
    await cast.maya.taps("Tanyakan kepada semua")
    for key, label in (("wayan", "Mentee: Sari"), ("sari", "Mentor: Ni Wayan")):
        await cast.people[key].says("/mentor")
        await cast.people[key].taps(label)
        await cast.people[key].taps("Ya, saya bersedia")


async def test_own_notes_are_for_nobody_else_and_erased_by_choice(opened: Cast) -> None:
    cast, sari, wayan = opened, opened.sari, opened.wayan
    await a_pair(cast)
    for person, said in ((wayan, "Sari perlu lebih percaya diri."), (sari, "Bu Wayan terburu.")):
        await person.opens("mentoring.card/1", cast.database.vault)
        await person.taps("Catatan saya sendiri")
        await person.says(said)
        assert person.sees(f"<i>{said}</i>")
    assert "percaya diri" not in sari.screen
    for key in ("maya", "budi", "kepala", "dedi"):
        await cast.people[key].opens("mentoring.own/1", cast.database.vault)
        assert cast.people[key].sees("tidak tersedia untuk Anda"), key
    with cast.database.transaction() as session:
        raw = session.connection().exec_driver_sql("SELECT text FROM mentornote").all()
        assert all(b"terburu" not in bytes(one[0]) for one in raw)
    await wayan.opens("mentoring.end/1", cast.database.vault)
    await wayan.taps("Tercapai sebagian")
    assert wayan.sees("Anda masih menyimpan catatan sendiri")
    await wayan.taps("Catatan saya sendiri")
    assert wayan.sees("Mentoring sudah selesai.")
    await wayan.taps("Hapus catatan saya")
    assert "Anda masih menyimpan catatan sendiri" not in wayan.screen
    await sari.opens("mentoring.own/1", cast.database.vault)
    assert sari.sees("Bu Wayan terburu.")  # each chooses alone
    with cast.database.transaction() as session:
        kept = session.exec(select(MentorNote.writer_id)).all()
        assert kept == [cast.ids["sari"]]


async def test_whoever_leaves_takes_the_notes_along(opened: Cast) -> None:
    cast = opened
    await a_pair(cast)
    for person in (cast.wayan, cast.sari):
        await person.opens("mentoring.own/1", cast.database.vault)
        await person.says("Untuk saya sendiri saja.")
    with cast.database.transaction() as session:
        gone = session.get(Employee, cast.ids["wayan"])
        assert gone is not None
        gone.left_on = date(2026, 8, 12)
    moves_to(cast, date(2026, 8, 13))
    with cast.database.transaction() as session:
        mentoring.lapse(session, cast.sari.office.clock.now())
    with cast.database.transaction() as session:
        assert session.exec(select(MentorNote.writer_id)).all() == [cast.ids["sari"]]


@pytest.mark.parametrize("screen", ["offer", "wish"])
async def test_many_fields_are_turned_page_by_page(opened: Cast, screen: str) -> None:
    cast, wayan = opened, opened.wayan
    await wayan.opens(f"mentoring.{screen}", cast.database.vault)
    await wayan.taps("▶")
    await wayan.taps(wayan.card.keyboard[0][0][0])
    assert wayan.sees("Anda sudah ada di daftar.")
    labels = [label for row in wayan.card.keyboard for label, _ in row]
    assert "◀" in labels  # still on the second page
    assert len(labels) <= 8
