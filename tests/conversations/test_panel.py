"""/panel in the chat: calibrating unseen, the way back, two hands, the pattern, the mirror."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from storage import periods
from storage.audit.entries import FACTS
from storage.editions import FormerResult
from storage.grants import Grant
from storage.outbox import Letter
from storage.results import Result
from storage.sittings import Sitting
from tests.beginnings import played
from tests.cast import Cast
from tests.factors import types_code
from tests.kit import Person
from tests.quarter import CALIBRATION, RATING, moves_to, publishes, rates

LABEL, SCREEN, BUTTONS = 24, 900, 8
WHY = "Zebra: keluaran triwulan ini belum dipakai unit lain."
BASIS = "Surat Sekda 12/2026: sebagian besar target tertunda."
KEPT = "Target unit layanan sudah terpenuhi seluruhnya."


@pytest.fixture
@played
async def calibrating(cast: Cast) -> Cast:
    with cast.database.transaction() as session:
        for key in ("maya", "rina"):
            since = date(2026, 1, 1)
            session.add(Grant(employee_id=cast.ids[key], role=Role.EVALUATION_TEAM, since=since))
    moves_to(cast, RATING.replace(month=8))
    moves_to(cast, RATING)
    await rates(cast.budi, "Sari Lestari", 5)
    await rates(cast.budi, "Dedi Pratama", 4)
    moves_to(cast, CALIBRATION)
    return cast


def fits(person: Person) -> None:
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(person.card.text) <= SCREEN, person.card.text
    assert len(labels) <= BUTTONS, labels
    assert all(len(label) <= LABEL for label in labels), labels


async def walks(person: Person, *steps: str) -> None:
    """Press one button after the other, or write what is no button; every screen fits a phone."""
    for step in steps:
        if step in (WHY, BASIS, KEPT) or step.startswith("/"):
            await person.says(step)
        else:
            await person.taps(step)
        fits(person)


async def opens(member: Person, name: str = "Sari Lestari") -> None:
    await walks(member, "/panel", "Kalibrasi", name)


async def finds_high(member: Person) -> None:
    await opens(member)
    await walks(member, "Terlalu tinggi", WHY)


def everything_of(cast: Cast, key: str) -> str:
    """All that this person's phone shows or was told, and what letters and the trail hold."""
    person = getattr(cast, key)
    office = person.office
    told = [text for who, text, _ in office.telegram.toasts if who == person.telegram_id]
    shown = [one.text for one in person.bubbles]
    buttons = [label for one in person.bubbles for row in one.keyboard for label, _ in row]
    with cast.database.transaction() as session:
        letters = [str(one.facts) for one in session.exec(select(Letter))]
        facts = [str(row.facts) for row in session.connection().execute(FACTS.select())]
    views = [one for one in facts if "high" in one]
    return "\n".join([*told, *shown, *letters, *views, *(b for b in buttons if "Zebra" in b)])


async def test_no_screen_letter_or_entry_reveals_a_view_before_the_round_ends(
    calibrating: Cast,
) -> None:
    await finds_high(calibrating.wayan)
    assert calibrating.wayan.sees("Pandangan Anda sejauh ini: <b>Terlalu tinggi</b>.")
    for key in ("maya", "rina"):
        member = getattr(calibrating, key)
        await member.says("/menu")
        assert member.sees("Pandangan: Sari Lestari")
        await opens(member)
        assert member.sees("1 dari 3 sudah masuk")
        await member.says("/panel")
        for go in ("Pola sebaran", "Kembali", "Penilai", "Kembali", "Peringkat"):
            await member.taps(go)
        said = everything_of(calibrating, key)
        assert "Zebra" not in said
        assert "terlalu tinggi" not in said.lower()
        assert "high" not in said
    with calibrating.database.transaction() as session:
        sitting = session.exec(select(Sitting.id)).one()
    await calibrating.maya.opens(f"panel.reasons/{sitting}", calibrating.database.vault)
    assert calibrating.maya.sees("tidak tersedia untuk Anda")
    await opens(calibrating.maya)
    await calibrating.maya.taps("Sesuai")
    assert "Zebra" not in everything_of(calibrating, "rina")
    await finds_high(calibrating.rina)
    assert calibrating.rina.sees("Putaran kedua: pandangan berbeda.")
    await calibrating.rina.taps("Pandangan putaran I")
    fits(calibrating.rina)
    assert calibrating.rina.sees("1 sesuai, 2 terlalu tinggi, 0 terlalu rendah")
    assert calibrating.rina.sees("Zebra")
    assert "Wayan" not in calibrating.rina.card.text


