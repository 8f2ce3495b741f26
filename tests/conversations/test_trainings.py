"""/diklat, as each role: catalogue and import, applying, the superior's word."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest
from aiogram.methods import SendDocument
from openpyxl import Workbook, load_workbook

from bot.rules.trainings.course import State
from storage import duties
from storage.duties import DutyKind
from storage.trainings import allocation, request
from tests.cast import Cast
from tests.fairness import of_seats, rows_of
from tests.kit import Person
from tests.quarter import moves_to
from tests.trainings import HEAD, LINE, WHY, applies, offer, solves

NOVEMBER = date(2026, 11, 10)


@pytest.fixture
def offered(cast: Cast) -> Cast:
    moves_to(cast, NOVEMBER)
    with cast.database.transaction() as session:
        offer(session, cast.sari.office.clock.now())
        offer(session, cast.sari.office.clock.now(), "KOM-2", name="Analisis Data Dasar")
    return cast


async def test_my_hours_are_a_bar_with_its_number(offered: Cast) -> None:
    await offered.sari.says("/diklat")
    assert offered.sari.sees("▱▱▱▱▱▱▱▱▱▱ <b>0 dari 20 JP</b>")
    assert offered.sari.sees("Masih kurang 20 JP tahun ini.")
    await offered.sari.taps("JP saya")
    assert offered.sari.sees("Belum ada catatan untuk tahun ini.")
    await offered.sari.taps("2025")
    assert offered.sari.sees("JP saya 2025")


async def test_the_catalogue_is_searched_by_a_mistyped_word(offered: Cast) -> None:
    sari = offered.sari
    await sari.says("/diklat")
    await sari.taps("Katalog")
    assert sari.sees("2. <b>Analisis Data Dasar</b>")
    await sari.says("analisa data")
    assert "Prima" not in sari.card.text
    await sari.taps("1. Analisis")
    assert sari.sees("Biaya: Rp 1.500.000 (APBN)")
    assert sari.sees("Lama: 20 JP")


async def test_an_application_is_refused_with_a_reason_and_sent_again(offered: Cast) -> None:
    sari, budi = offered.sari, offered.budi
    await applies(sari, "1. Pelayanan")
    assert sari.sees("Permohonan ini ada di tangan Budi Santoso")
    await budi.says("/menu")
    await budi.taps("Diklat Sari")
    assert budi.sees(f"Alasan: <i>{WHY}</i>")
    assert budi.sees("Angka manfaat: 30 = setiap permohonan 10 + JP kurang 20")
    await budi.taps("Tolak")
    await budi.says("ok")
    assert budi.sees("Mohon ketik alasannya dalam kalimat yang lengkap.")
    await budi.says("Minggu itu loket kekurangan petugas.")
    await budi.taps("Ya, tolak")
    await sari.says("/diklat")
    await sari.taps("Permohonan saya")
    await sari.taps("1. Pelayanan")
    assert sari.sees("menolak: <i>Minggu itu loket kekurangan petugas.</i>")
    await applies(sari, "1. Pelayanan")
    await budi.says("/diklat")
    await budi.taps("Menunggu saya (1)")
    await budi.taps("Sari")
    await budi.taps("Setuju")
    await sari.says("/diklat")
    assert sari.sees("disetujui atasan, menunggu pembagian kursi")
    with offered.database.transaction() as session:
        assert not [
            one
            for one in duties.all_open(session, NOVEMBER)
            if one.kind == DutyKind.AGREE_TRAINING
        ]


async def test_whoever_leads_nobody_of_it_does_not_see_it(offered: Cast) -> None:
    await applies(offered.sari, "1. Pelayanan")
    await offered.dedi.opens("trainings.request/1", offered.database.vault)
    assert offered.dedi.sees("tidak tersedia untuk Anda")


async def test_withdrawn_it_waits_for_nobody(offered: Cast) -> None:
    await applies(offered.sari, "1. Pelayanan")
    await offered.sari.taps("Tarik")
    assert offered.sari.sees("Keadaan: <b>ditarik kembali</b>.")
    await offered.budi.says("/diklat")
    assert "(1)" not in offered.budi.screen


async def test_hr_imports_a_workbook_and_nothing_half_done(cast: Cast) -> None:
    moves_to(cast, NOVEMBER)
    maya = cast.maya
    await maya.says("/diklat")
    await maya.taps("Meja diklat")
    await maya.taps("Impor katalog")
    await maya.taps("Unduh templat")
    template = sent_table(maya)
    filled = template["katalog"]
    assert [cell.value for cell in filled[1]] == HEAD.split(";")
    guide = {line["kolom"]: line["contoh"] for line in rows_of(template, "petunjuk")}
    row = {**guide, "menit": None}
    filled.append([row[name] for name in HEAD.split(";")])
    example = BytesIO()
    template.save(example)
    await maya.sends_file("templat.xlsx", example.getvalue())
    assert maya.sees("akan menambahkan 1")  # the examples of its own guide
    wrong = LINE.format(begins="30-11-2026").replace(";900;", ";899;").replace("pelatihan", "les")
    await maya.sends_file("katalog.csv", f"{HEAD}\n{wrong}\n".encode())
    assert maya.sees("2 kesalahan; tidak ada yang diubah")
    assert maya.sees("Baris 2, kolom menit: tidak sesuai dengan JP, yang sama dengan 900 menit.")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD.split(";"))
    sheet.append(LINE.format(begins="2026-11-30").split(";"))
    kept = BytesIO()
    book.save(kept)
    await maya.sends_file("katalog.xlsx", kept.getvalue())
    assert maya.sees("akan menambahkan 1")
    await maya.taps("Masukkan")
    assert maya.sees("Katalog sudah masuk: 1 ditambahkan, 0 diperbarui.")
    await cast.sari.says("/diklat")
    await cast.sari.taps("Katalog")
    assert cast.sari.sees("1. <b>Pelayanan Prima</b>\n30 Nov 2026, 20 JP, sisa 2 kursi")


def sent_table(person: Person) -> Workbook:
    calls: list[Any] = person.office.telegram.calls
    sent = [c for c in calls if isinstance(c, SendDocument) and c.chat_id == person.telegram_id]
    return load_workbook(BytesIO(sent[-1].document.data))  # type: ignore[union-attr]


async def test_fairness_is_recomputed_from_the_table_alone(cast: Cast) -> None:
    """People with a seat of people who applied, however many applications each of them sent."""
    moves_to(cast, NOVEMBER)
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        course = offer(session, now, seats=2)
        other = offer(session, now, "PT-02", seats=1, begins_on=date(2026, 12, 7))
        both = [(key, one) for key in ("sari", "rina") for one in (course, other)]
        for key, one in [*both, ("dedi", course), ("yosef", course), ("wayan", course)]:
            row = request.begin(session, one, cast.ids[key], "own")
            agreed = {"sent_at": now, "decided_by": cast.ids["budi"], "decided_at": now}
            assert request.move(session, row.id or 0, ["draft"], State.AGREED, **agreed)
    maya = cast.maya
    await maya.opens("trainings.budget", cast.database.vault)
    await maya.says("APBN 9.000.000")
    await maya.opens("trainings.desk", cast.database.vault)
    await maya.taps("Bagi kursi")
    await solves(cast)
    await maya.opens("trainings.division/1/0", cast.database.vault)
    screen = maya.screen
    assert "pegawai yang mendapat kursi dari pegawai yang memohon" in screen
    await maya.taps("Sebagai tabel")
    book = sent_table(maya)
    lines, groups = rows_of(book, "Permohonan"), rows_of(book, "Kesetaraan akses")
    assert len(lines) == 7
    assert len({one["pegawai"] for one in lines}) == 5
    given = [one for one in lines if one["kursi"] == "ya"]
    (money,) = rows_of(book, "Sumber dana")
    courses = rows_of(book, "Pelatihan")
    assert len(given) == sum(one["kursi_tersedia"] for one in courses) == 3
    assert sum(one["biaya"] for one in given) <= money["tersedia"] == 9_000_000
    named = {(one["sifat"], one["kelompok"]): one for one in groups}
    recomputed = of_seats(lines)
    assert len(named) == sum(map(len, recomputed.values()))
    for trait, found in recomputed.items():
        for key, (asked, got, rate, ratio, short) in found.items():
            told = named[trait, key]
            assert (told["pemohon"], told["kursi"]) == (asked, got)
            assert told["permohonan"] == sum(one[trait] == key for one in lines)
            assert float(told["persen"]) == pytest.approx(float(100 * rate), abs=0.005)
            of_highest = pytest.approx(float(100 * ratio), abs=0.005)
            assert float(told["persen_dari_tertinggi"]) == of_highest
            assert told["kurang"] == ("ya" if short else "tidak")
    shown = re.findall(r"[✓⚠] (.+): (\d+) dari (\d+), nisbah (\d+)%", screen)
    assert len(shown) == 3
    called = {"laki-laki": "L", "perempuan": "P"}
    by_name = {key: one for found in recomputed.values() for key, one in found.items()}
    for name, *figures in shown:
        key = next(each for each in (*called, *by_name) if name.endswith(f" {each}"))
        asked, got, _, ratio, _ = by_name[called.get(key, key)]
        assert [*map(int, figures)] == [got, asked, int(100 * ratio + Fraction(1, 2))]
    await cast.budi.opens("trainings.export/1", cast.database.vault)
    assert cast.budi.sees("tidak tersedia untuk Anda")


async def waits_in_line(cast: Cast, seats: int, money: str) -> None:
    """Dedi has a seat, Sari waits for one."""
    moves_to(cast, NOVEMBER)
    now = cast.sari.office.clock.now()
    await cast.maya.opens("trainings.desk", cast.database.vault)
    with cast.database.transaction() as session:
        course = offer(session, now, seats=seats)
        for key, state in (("dedi", State.SEATED), ("sari", State.LISTED)):
            row = request.begin(session, course, cast.ids[key], "own")
            queue = 1 if state is State.LISTED else None
            assert request.move(session, row.id or 0, ["draft"], state, sent_at=now, queue=queue)
    await cast.maya.opens("trainings.budget", cast.database.vault)
    await cast.maya.says(f"APBN {money}")
    await cast.sari.says("/diklat")
    assert cast.sari.sees("daftar tunggu")


async def test_with_more_money_who_waits_moves_up(cast: Cast) -> None:
    await waits_in_line(cast, 2, "2.000.000")
    await cast.maya.opens("trainings.budget", cast.database.vault)
    await cast.maya.says("APBN 3.000.000")
    await cast.sari.says("/diklat")
    assert cast.sari.sees("mendapat kursi")


async def test_with_more_seats_who_waits_moves_up(cast: Cast) -> None:
    await waits_in_line(cast, 1, "9.000.000")
    line = LINE.format(begins="2026-11-30")
    for seats, gets in ((1, False), (2, True)):
        await cast.maya.opens("trainings.file", cast.database.vault)
        said = line.replace(";900;2;", f";900;{seats};")
        await cast.maya.sends_file("katalog.csv", f"{HEAD}\n{said}\n".encode())
        await cast.maya.taps("Masukkan")
        with cast.database.transaction() as session:
            row = request.of(session, 1, cast.ids["sari"])
            assert row is not None
            assert (row.state == State.SEATED) is gets


async def test_a_course_of_next_year_is_paid_from_next_years_budget(cast: Cast) -> None:
    """Money of this year pays no seat of January; once the next year has some, it does."""
    moves_to(cast, NOVEMBER)
    maya, now = cast.maya, cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        course = offer(session, now, begins_on=date(2027, 1, 12))
        row = request.begin(session, course, cast.ids["dedi"], "own")
        agreed = {"sent_at": now, "decided_by": cast.ids["budi"], "decided_at": now}
        assert request.move(session, row.id or 0, ["draft"], State.AGREED, **agreed)
        allocation.put_budget(session, 2026, "APBN", 9_000_000, cast.ids["maya"], now)
    await maya.opens("trainings.desk", cast.database.vault)
    await maya.taps("Bagi kursi")
    await solves(cast)
    await maya.opens("trainings.division/1/0", cast.database.vault)
    await maya.taps("0/1")
    await maya.taps("Dedi")
    await maya.taps("Beri kursi …")
    await maya.says("Sangat diperlukan di loket.")
    assert maya.sees("Sumber dana ini tidak cukup untuk satu kursi lagi.")
    with cast.database.transaction() as session:
        assert not allocation.lines(session, 1)[0].given
    await maya.opens("trainings.budget", cast.database.vault)
    await maya.says("APBN 2028 1.500.000")
    assert maya.sees("Mohon ketik sumber dana")
    await maya.says("APBN 2027 1.500.000")
    assert maya.sees("APBN: Rp 1.500.000, sisa Rp 1.500.000")
    await maya.opens("trainings.division/1/0", cast.database.vault)
    await maya.taps("Batalkan")
    await maya.taps("Bagi kursi")
    await solves(cast)
    await maya.opens("trainings.division/2/0", cast.database.vault)
    assert "1/1" in maya.screen
