"""A course as it runs: attendance, feedback, proof, result, certificate; called off or moved."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from bot.rules.personal import Look
from bot.rules.trainings.course import Ground, State
from storage import certificates, evidence_files, units
from storage.outbox import Letter
from storage.trainings import TrainingRating, allocation, learning, request, running, training
from tests.cast import Cast
from tests.kit import Person
from tests.looks import looked
from tests.quarter import moves_to
from tests.trainings import WHY, arrives, offer

NOVEMBER, DAY = date(2026, 11, 10), date(2026, 11, 12)
PEOPLE = ("sari", "dedi", "wayan", "yosef")


@pytest.fixture
def seated(cast: Cast) -> Cast:
    """Four people have a seat in a course of the office itself; Budi is its host."""
    moves_to(cast, NOVEMBER)
    with cast.database.transaction() as session:
        now = cast.sari.office.clock.now()
        days: dict[str, Any] = {"begins_on": DAY, "ends_on": DAY, "apply_until": NOVEMBER}
        office = units.top(session)
        number = offer(session, now, seats=4, name="Pelayanan Prima", provider=office, **days)
        for who in PEOPLE:
            seats(cast, session, number, who, State.SEATED)
        running.put_host(session, number, cast.ids["budi"], cast.ids["maya"], now)
    return cast


def seats(cast: Cast, session: Any, number: int, who: str, state: State, **more: Any) -> int:
    row = request.begin(session, number, cast.ids[who], Ground.OWN)
    now = cast.sari.office.clock.now()
    values = {"why": WHY, "sent_at": now, "seated_at": now, **more}
    assert request.move(session, row.id or 0, [State.DRAFT], state, **values)
    return row.id or 0


async def opens_course(person: Person) -> None:
    await person.says("/diklat")
    if "Meja diklat" in person.screen:
        await person.taps("Meja diklat")
    await person.taps("Kegiatan dan kehadiran")
    await person.taps("1. Pelayanan")


async def values(person: Person, level: str, word: str = "") -> None:
    await person.says("/menu")
    await person.taps("Umpan balik pelatihan")
    await person.taps("Beri umpan balik")
    await person.taps(level)
    if word:
        await person.says(word)
    await person.taps("Kirim")


async def test_attendance_is_noted_from_the_first_day_and_never_ones_own(seated: Cast) -> None:
    budi = seated.budi
    await opens_course(budi)
    assert budi.sees("4 mendapat kursi")
    assert looked(seated, "budi", "yosef", Look.TRAINING)
    assert "Yang lain hadir semua" not in budi.screen
    moves_to(seated, DAY)
    await opens_course(budi)
    await budi.taps("Yosef")
    await budi.taps("Berizin")
    await budi.taps("Ni Wayan")
    await budi.taps("Tidak hadir")
    await budi.taps("Yang lain hadir semua")
    assert budi.sees("2 hadir")
    assert budi.sees("1 berizin")
    with seated.database.transaction() as session:
        number = training.everything(session)[0].id or 0
        running.put_host(session, number, seated.ids["sari"], seated.ids["maya"], at(seated))
    await opens_course(seated.sari)
    await seated.sari.taps("Sari")
    assert "[Tidak hadir]" not in seated.sari.screen
    assert "Lulus" not in seated.sari.screen


def at(cast: Cast) -> Any:
    return cast.sari.office.clock.now()


async def test_feedback_is_told_from_three_up_and_nobody_is_named(seated: Cast) -> None:
    moves_to(seated, DAY)
    await opens_course(seated.budi)
    await seated.budi.taps("Yang lain hadir semua")
    await values(seated.sari, "5", "Contohnya dekat dengan loket kami.")
    await values(seated.dedi, "4")
    await opens_course(seated.budi)
    assert "Contohnya" not in seated.budi.screen
    await values(seated.wayan, "3")
    await opens_course(seated.budi)
    assert seated.budi.sees("Manfaat: <b>4,0</b> dari 5, menurut 3 jawaban.")
    assert seated.budi.sees("Contohnya dekat dengan loket kami.")
    with seated.database.transaction() as session:
        assert session.exec(select(TrainingRating)).all() == []


async def test_passing_counts_the_hours_once_and_certifies_an_own_course(seated: Cast) -> None:
    moves_to(seated, DAY)
    await opens_course(seated.budi)
    await seated.budi.taps("Yang lain hadir semua")
    await seated.budi.taps("Sari")
    await seated.budi.says("seratus")
    assert seated.budi.sees("Mohon ketik angka dari 0 sampai 100.")
    await seated.budi.says("88")
    await seated.budi.taps("Lulus …")
    assert seated.budi.sees("20 JP langsung dihitung")
    await seated.budi.taps("Ya, lulus")
    await seated.budi.taps("Yosef")
    await seated.budi.taps("Tidak lulus …")
    await seated.budi.taps("Ya, tidak lulus")
    await seated.budi.taps("Semua lulus …")
    await seated.budi.taps("Ya, semua lulus")
    assert seated.budi.sees("3 lulus")
    await seated.sari.says("/diklat")
    assert seated.sari.sees("20 dari 20 JP")
    await seated.sari.taps("Permohonan saya")
    await seated.sari.taps("1. Pelayanan")
    assert seated.sari.sees("Nilai: 88 dari 100")
    assert seated.sari.sees("001/STF/2026")
    await seated.yosef.says("/diklat")
    assert seated.yosef.sees("0 dari 20 JP")
    with seated.database.transaction() as session:
        assert certificates.count_of(session, seated.ids["sari"]) == 1
        assert certificates.count_of(session, seated.ids["yosef"]) == 0


async def test_proof_goes_through_the_evidence_and_comes_back_with_a_reason(
    seated: Cast, tmp_path: Path
) -> None:
    evidence_files.hand_over(tmp_path, seated.database.engine)
    moves_to(seated, DAY)
    await opens_course(seated.budi)
    await seated.budi.taps("Yang lain hadir semua")
    sari, budi = seated.sari, seated.budi
    for turn in (1, 2):
        await sari.says("/diklat")
        await sari.taps("Permohonan saya")
        await sari.taps("1. Pelayanan")
        await sari.taps("Kirim bukti")
        if turn == 2:
            assert sari.sees("Dikembalikan: <i>Namanya tidak terbaca di foto ini.</i>")
        await sari.sends_photo(unique=f"sertifikat{turn}")
        await sari.taps("Serahkan bukti")
        assert sari.sees("masih diambil")
        arrives(seated, turn)
        await sari.taps("Serahkan bukti")
        assert sari.sees("Bukti Anda sudah dikirim dan menunggu diperiksa.")
        await opens_course(budi)
        await budi.taps("Sari")
        await budi.taps("Lihat bukti")
        if turn == 1:
            await budi.taps("Kembalikan bukti …")
            await budi.says("Namanya tidak terbaca di foto ini.")
    await budi.taps("Lulus …")
    await budi.taps("Ya, lulus")
    await sari.says("/diklat")
    assert sari.sees("20 dari 20 JP")
    with seated.database.transaction() as session:
        found = learning.between(session, seated.ids["sari"], DAY, DAY)
    assert [(one.state, one.minutes) for one in found] == [("confirmed", 900)]


async def test_a_course_called_off_tells_everybody_once_and_its_money_moves_others_up(
    seated: Cast,
) -> None:
    with seated.database.transaction() as session:
        allocation.put_budget(session, 2026, "APBN", 6_000_000, seated.ids["maya"], at(seated))
        other = offer(session, at(seated), "KOM-2", name="Analisis Data", seats=2)
        waits = seats(seated, session, other, "rina", State.LISTED, queue=1, seated_at=None)
    maya = seated.maya
    await opens_course(maya)
    await maya.taps("Batalkan …")
    await maya.says("Narasumbernya berhalangan hadir.")
    assert maya.sees("4 orang diberi tahu satu kali")
    pressed = maya.button("Ya, batalkan")
    await maya.taps("Ya, batalkan")
    await maya.taps("Ya, batalkan", data=pressed, bubble=maya.card)
    with seated.database.transaction() as session:
        moved = request.get(session, waits)
        assert moved is not None
        assert moved.state == State.SEATED
        assert moved.seat_ground == "queue"
        off = select(Letter.employee_id).where(Letter.template == "trainings.called_off")
        told = list(session.exec(off))
        assert set(told) == {seated.ids[who] for who in PEOPLE}
        assert len(told) == 4
    await seated.sari.says("/diklat")
    await seated.sari.taps("Permohonan saya")
    await seated.sari.taps("1. Pelayanan")
    assert seated.sari.sees("Dibatalkan: <i>Narasumbernya berhalangan hadir.</i>")


async def test_a_course_is_moved_and_keeps_its_length(seated: Cast) -> None:
    maya = seated.maya
    await opens_course(maya)
    await maya.taps("Pindah hari …")
    await maya.says("kemarin")
    assert maya.sees("Mohon ketik satu atau dua tanggal")
    await maya.says("17/12/2026 s.d. 18/12/2026")
    await maya.taps("Ya, pindahkan")
    with seated.database.transaction() as session:
        row = training.everything(session)[0]
    assert (row.begins_on, row.ends_on) == (date(2026, 12, 17), date(2026, 12, 18))
    assert row.apply_until == NOVEMBER + (row.begins_on - DAY)
    await seated.sari.says("/diklat")
    await seated.sari.taps("Permohonan saya")
    await seated.sari.taps("1. Pelayanan")
    assert seated.sari.sees("Jadwal dipindahkan ke 17 Des 2026 s.d. 18 Des 2026.")


async def test_a_course_that_is_long_over_is_found_by_its_name(seated: Cast) -> None:
    moves_to(seated, date(2027, 4, 1))
    for person, sees in ((seated.maya, True), (seated.budi, True), (seated.wayan, False)):
        await person.opens("trainings.running/0", seated.database.vault)
        assert "1. Pelayanan" not in person.screen
        await person.says("pelayanan prima")
        assert ("[1. Pelayanan Prima]" in person.screen) is sees
