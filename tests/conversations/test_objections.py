"""An objection from the result card to the decision, as each side sees it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.actions import objections
from bot.rules.personal import Look
from storage.certificates import Certificate
from storage.outbox import Letter
from tests.beginnings import played
from tests.cast import Cast
from tests.conversations.test_certificates import document
from tests.documents.pdf import has
from tests.factors import types_code
from tests.looks import looked
from tests.quarter import CALIBRATION, RATING, WHY, moves_to, publishes, rates, tick

AFTER = CALIBRATION.replace(day=21)
REASONS = "Saya memimpin inovasi antrean daring sejak Juli dan buktinya sudah disetujui."
EXPLAINED = "Inovasi itu dikerjakan berempat, dan dokumennya baru masuk di akhir triwulan."
ANSWER = "Dokumen perencanaannya saya buat sendiri pada bulan Juli."
VERDICT = "Bukti menunjukkan pegawai memimpin pekerjaan itu sejak awal triwulan."


@pytest.fixture
@played
async def published(cast: Cast) -> Cast:
    """Budi rated three of his people, and the head has published."""
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    for name in ("Sari Lestari", "Dedi Pratama", "Yosef Wanggai"):
        await rates(cast.budi, name)
    moves_to(cast, AFTER)
    await publishes(cast.kepala, WHY)
    tick(cast.database, cast.sari.office.clock.now())
    return cast


async def files(cast: Cast) -> None:
    sari = cast.sari
    await sari.says("/skor")
    await sari.taps("Sudah saya terima")
    await sari.taps("Ajukan keberatan")
    assert sari.sees("Langkah 1 dari 3")
    assert sari.sees("Diajukan paling lambat Rabu, 4 November 2026 (14 hari lagi).")
    await sari.taps("· Inovasi")
    card = sari.card
    assert "Lanjut" in str(card.keyboard)
    assert "tekan salah satu tombol" in await sari.says(REASONS), "no achievement of one's own"
    await sari.taps("Lanjut", bubble=card)
    await sari.says("Tidak")
    assert sari.sees("Mohon tulis alasannya dengan kalimat yang lengkap.")
    await sari.says(REASONS)
    assert sari.sees(f"Alasan: <i>{REASONS}</i>")
    await sari.taps("Kirim")
    assert sari.sees("Keberatan Anda sudah diajukan. Kedua pihak kini didengar.")
    assert sari.sees("Kedua pihak didengar sampai Rabu, 28 Oktober 2026 (7 hari lagi).")
    assert sari.sees("Pemutus: Drs. Hendra Wijaya, M.Si.")


async def hears_both(cast: Cast) -> None:
    budi, sari = cast.budi, cast.sari
    await budi.says("/menu")
    await budi.taps("Keberatan Sari")
    assert budi.sees(REASONS)
    await budi.taps("Beri penjelasan")
    await budi.says(EXPLAINED)
    await budi.taps("Kirim")
    assert budi.sees("sudah diteruskan kepada pemutus keberatan")
    await sari.says("/keberatan")
    await sari.taps("Tanggapi penjelasan III")
    assert sari.sees(f"menjelaskan: <i>{EXPLAINED}</i>")
    await sari.taps("Tanggapi penjelasan")
    await sari.says(ANSWER)
    await sari.taps("Kirim")


async def test_both_sides_are_heard_and_the_result_is_changed_once(published: Cast) -> None:
    cast = published
    await files(cast)
    await cast.sari.says("/skor")
    assert cast.sari.sees("Hasil ini masih terbuka: keberatan atasnya sedang diperiksa.")
    await cast.wayan.opens(f"results.card/1/{cast.ids['sari']}", cast.database.vault)
    assert cast.wayan.sees("Hasil ini masih terbuka")
    kepala = cast.kepala
    await kepala.says("/keberatan")
    assert "Keberatan Sari" not in kepala.screen  # nothing to decide before both are heard
    await hears_both(cast)
    await kepala.says("/keberatan")
    await kepala.taps("Keberatan Sari")
    assert kepala.sees(f"menanggapi: <i>{ANSWER}</i>")
    await kepala.taps("Ke putusan")
    await kepala.taps("Inovasi 4")
    assert kepala.sees("Keberatan tidak pernah memperburuk hasil.")
    await kepala.taps("5")
    assert kepala.sees("Inovasi 4 → 5")
    assert "[Periksa putusan]" not in kepala.screen
    await kepala.taps("Tulis alasan")
    await kepala.says(VERDICT)
    await kepala.taps("Periksa putusan")
    assert kepala.sees("Putusan ini final dan disampaikan kepada kedua pihak.")
    await kepala.taps("Ya, putuskan")
    assert kepala.sees("hasil diubah")
    sari = cast.sari
    await sari.says("/keberatan")
    await sari.taps("TW III: diputus")
    assert sari.sees("Semula 100,00 (Baik), menjadi ")
    assert sari.sees(VERDICT)
    await reads_the_minutes(cast)
    await sari.says("/keberatan")
    await sari.taps("TW III: diputus")
    await sari.taps("Lihat hasil saya")
    assert sari.sees("Keberatan sudah diputus; hasil ini final.")
    assert "[Ajukan keberatan]" not in sari.screen
    await cast.budi.says("/menu")
    assert "Keberatan Sari" not in cast.budi.screen


async def reads_the_minutes(cast: Cast) -> None:
    """Both sides have the same paper, whose code anybody may check; others have none."""
    with cast.database.transaction() as session:
        row = session.exec(select(Certificate)).one()
    assert (row.kind, row.number) == ("objection", 1)
    papers = []
    for who in (cast.sari, cast.budi, cast.kepala):
        await who.opens(f"objections.minutes/{row.object_id}", cast.database.vault)
        papers.append(document(who))
    assert papers[0] == papers[1] == papers[2]
    for said in (
        "BERITA ACARA", "Nomor: 001/BAK/2026", row.code, "Sari Lestari, A.Md.", VERDICT, ANSWER,
        "Inovasi: tingkat 4 menjadi 5", "100,00 (Baik)", "NIP",
    ):  # fmt: skip
        assert has(papers[0], said), said
    await cast.dedi.says(row.code)
    assert cast.dedi.sees("001/BAK/2026")
    await cast.dedi.opens(f"objections.minutes/{row.object_id}", cast.database.vault)
    assert cast.dedi.sees("tidak tersedia untuk Anda")
    await cast.sari.says("/piagam")
    assert "BAK" not in cast.sari.screen


async def test_it_may_be_withdrawn_until_it_is_decided(published: Cast) -> None:
    await files(published)
    sari = published.sari
    await sari.taps("Tarik keberatan")
    assert sari.sees("tidak dapat diajukan keberatan lagi")
    await sari.taps("Ya, tarik")
    await sari.taps("Lihat hasil saya")
    assert sari.sees("Keberatan ditarik; hasil ini final.")
    await published.budi.says("/menu")
    assert "Keberatan Sari" not in published.budi.screen


async def test_a_draft_is_kept_and_may_be_thrown_away(published: Cast) -> None:
    sari = published.sari
    await sari.says("/keberatan")
    await sari.taps("Ajukan keberatan TW III")
    await sari.taps("· Produktivitas")
    await sari.says("/skor")
    await sari.taps("Lanjutkan keberatan")
    assert sari.sees("[✓ Produktivitas]")
    await published.budi.opens(f"results.card/1/{published.ids['sari']}", published.database.vault)
    assert "keberatan" not in published.budi.screen.casefold().replace("keberatan dapat", "")
    await sari.taps("Hapus draf")
    await sari.taps("Ajukan keberatan")
    assert "✓" not in sari.screen


async def test_where_nobody_stands_above_hr_names_who_decides(cast: Cast) -> None:
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    await rates(cast.kepala, "Ni Wayan")
    moves_to(cast, AFTER)
    await publishes(cast.kepala, WHY)
    tick(cast.database, cast.sari.office.clock.now())
    wayan, maya = cast.wayan, cast.maya
    await wayan.says("/skor")
    await wayan.taps("Ajukan keberatan")
    await wayan.taps("· Inovasi")
    await wayan.taps("Lanjut")
    await wayan.says(REASONS)
    await wayan.taps("Kirim")
    assert wayan.sees("pemutus ditunjuk oleh kepegawaian")
    await maya.says("/admin")
    await maya.taps("Menunggu juga (2)")
    await maya.taps("Keberatan (1)")
    assert maya.sees("belum ada pemutus")
    assert looked(cast, "maya", "wayan", Look.OBJECTION)
    await maya.taps("Ni Wayan")
    await maya.taps("Tunjuk pemutus")
    for barred in ("Hendra", "Wayan", "Maya"):
        await maya.says(barred)
        assert maya.sees("Tidak ada pegawai dengan nama itu yang boleh memutus.")
    await maya.says("Budi")
    await maya.taps("1. Budi")
    await maya.taps("Tunjuk pemutus")
    await types_code(maya)
    assert maya.sees("Pemutus: Budi Santoso, S.Sos.")
    with cast.database.transaction() as session:
        told = session.exec(
            select(Letter.employee_id).where(Letter.template == "objections.review")
        )
        assert list(told) == [cast.ids["budi"]]
    await cast.budi.says("/keberatan")
    assert "Keberatan Ni Wayan" not in cast.budi.screen
    moves_to(cast, date(2026, 10, 30))
    with cast.database.transaction() as session:
        objections.tick(session, cast.sari.office.clock.now())
    await cast.budi.says("/keberatan")
    await cast.budi.taps("Keberatan Ni Wayan")
    assert cast.budi.sees("belum memberi penjelasan")
    await cast.budi.taps("Ke putusan")
    await cast.budi.taps("Tulis alasan")
    await cast.budi.says(VERDICT)
    await cast.budi.taps("Periksa putusan")
    assert cast.budi.sees("Putusan Anda mempertahankan hasil.")
    await cast.budi.taps("Ya, putuskan")
    assert cast.budi.sees("hasil dipertahankan")


async def test_a_result_is_corrected_by_two_and_the_person_reads_both_names(
    published: Cast,
) -> None:
    maya, rina, sari = published.maya, published.rina, published.sari
    await maya.says("/koreksi")
    await maya.taps("Cari pegawai")
    await maya.says("Sari")
    await maya.taps("1. Sari")
    await maya.taps("Triwulan III 2026")
    await maya.taps("Inovasi 4")
    await maya.taps("5")
    assert maya.sees("Semula 100,00 (Baik), menjadi ")
    await maya.taps("Tulis alasan")
    await maya.says(VERDICT)
    await maya.taps("Periksa")
    await maya.taps("Ya, usulkan")
    assert maya.sees("Koreksi sudah diteruskan kepada orang kedua.")
    assert "[Setujui]" not in maya.screen
    await rina.says("/menu")
    await rina.opens("corrections.home", published.database.vault)
    assert rina.sees("Sari Lestari")
    assert looked(published, "rina", "sari", Look.RESULT)
    await rina.says("/menu")
    await rina.taps("Koreksi Sari")
    await rina.taps("Setujui")
    await rina.taps("Ya, koreksi")
    await types_code(rina)
    assert rina.sees("Hasil sudah dikoreksi dan diterbitkan kembali.")
    await sari.says("/skor")
    assert sari.sees("Mohon nyatakan bahwa Anda sudah menerimanya.")
    await sari.taps("Mengapa?")
    await sari.taps("Riwayat hasil")
    assert sari.sees("diubah oleh Maya Kusuma, S.Psi., disetujui Rina Marlina, S.H.")
    assert sari.sees("<b>100,00 (Baik)</b> sampai Rabu, 21 Oktober 2026 pukul 10.00 WIB")
