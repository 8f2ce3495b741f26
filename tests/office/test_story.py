"""The story that the demo tells, played through on its phones from the first minute."""

from __future__ import annotations

import pytest

from bot.office.hiring import invitation_code
from handlers.conversations import build_dispatcher
from tests.factors import code
from tests.kit import Office, Person, TestClock
from tests.office.conftest import Made
from tests.quarter import tick

Phones = dict[str, Person]
REASON = "Nilainya tertinggi di badan, dan caranya sudah ditiru dua kantor lain."


@pytest.fixture
def phones(own: Made) -> Phones:
    clock = TestClock(own.seeded.now)
    office = Office(build_dispatcher(own.database, clock), clock)
    return {
        phone.key: office.person(phone.telegram_id, phone.first_name)
        for phone in own.seeded.phones
    }


async def test_every_phone_that_joined_shows_its_menu(own: Made, phones: Phones) -> None:
    for phone in own.seeded.phones:
        if phone.joined:
            await phones[phone.key].says("/menu")
            assert phones[phone.key].sees("Selasa, 10 November 2026"), phone.key
            assert phones[phone.key].sees("hari lagi"), phone.key


async def test_the_team_proposes_and_the_head_decides(own: Made, phones: Phones) -> None:
    wayan, kepala = phones["wayan"], phones["kepala"]
    await wayan.says("/panel")
    await wayan.taps("Peringkat")
    await wayan.taps("1. Sari Widyaningrum")
    await wayan.taps("Usulkan penghargaan")
    await wayan.says(REASON)
    await wayan.taps("Ya, usulkan")
    assert wayan.sees("Menunggu keputusan pimpinan")
    await kepala.says("/penghargaan")
    await kepala.taps("Putuskan (")
    await kepala.taps("Putuskan: Sari")
    await kepala.taps("Setujui")
    await kepala.taps("Ya, tetapkan")
    await kepala.says(code(own.seeded.now, secret=own.seeded.keys["kepala"]))
    await kepala.says("/penghargaan")
    assert kepala.sees("Nomor 5/2026")


async def test_results_of_three_quarters_make_a_trend(own: Made, phones: Phones) -> None:
    kepala, sari = phones["kepala"], phones["sari"]
    tick(own.database, own.seeded.now, peers=True)
    await kepala.says("/terbit")
    assert kepala.sees("Kalibrasi masih berlangsung sampai Rabu, 18 November 2026")
    await kepala.taps("Tulis alasan")
    await kepala.says("Kalibrasi selesai lebih cepat dari jadwal.")
    await kepala.taps("Ya, terbitkan")
    await kepala.says(code(own.seeded.now, secret=own.seeded.keys["kepala"]))
    await sari.says("/skor")
    for quarter in ("TW I 2026", "TW II 2026", "TW III 2026"):
        assert sari.sees(quarter)
    await sari.taps("Masukan rekan")
    assert sari.sees("Rata-rata jawaban")
    assert sari.sees("Komentar, sudah diacak:")


async def test_citizens_answers_count_in_a_published_quarter_and_are_explained(
    phones: Phones,
) -> None:
    sari = phones["sari"]
    await sari.says("/skor")
    await sari.taps("Hasil sebelumnya")
    assert sari.sees("Kepuasan masyarakat 100,00")
    await sari.taps("Mengapa?")
    await sari.taps("Kepuasan masyarakat")
    assert sari.sees("Kantor Pelayanan Semarang</b>: 81,79")
    assert sari.sees("mutu B")


async def test_the_last_one_can_join_with_the_invitation(phones: Phones) -> None:
    await phones["bagas"].says(f"/start {invitation_code()}")
    assert phones["bagas"].sees("B****")


async def test_an_objection_waits_for_its_answer_and_its_decision(
    own: Made, phones: Phones
) -> None:
    marice, kepala = phones["marice"], phones["kepala"]
    await marice.says("/keberatan")
    await marice.taps("Tanggapi penjelasan II")
    await marice.taps("Tanggapi penjelasan")
    await marice.says("Jadwalnya sudah tetap sejak pekan kedua April, lihat laporan bulanan.")
    await marice.taps("Kirim")
    await kepala.says("/keberatan")
    await kepala.taps("Keberatan Marice")
    await kepala.taps("Ke putusan")
    await kepala.taps("Tulis alasan")
    await kepala.says("Penjelasan atasan sesuai dengan catatan prestasi triwulan itu.")
    await kepala.taps("Periksa putusan")
    await kepala.taps("Ya, putuskan")
    assert kepala.sees("hasil dipertahankan")
    await marice.says("/keberatan")
    await marice.taps("TW II: diputus")
    assert marice.sees("hasil dipertahankan")
