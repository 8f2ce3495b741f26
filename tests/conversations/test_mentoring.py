"""A pair from HR's proposal to its result, and what the other sees of why."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from storage.duties import Duty, DutyKind
from storage.mentoring import Mentoring
from storage.trainings.learning import Learning
from tests.cast import Cast
from tests.quarter import moves_to


@pytest.fixture
def opened(cast: Cast) -> Cast:
    """A quarter runs, so that there is a scheme."""
    moves_to(cast, date(2026, 8, 12))
    return cast


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
    assert sari.sees("Anda meminta mentor.")
    await maya.says("/mentor")
    await maya.taps("Susun pasangan")
    assert maya.sees("• meminta sendiri: 1")
    await maya.taps("Lihat usulan")
    assert maya.sees("• Ni Wayan Astuti → Sari Lestari (Inovasi)")  # never her own superior
    assert "Budi" not in maya.screen
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
    await wayan.taps("Mentee: Sari")
    await wayan.taps("Ya, kami bertemu")
    assert wayan.sees("<i>Membahas usulan loket prioritas.</i>")
    await wayan.taps("Ya, kami bertemu")
    assert wayan.sees("yang dibenarkan 2,00 JP.")
    await wayan.taps("Akhiri dengan hasil")
    await wayan.taps("Tercapai sebagian")
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