async def test_an_adjustment_from_the_views_to_the_signature(calibrating: Cast) -> None:
    for member in (calibrating.wayan, calibrating.maya, calibrating.rina):
        await finds_high(member)
    wayan, kepala = calibrating.wayan, calibrating.kepala
    await opens(wayan)
    assert wayan.sees("0 sesuai, 3 terlalu tinggi, 0 terlalu rendah")
    await walks(wayan, "Usulkan penyesuaian", "Produktivitas", "3 ")
    assert wayan.sees("Produktivitas: tingkat 3")
    assert wayan.sees("Sekarang: 120,00, Sangat Baik")
    await walks(wayan, "Alasan dan usulan", WHY, "Ya, usulkan")
    await walks(kepala, "/panel")
    assert kepala.sees("Penyesuaian yang menunggu Anda: 1")
    assert kepala.button("Penyesuaian Sari Lestari")
    await walks(kepala, "/menu")
    assert kepala.sees("Penyesuaian Sari Lestari")
    await walks(kepala, "Penyesuaian Sari Lestari")
    assert kepala.sees("Produktivitas → 3")
    await walks(kepala, "Setujui", "Berlakukan penyesuaian")
    assert kepala.sees("ketik enam angka")
    await types_code(kepala)
    assert kepala.sees("Diberlakukan oleh Drs. Hendra Wijaya, M.Si.")
    assert kepala.sees("Sebelum: 120,00, Sangat Baik")
    with calibrating.database.transaction() as session:
        changed = session.exec(select(Result).where(Result.edition == 2)).one()
        assert session.exec(select(FormerResult)).one().total == "120.00"
        assert changed.employee_id == calibrating.ids["sari"]
    await opens(wayan)
    assert wayan.sees("Sebelum kalibrasi: 120,00, Sangat Baik")
    await publishes(kepala, "Pegawai yang tersisa sedang tugas belajar.", proven=True)
    sari = calibrating.sari
    await walks(sari, "/skor")
    assert sari.sees("Sebelum kalibrasi: 120,00, Sangat Baik")
    await walks(sari, "Mengapa?", "Yang mengubah hasil ini")
    assert sari.sees("Tingkat hasil kalibrasi dianggap tetap: Produktivitas.")
    assert "Produktivitas 3" not in sari.card.text


async def test_a_form_goes_back_with_a_reason_that_the_superior_reads(calibrating: Cast) -> None:
    wayan, budi = calibrating.wayan, calibrating.budi
    await opens(wayan)
    await walks(wayan, "Kembalikan ke atasan", WHY, "Ya, kembalikan")
    assert "Sari Lestari" not in wayan.card.text
    moves_to(calibrating, CALIBRATION)
    await walks(budi, "/menu", "Nilai Sari Lestari")
    assert budi.sees("Dikembalikan oleh tim evaluasi: <i>Zebra")
    await walks(budi, "Lanjutkan penilaian", "Kirim")
    await opens(wayan)
    assert wayan.sees("Pernah dikembalikan ke atasan: 1 kali.")


async def test_the_pattern_warns_and_publication_says_so(calibrating: Cast) -> None:
    kepala, wayan = calibrating.kepala, calibrating.wayan
    await walks(kepala, "/terbit")
    assert kepala.sees("Predikat organisasi belum ditetapkan")
    await walks(kepala, "/panel", "Pola sebaran", "Predikat organisasi", "Butuh Perbaikan", BASIS)
    assert kepala.sees("Butuh Perbaikan: 0, sedikitnya 1 (60%)")
    await walks(kepala, "/terbit")
    assert kepala.sees("1 sebaran tidak sesuai pola dan belum ada alasannya.")
    await walks(wayan, "/panel", "Pola sebaran", "Tulis alasan", KEPT)
    assert wayan.sees("Dipertahankan dengan alasan")
    await walks(kepala, "/terbit")
    assert kepala.sees("1 sebaran tidak sesuai pola, dengan alasan tertulis.")


async def test_the_quarter_stays_until_it_is_published_and_its_pattern_after(
    calibrating: Cast,
) -> None:
    kepala = calibrating.kepala
    with calibrating.database.transaction() as session:
        newest, period = periods.recent(session, 2)
        assert (newest.state, period.state) == (PeriodState.OPEN, PeriodState.CALIBRATION)
        number = period.id or 0
        period.calibrate_until = kepala.office.clock.now().date() - timedelta(1)
        session.add(period)
    await walks(kepala, "/panel")
    assert kepala.sees("hasil menunggu diterbitkan")
    await walks(kepala, "Pola sebaran")
    assert kepala.sees("[Predikat organisasi]")
    with calibrating.database.transaction() as session:
        periods.move(session, number, PeriodState.CALIBRATION, PeriodState.PUBLISHED)
    await walks(kepala, "/panel")
    assert kepala.sees("Triwulan masih berjalan")
    await walks(kepala, "Pola sebaran TW III")
    assert kepala.sees("Triwulan III 2026")
    assert "[Predikat organisasi]" not in kepala.screen


async def test_the_mirror_is_for_the_rater_alone(calibrating: Cast) -> None:
    budi = calibrating.budi
    await walks(budi, "/nilai", "Cermin saya")
    assert budi.sees("Hanya Anda yang melihat ini.")
    await calibrating.sari.opens("panel.mirror", calibrating.database.vault)
    assert calibrating.sari.sees("belum ada yang ditampilkan")


async def test_others_have_no_door_to_it(calibrating: Cast) -> None:
    for who in (calibrating.sari, calibrating.budi):
        await who.says("/panel")
        assert who.sees("tidak tersedia untuk Anda")
