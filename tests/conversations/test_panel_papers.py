"""Papers of a quarter: the minutes of calibration, the draft decree and its annexes."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules.authority import Role
from storage.grants import Grant
from tests.beginnings import played
from tests.cast import Cast
from tests.conversations.test_certificates import document
from tests.conversations.test_panel import BASIS, KEPT, WHY, finds_high, fits, opens, walks
from tests.documents.pdf import has
from tests.factors import types_code
from tests.quarter import CALIBRATION, RATING, moves_to, publishes, rates

BACK = "Zebra: bukti untuk tingkat itu belum ada di formulirnya."


@pytest.fixture
@played
async def calibrated(cast: Cast) -> Cast:
    """Sari's result was adjusted after all three found it too high; Dedi's stays."""
    with cast.database.transaction() as session:
        for key in ("maya", "rina"):
            since = date(2026, 1, 1)
            session.add(Grant(employee_id=cast.ids[key], role=Role.EVALUATION_TEAM, since=since))
    moves_to(cast, RATING.replace(month=8))
    moves_to(cast, RATING)
    await rates(cast.budi, "Sari Lestari", 5)
    await rates(cast.budi, "Dedi Pratama", 4)
    moves_to(cast, CALIBRATION)
    for member in (cast.wayan, cast.maya, cast.rina):
        await finds_high(member)
    await walks(
        cast.kepala, "/panel", "Pola sebaran", "Predikat organisasi", "Butuh Perbaikan", BASIS
    )
    await walks(cast.wayan, "/panel", "Pola sebaran", "Tulis alasan", KEPT)
    await opens(cast.wayan)
    await walks(cast.wayan, "Usulkan penyesuaian", "Produktivitas", "3 ")
    await walks(cast.wayan, "Alasan dan usulan", WHY, "Ya, usulkan")
    await walks(cast.kepala, "/menu", "Penyesuaian Sari Lestari", "Setujui")
    await cast.kepala.taps("Berlakukan penyesuaian")
    await types_code(cast.kepala)
    return cast


async def test_the_minutes_hold_who_when_units_pattern_reasons_and_votes_as_numbers(
    calibrated: Cast,
) -> None:
    wayan = calibrated.wayan
    await walks(wayan, "/panel", "Pola sebaran", "Berita acara (PDF)")
    assert wayan.sees("Masih berupa konsep")
    paper = document(wayan)
    for said in (
        "BERITA ACARA", "KALIBRASI HASIL EVALUASI KINERJA PEGAWAI", "KONSEP", "Triwulan III 2026",
        "Wayan", "Maya Kusuma, S.Psi.", "Rina Marlina, S.H.",
        "Drs. Hendra Wijaya, M.Si.", BASIS, KEPT, WHY,
        "Sari Lestari, A.Md.", "120,00", "terlalu tinggi 3", "Layanan",
        "Disetujui.", "Tidak ada penilaian yang dikembalikan.",
    ):  # fmt: skip
        assert has(paper, said), said
    await walks(calibrated.kepala, "/panel", "Pola sebaran", "Berita acara (PDF)")
    assert has(document(calibrated.kepala), "terlalu tinggi 3")


async def test_the_minutes_say_which_form_went_back_and_why(calibrated: Cast) -> None:
    await opens(calibrated.wayan, "Dedi Pratama")
    await calibrated.wayan.taps("Kembalikan ke atasan")
    await calibrated.wayan.says(BACK)
    await calibrated.wayan.taps("Ya, kembalikan")
    await walks(calibrated.maya, "/panel", "Pola sebaran", "Berita acara (PDF)")
    paper = document(calibrated.maya)
    assert has(paper, "Dedi Pratama")
    assert has(paper, BACK)


async def test_whoever_reads_it_finds_nothing_about_themselves(calibrated: Cast) -> None:
    with calibrated.database.transaction() as session:
        since = date(2026, 1, 1)
        session.add(
            Grant(employee_id=calibrated.ids["sari"], role=Role.EVALUATION_TEAM, since=since)
        )
    await walks(calibrated.sari, "/panel", "Pola sebaran", "Berita acara (PDF)")
    paper = document(calibrated.sari)
    assert not has(paper, WHY)
    assert not has(paper, "terlalu tinggi 3")
    assert has(paper, "1 butir tidak dimuat dalam salinan ini")


async def test_the_draft_decree_counts_small_units_together_and_names_stand_apart(
    calibrated: Cast,
) -> None:
    kepala = calibrated.kepala
    await walks(kepala, "/terbit", "Konsep keputusan (PDF)")
    assert kepala.sees("angkanya masih dapat berubah")
    paper = document(kepala)
    for said in (
        "KEPUTUSAN", "TENTANG", "Menimbang", "Mengingat", "MEMUTUSKAN:", "KESATU",
        "KEPUTUSAN ANALIS", "Peraturan Pemerintah Nomor 30 Tahun 2019",
        "unit kerja kecil bersama-sama", "Jumlah",
        "paling lambat 14 hari", "Drs. Hendra Wijaya, M.Si.", "KONSEP",
    ):  # fmt: skip
        assert has(paper, said), said
    for name in ("Sari Lestari", "Dedi Pratama", "Layanan"):
        assert not has(paper, name), name
    await walks(kepala, "Lampiran nama", "Layanan")
    annex = document(kepala)
    for said in ("Sari Lestari, A.Md.", "Dedi Pratama", "Layanan", "********"):
        assert has(annex, said), said
    assert not has(annex, "120,00")
    await publishes(kepala, "Pegawai yang tersisa sedang tugas belajar.", proven=True)
    await walks(kepala, "/terbit", "Konsep keputusan (PDF)")
    fits(kepala)
    assert not has(document(kepala), "KONSEP")


async def test_nobody_but_the_head_has_the_decree(calibrated: Cast) -> None:
    for who in (calibrated.wayan, calibrated.maya, calibrated.sari):
        for where in ("publication.decree/1", "publication.annexes/1/0", "publication.annex/1/1"):
            await who.opens(where, calibrated.database.vault)
            assert who.sees("tidak tersedia untuk Anda")
