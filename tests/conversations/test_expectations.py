"""Planned results in the chat: proposed, agreed, returned, changed with a trace."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from storage.contributions import Contribution
from storage.expectations import PlannedWording
from storage.outbox import Letter
from tests.cast import Cast
from tests.conversations.telling import tells
from tests.kit import Person
from tests.quarter import moves_to

LABEL, SCREEN, BUTTONS = 24, 900, 8
PLAN = "Izin usaha mikro selesai dalam tiga hari kerja"
WHY = "Dua petugas loket dipindahkan ke unit lain sejak September."


@pytest.fixture
async def august(cast: Cast) -> Cast:
    moves_to(cast, date(2026, 8, 12))
    return cast


def wordings(cast: Cast) -> list[tuple[str, str, int]]:
    with cast.database.transaction() as session:
        rows = session.exec(select(PlannedWording).order_by(PlannedWording.id))  # type: ignore[arg-type]
        return [(row.state, row.target, row.edition) for row in rows]


def letters(cast: Cast) -> list[str]:
    with cast.database.transaction() as session:
        found = session.exec(select(Letter.template))
        return sorted(one for one in found if one.startswith("expectations."))


def fits(person: Person) -> None:
    """The screen keeps the limits of every screen."""
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(person.card.text) <= SCREEN, person.card.text
    assert len(labels) <= BUTTONS, labels
    assert all(len(label) <= LABEL for label in labels), labels


async def plans(person: Person, text: str = PLAN, target: str = "40 berkas") -> None:
    """From /nilai to the complete draft."""
    await person.says("/nilai")
    for door in ("Rencana hasil kerja", "Rencana saya"):
        if f"[{door}]" in person.screen:
            await person.taps(door)
    await person.taps("Tambah rencana")
    if "atasan mana" in person.screen:
        await person.taps("Tidak satu pun")
    await person.says(text)
    await person.taps("Produktivitas")
    await person.says(target)
    await person.taps("Jumlah, makin banyak")


async def agreed(cast: Cast, target: str = "40 berkas") -> None:
    await plans(cast.sari, target=target)
    await cast.sari.taps("Ajukan")
    await cast.budi.says("/menu")
    await cast.budi.taps("Setujui rencana")
    await cast.budi.taps("Setujui semua (1)")


async def test_an_employee_proposes_and_the_superior_agrees(august: Cast) -> None:
    sari, budi = august.sari, august.budi
    await sari.says("/menu")
    assert sari.sees("Rencana hasil kerja III")
    await plans(sari)
    assert sari.sees("Target: 40 berkas (dijumlahkan, makin banyak makin baik)")
    await sari.taps("Ajukan")
    assert sari.sees("Menunggu Budi Santoso, S.Sos. sejak Rabu, 12 Agustus 2026")
    await sari.says("/menu")
    assert "Rencana hasil kerja III" not in sari.card.text
    await budi.says("/menu")
    assert budi.sees("Setujui rencana Sari Lestari")
    await budi.taps("Setujui rencana")
    assert budi.sees("1 menunggu persetujuan Anda")
    await budi.taps("Setujui semua (1)")
    assert wordings(august) == [("agreed", "40", 1)]
    assert letters(august) == ["expectations.agreed"]
    await sari.says("/nilai")
    assert sari.sees("target 40 berkas, belum ada realisasi")


async def test_every_screen_fits_a_phone(august: Cast) -> None:
    sari, budi = august.sari, august.budi
    long = "Waktu tunggu pemohon di semua loket layanan kantor turun secara merata. " * 3
    for number in range(8):
        await plans(sari, f"{number} {long}"[:200], "123456,75 berkas permohonan per minggu"[:40])
        fits(sari)
    await sari.taps("Semua rencana saya")
    fits(sari)
    await sari.taps("Lainnya")
    fits(sari)
    assert "[Tambah rencana]" not in sari.screen
    await sari.taps("Ajukan 8 rencana")
    fits(sari)
    await budi.says("/nilai")
    fits(budi)
    await budi.taps("Rencana hasil kerja")
    fits(budi)
    await budi.taps("Sari Lestari")
    fits(budi)
    await budi.taps("1 0 Waktu")
    fits(budi)
    await budi.taps("Setujui")
    fits(budi)


async def test_what_came_back_is_mended_and_the_trace_keeps_both(august: Cast) -> None:
    sari, budi = august.sari, august.budi
    await plans(sari)
    await sari.taps("Ajukan")
    await budi.says("/nilai")
    await budi.taps("Rencana hasil kerja")
    assert budi.sees("1 menunggu Anda")
    await budi.taps("Sari Lestari")
    await budi.taps("Kembalikan semua")
    await budi.says("x")
    assert budi.sees("Terlalu singkat")
    await budi.says("Targetnya terlalu rendah untuk satu triwulan.")
    assert letters(august) == ["expectations.returned"]
    await sari.says("/menu")
    await sari.taps("Perbaiki rencana")
    await sari.taps("1 Izin")
    assert sari.sees("Targetnya terlalu rendah untuk satu triwulan.")
    await sari.taps("Ubah")
    await sari.taps("Target dan satuan")
    await sari.says("60")
    await sari.taps("Ajukan")
    await sari.taps("Riwayat")
    assert sari.sees("Dikembalikan Budi Santoso")
    assert wordings(august) == [("returned", "40", 1), ("proposed", "60", 2)]
    await budi.says("/menu")
    await budi.taps("Setujui rencana")
    await budi.taps("Setujui semua (1)")
    assert wordings(august) == [("returned", "40", 1), ("agreed", "60", 2)]


async def test_the_agreed_one_stays_in_force_until_the_change_is_agreed(august: Cast) -> None:
    sari, budi = august.sari, august.budi
    await agreed(august)
    await sari.says("/nilai")
    await sari.taps("1 Izin")
    await sari.taps("Ubah")
    await sari.taps("Target dan satuan")
    await sari.says("30 berkas")
    assert sari.sees("Mengapa perlu diubah?")
    await sari.says(WHY)
    await sari.taps("Ajukan")
    assert sari.sees("Sampai perubahan disetujui, yang tertulis di atas tetap berlaku.")
    await sari.says("/nilai")
    assert sari.sees("target 40 berkas, belum ada realisasi")
    await budi.says("/menu")
    await budi.taps("Setujui rencana")
    await budi.taps("1 Izin")
    assert budi.sees(f"Alasan: {WHY}")
    await budi.taps("Setujui")
    await sari.says("/nilai")
    assert sari.sees("target 30 berkas, belum ada realisasi")


async def test_dropping_an_agreed_one_needs_the_superior_too(august: Cast) -> None:
    sari, budi = august.sari, august.budi
    await agreed(august)
    await sari.says("/nilai")
    await sari.taps("1 Izin")
    await sari.taps("Usulkan penghapusan")
    await sari.says(WHY)
    await sari.taps("Ajukan")
    await sari.says("/nilai")
    assert sari.sees("target 40 berkas")
    await budi.says("/menu")
    await budi.taps("Setujui rencana")
    await budi.taps("1 Izin")
    assert budi.sees("Diusulkan untuk dihapus")
    await budi.taps("Setujui")
    await sari.says("/nilai")
    assert sari.sees("Belum ada rencana")


async def test_a_plan_supports_one_of_the_superiors(august: Cast) -> None:
    kepala, budi, sari = august.kepala, august.budi, august.sari
    await plans(sari)
    await sari.taps("Semua rencana saya")
    assert sari.sees("Budi Santoso, S.Sos. belum memiliki rencana yang disepakati")
    await plans(kepala, "Layanan satu pintu berjalan di semua kantor", "4 kantor")
    await kepala.taps("Ajukan")
    await budi.says("/nilai")
    await budi.taps("Rencana hasil kerja")
    await budi.taps("Rencana saya")
    await budi.taps("Tambah rencana")
    assert budi.sees("1. Layanan satu pintu berjalan di semua kantor"), "in full, not as a label"
    await budi.says("Layanan satu pintu")
    assert budi.sees("pilih salah satu tombol")
    await budi.taps("1 Layanan satu pintu")
    await budi.says(PLAN)
    await budi.says("/nilai")
    await budi.taps("Rencana hasil kerja")
    await budi.taps("Rencana saya")
    await budi.taps("1 ")
    await budi.taps("Lanjutkan mengisi")
    await budi.taps("Produktivitas")
    await budi.says("3 hari")
    await budi.taps("Terakhir, makin rendah")
    assert budi.sees("Mendukung: Layanan satu pintu berjalan di semua kantor")
    assert budi.sees("Target: ≤ 3 hari")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("banyak", "tidak menemukan target"),
        ("40", "satuan di belakang"),
        ("-3 berkas", "tidak menemukan target"),
        ("3 " + "x" * 31, "terlalu panjang"),
        ("9" * 16 + " berkas", "tidak menemukan target"),
    ],
)
async def test_a_target_that_is_none_keeps_the_question_open(
    august: Cast, typed: str, said: str
) -> None:
    sari = august.sari
    await sari.says("/nilai")
    await sari.taps("Tambah rencana")
    await sari.says(PLAN)
    await sari.taps("Produktivitas")
    await sari.says(typed)
    assert said in "\n".join(bubble.text for bubble in sari.bubbles)
    await sari.says("2,5 hari")
    assert sari.sees("Bagaimana prestasi dihitung?")


async def test_nought_is_a_target_only_where_less_is_better(august: Cast) -> None:
    sari = august.sari
    await sari.says("/nilai")
    await sari.taps("Tambah rencana")
    await sari.says("Tidak ada keluhan yang terlambat dijawab")
    await sari.taps("Kualitas pelayanan")
    await sari.says("0 keluhan")
    await sari.taps("Jumlah, makin banyak")
    assert "Target 0 hanya cocok" in "\n".join([b.text for b in sari.bubbles] + sari.toasts)
    await sari.taps("Jumlah, makin sedikit")
    assert sari.sees("Target: ≤ 0 keluhan")


async def test_a_double_tap_agrees_once(august: Cast) -> None:
    sari, budi = august.sari, august.budi
    await plans(sari)
    await sari.taps("Ajukan")
    await budi.says("/menu")
    await budi.taps("Setujui rencana")
    data = budi.button("Setujui semua")
    await budi.taps("Setujui semua (1)")
    await budi.taps("Setujui semua (1)", data=data)
    assert any("Sudah tercatat" in toast for toast in budi.toasts)
    assert wordings(august) == [("agreed", "40", 1)]


async def test_taken_back_before_the_superior_presses(august: Cast) -> None:
    """The button of an older screen agrees to nothing that was taken back."""
    sari, budi = august.sari, august.budi
    await plans(sari)
    await sari.taps("Ajukan")
    await budi.says("/menu")
    await budi.taps("Setujui rencana")
    await sari.says("/nilai")
    await sari.taps("1 Izin")
    await sari.taps("Ubah")
    await budi.taps("Setujui semua (1)")
    assert [state for state, *_ in wordings(august)] == ["proposed", "draft"]
    await budi.says("/menu")
    assert "Setujui rencana" not in budi.card.text


async def test_a_colleague_sees_nothing_of_it(august: Cast) -> None:
    await plans(august.sari)
    await august.sari.taps("Ajukan")
    await august.dedi.taps("Ubah", data=august.sari.button("Ubah"))
    assert wordings(august) == [("proposed", "40", 1)]


async def test_after_the_quarter_nothing_is_proposed_any_more(august: Cast) -> None:
    await plans(august.sari)
    moves_to(august, date(2026, 10, 7))
    await august.sari.taps("Ajukan")
    assert wordings(august) == [("draft", "40", 1)]


async def counts(cast: Cast, amount: str = "12", title: str = "Antrean lebih cepat") -> None:
    """Sari tells an achievement and lets it count for her first planned result."""
    await tells(cast.sari, title)
    await cast.sari.taps("Hitung untuk rencana")
    await cast.sari.taps("1 Izin")
    await cast.sari.says(amount)


async def approves(cast: Cast) -> None:
    await cast.budi.says("/menu")
    await cast.budi.taps("Prestasi Sari")
    await cast.budi.taps("Nilai")
    await cast.budi.taps("4")
    await cast.budi.taps("Setujui")


async def test_achievements_count_once_they_are_approved(august: Cast) -> None:
    sari, budi = august.sari, august.budi
    await agreed(august)
    await counts(august)
    assert sari.sees(f"Rencana: {PLAN} (+12 berkas)")
    await sari.taps("Kirim")
    await sari.says("/nilai")
    assert sari.sees("target 40 berkas, 12 menunggu dinilai")
    await budi.says("/menu")
    await budi.taps("Prestasi Sari")
    assert budi.sees(f"Rencana: {PLAN} (+12 berkas)")
    await approves(august)
    await sari.says("/nilai")
    assert sari.sees("12 dari 40 berkas (30%)")
    await sari.taps("1 Izin")
    assert sari.sees("• Antrean lebih cepat: 12")


async def test_without_an_agreed_plan_an_achievement_is_as_it_was(august: Cast) -> None:
    await plans(august.sari)
    await tells(august.sari)
    assert "Hitung untuk rencana" not in august.sari.screen
    await august.sari.taps("Kirim")
    await approves(august)
    assert counted(august) == []


def counted(cast: Cast) -> list[tuple[int, str]]:
    with cast.database.transaction() as session:
        rows = session.exec(select(Contribution))
        return [(row.planned_id, row.amount) for row in rows]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("dua belas", "Tulislah angka dalam"),
        ("12 hari", "dihitung dalam"),
        ("0", "Tulislah angka"),
    ],
)
async def test_an_amount_that_does_not_fit_is_asked_again(
    august: Cast, typed: str, said: str
) -> None:
    await agreed(august)
    await counts(august, typed)
    assert said in "\n".join(bubble.text for bubble in august.sari.bubbles)
    assert counted(august) == []
    await august.sari.says("12,5 berkas")
    assert august.sari.sees("(+12,5 berkas)")


async def test_what_it_counts_for_can_be_taken_off_again(august: Cast) -> None:
    sari = august.sari
    await agreed(august)
    await counts(august)
    send = sari.button("Kirim")
    await sari.taps("Hitung untuk rencana")
    await sari.taps("Tidak ada")
    assert counted(august) == []
    await sari.taps("Kirim", data=send)
    assert sari.sees("berubah")
    await sari.taps("Hitung untuk rencana")
    await sari.taps("1 Izin")
    await sari.says("5")
    assert counted(august) == [(1, "5")]
    await sari.taps("Hapus")
    assert counted(august) == []


async def test_the_unit_stays_once_achievements_count_in_it(august: Cast) -> None:
    sari = august.sari
    await agreed(august)
    await counts(august)
    await sari.says("/nilai")
    await sari.taps("1 Izin")
    await sari.taps("Ubah")
    await sari.taps("Target dan satuan")
    await sari.says("30 izin")
    assert sari.sees("jadi satuannya tetap")
    await sari.says("30")
    assert sari.sees("Mengapa perlu diubah?")


async def test_a_dropped_plan_takes_no_achievement(august: Cast) -> None:
    """Told for a planned result that was dropped before it was sent."""
    sari, budi = august.sari, august.budi
    await agreed(august)
    await counts(august)
    await sari.says("/nilai")
    await sari.taps("1 Izin")
    await sari.taps("Usulkan penghapusan")
    await sari.says(WHY)
    await sari.taps("Ajukan")
    await budi.says("/menu")
    await budi.taps("Setujui rencana")
    await budi.taps("Setujui semua (1)")
    await sari.says("/prestasi")
    await sari.taps("1. ✎ Antrean")
    assert "Rencana:" not in sari.card.text
    await sari.taps("Kirim")
    assert counted(august) == []
