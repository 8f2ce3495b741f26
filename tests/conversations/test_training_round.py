"""One course from the first application to a corrected result, screen by screen as each role."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from storage import evidence_files, units
from tests.cast import Cast
from tests.factors import types_code
from tests.kit import Person
from tests.quarter import moves_to
from tests.trainings import applies, arrives, offer, solves

NOVEMBER, DAY = date(2026, 11, 10), date(2026, 11, 30)


async def test_a_whole_round(cast: Cast, tmp_path: Path) -> None:
    evidence_files.hand_over(tmp_path, cast.database.engine)
    moves_to(cast, NOVEMBER)
    with cast.database.transaction() as session:
        offer(session, cast.sari.office.clock.now(), seats=1, provider=units.top(session))
    await seats_are_divided(cast)
    moves_to(cast, DAY)
    await the_course_is_held(cast)
    await its_result_is_corrected(cast)


async def seats_are_divided(cast: Cast) -> None:
    """Two apply, one seat: HR divides, another signs; it is given back and the list moves up."""
    sari, dedi, budi, maya, rina = cast.sari, cast.dedi, cast.budi, cast.maya, cast.rina
    for person in (dedi, sari):
        await applies(person, "1. Pelayanan")
        await budi.says("/diklat")
        await budi.taps("Menunggu saya (1)")
        await budi.taps("Sari" if person is sari else "Dedi")
        await budi.taps("Setuju")
    await maya.says("/diklat")
    await maya.taps("Meja diklat")
    assert maya.sees("2 permohonan menunggu pembagian kursi.")
    await maya.taps("Anggaran")
    assert maya.sees("APBN: belum diisi")
    await maya.says("APBN 2.000.000")
    assert maya.sees("APBN: Rp 2.000.000, sisa Rp 2.000.000")
    await maya.taps("Kembali")
    await maya.taps("Bagi kursi")
    await solves(cast)
    await maya.says("/diklat")
    await maya.taps("Meja diklat")
    await maya.taps("Lihat pembagian kursi")
    assert maya.sees("1 kursi untuk 2 permohonan, angka manfaat 30.")
    assert maya.sees("Tidak ada pembagian lain yang lebih bermanfaat.")
    await maya.taps("1/2 Pelayanan")
    assert maya.sees("✓ Dedi Pratama (30)\n– Sari Lestari, A.Md. (30)")
    await maya.taps("Sari")
    assert maya.sees("Belum mendapat kursi:</b> kursinya untuk permohonan yang lebih bermanfaat")
    await maya.taps("Beri kursi …")
    await maya.says("Sari menggantikan petugas loket utama.")
    assert maya.sees("Kursi pelatihan ini sudah habis.")
    await maya.taps("Kembali")
    await maya.taps("Kembali")
    await maya.taps("Kembali")
    await maya.taps("Minta persetujuan")
    assert "[Setujui …]" not in maya.screen
    await rina.says("/menu")
    await rina.taps("Setujui pembagian")
    await rina.taps("Setujui …")
    await rina.taps("Ya, setujui")
    await types_code(rina)
    assert rina.sees("Disetujui oleh Rina Marlina")
    await sari.says("/diklat")
    assert sari.sees("daftar tunggu")
    await dedi.says("/diklat")
    await dedi.taps("Permohonan saya")
    await dedi.taps("1. Pelayanan")
    assert dedi.sees("Keadaan: <b>mendapat kursi</b>.")
    await dedi.taps("Serahkan kursi …")
    await dedi.taps("Ya, serahkan")
    await sari.says("/diklat")
    assert sari.sees("mendapat kursi")


async def the_course_is_held(cast: Cast) -> None:
    """She is there, says how it was, proves it, and passes."""
    sari, maya = cast.sari, cast.maya
    await to_participant(maya)
    await maya.taps("Hadir")
    await sari.says("/menu")
    await sari.taps("Umpan balik pelatihan")
    await sari.taps("Beri umpan balik")
    await sari.taps("4")
    await sari.taps("Kirim")
    await to_application(sari)
    await sari.taps("Kirim bukti")
    await sari.sends_photo(unique="sertifikat")
    arrives(cast, 1)
    await sari.taps("Serahkan bukti")
    await to_participant(maya)
    await maya.taps("Lihat bukti")
    await maya.taps("Kembali")
    await maya.says("85")
    await maya.taps("Lulus …")
    await maya.taps("Ya, lulus")
    await to_application(sari)
    assert sari.sees("Keadaan: <b>lulus</b>.")
    assert sari.sees("001/STF/2026")


async def its_result_is_corrected(cast: Cast) -> None:
    """The score was another's; who noted it asks, the head decides and sees the proof."""
    sari, maya, kepala = cast.sari, cast.maya, cast.kepala
    await to_participant(maya)
    await maya.taps("Koreksi hasil …")
    await maya.says("95")
    await maya.says("Lembar ujiannya tertukar dengan peserta lain.")
    await maya.taps("Minta orang kedua")
    await kepala.says("/menu")
    await kepala.taps("Hasil diklat Sari")
    assert kepala.sees("Bukti yang dikirim ada di bawah (1 berkas).")
    await kepala.taps("Ya, koreksi")
    await types_code(kepala)
    await to_application(sari)
    assert sari.sees("semula “lulus, nilai 85, 20 JP”, menjadi “lulus, nilai 95, 20 JP”")
    assert sari.sees("001/STF/2026")  # the paper names no score
    await sari.says("/diklat")
    await sari.taps("JP saya")
    assert sari.sees("20 dari 20 JP")


async def to_participant(person: Person) -> None:
    await person.says("/diklat")
    await person.taps("Meja diklat")
    await person.taps("Kegiatan dan kehadiran")
    await person.taps("1. Pelayanan")
    await person.taps("Sari")


async def to_application(person: Person) -> None:
    await person.says("/diklat")
    await person.taps("Permohonan saya")
    await person.taps("1. Pelayanan")
