"""What citizens think, as staff see it: at a glance, by element, side by side, in a result."""

from __future__ import annotations

from datetime import date

import pytest
from aiogram.methods import SendPhoto

from storage.employees import Employee
from tests.cast import Cast
from tests.quarter import CALIBRATION, RATING, moves_to, publishes, rates, reports
from tests.surveys import answer, serve

BEFORE, DAY = date(2026, 5, 20), date(2026, 8, 20)


@pytest.fixture
def asked(cast: Cast) -> Cast:
    """Sari's unit has three services, one of them with three glad answers."""
    with cast.database.transaction() as session:
        unit = session.get_one(Employee, cast.ids["sari"]).unit_id
        counter = serve(session, unit, "Loket kartu")
        answer(session, counter, BEFORE, [3, 2] * 20)
        answer(session, counter, DAY, [4, 3, 4, 3, 3] * 10)
        answer(session, serve(session, unit, "Surat keterangan"), DAY, [4] * 3)
        answer(session, serve(session, unit, "Aduan", "pengaduan"), DAY, [1, 2] * 4)
        answer(session, counter, DAY, [1] * 2, standing="held")
    moves_to(cast, date(2026, 8, 25))
    return cast


def pictures(cast: Cast) -> list[SendPhoto]:
    return [one for one in cast.sari.office.telegram.calls if isinstance(one, SendPhoto)]


async def test_a_unit_at_a_glance(asked: Cast) -> None:
    sari = asked.sari
    await sari.opens("surveys.results/0/0", asked.database.vault)
    assert sari.sees("<b>Kepuasan masyarakat</b>")
    assert sari.sees("Triwulan III 2026 (masih berjalan)")
    assert sari.sees("dari 61 jawaban")
    assert sari.sees("Kepercayaan 95%: ")
    assert sari.sees("naik ")
    assert sari.sees("sejak Triwulan II 2026, lebih dari sekadar kebetulan")
    assert sari.sees("2 jawaban lagi menunggu keputusan")
    assert sari.sees("3 layanan belum mengisi jumlah penggunanya")
    assert sari.sees("PermenPANRB 14/2017, bobot tiap unsur tepat 1/9")
    await sari.taps("◀")
    assert sari.sees("Triwulan II 2026")
    assert sari.sees("62,50, mutu D (tidak baik)</b> dari 40 jawaban")
    await sari.taps("▶")
    assert sari.sees("masih berjalan")


async def test_elements_and_course_as_pictures_with_their_numbers(asked: Cast) -> None:
    sari = asked.sari
    await sari.opens("surveys.results/0/0", asked.database.vault)
    await sari.taps("Layanan per unsur")
    assert sari.sees("1. <b>Loket kartu</b>, 85,00 (50)")
    assert sari.sees("85,0 · 85,0")
    (heat,) = pictures(asked)
    assert "Gambar: layanan per unsur" in str(heat.caption)
    await sari.taps("Kembali")
    await sari.taps("Perjalanan indeks")
    assert sari.sees("<b>Triwulan II 2026</b>: 62,50, mutu D")
    assert len(pictures(asked)) == 2
    await sari.taps("Survei 14 unsur")
    assert sari.sees("Belum ada.")


async def test_like_is_compared_with_like(asked: Cast) -> None:
    sari = asked.sari
    await sari.opens("surveys.kinds/0/0", asked.database.vault)
    await sari.taps("Layanan jasa (2)")
    assert sari.sees("1. <b>Loket kartu, ")
    assert sari.sees("· <b>Surat keterangan, ")
    assert sari.sees("Jawabannya terlalu sedikit untuk diurutkan.")
    assert "Aduan" not in sari.screen


async def test_nobody_looks_into_foreign_units(asked: Cast) -> None:
    foreign = next(
        number
        for number in asked.units.values()
        if number not in {asked.units["Pusat"]} and number != _unit(asked, "sari")
    )
    await asked.sari.opens(f"surveys.results/{foreign}/0", asked.database.vault)
    assert asked.sari.sees("tidak tersedia")
    await asked.sari.opens("surveys.results/0/20299", asked.database.vault)
    assert asked.sari.sees("tidak tersedia")
    await asked.kepala.opens(f"surveys.results/{foreign}/0", asked.database.vault)
    assert asked.kepala.sees("Belum ada layanan unit ini yang disurvei.")


def _unit(cast: Cast, key: str) -> int:
    with cast.database.transaction() as session:
        return session.get_one(Employee, cast.ids[key]).unit_id


async def test_how_it_entered_my_result(asked: Cast) -> None:
    sari, budi = asked.sari, asked.budi
    moves_to(asked, date(2026, 10, 2))
    await reports(sari)
    moves_to(asked, RATING)
    await rates(budi, "Sari")
    moves_to(asked, CALIBRATION)
    await publishes(asked.kepala, "Pegawai yang tersisa sedang tugas belajar.")
    moves_to(asked, CALIBRATION)
    await sari.says("/skor")
    assert sari.sees("Kepuasan masyarakat 100,00")
    await sari.taps("Mengapa?")
    await sari.taps("Kepuasan masyarakat")
    assert sari.sees("dari 61 jawaban, 1 Jul 2026 s.d. 30 Sep 2026")
    assert sari.sees("memberi tingkat 4 (batas 50 · 65 · 76,61 · 88,31), yang bernilai 100.")
    assert sari.sees("jawaban tanpa tiket tidak dihitung")
    await sari.taps("Kembali")
    assert sari.sees("Mengapa hasilnya begini?")
