"""Days off on HR's desk: the file out and back in, its differences, the fasting month."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from storage.holidays import HolidayDecree
from tests.cast import Cast
from tests.conversations.test_certificates import document
from tests.conversations.test_panel import fits
from tests.kit import Person
from tests.quarter import moves_to

NEW = "2027-06-02;cuti bersama;Cuti bersama Pancasila"


async def to_the_desk(person: Person) -> None:
    await person.says("/admin")
    fits(person)
    await person.taps("Periode & skema")
    fits(person)
    await person.taps("Hari libur")
    fits(person)


async def test_a_year_goes_out_and_comes_back_changed(cast: Cast) -> None:
    moves_to(cast, date(2026, 11, 20))
    maya = cast.maya
    await to_the_desk(maya)
    assert maya.sees("Dihitung oleh program")
    await maya.taps("2027")
    await maya.taps("Daftar hari")
    fits(maya)
    await maya.taps("Kembali")
    await maya.taps("Unduh berkas")
    lines = document(maya).decode("utf-8-sig").splitlines()
    assert lines[0] == "tanggal;jenis;keterangan"
    await maya.taps("Kirim berkas")
    fits(maya)
    await maya.sends_file("libur.csv", "\n".join([*lines, "x;libur nasional;Natal"]).encode())
    assert maya.sees("Baris")
    assert maya.sees("bukan tanggal")
    await maya.sends_file("libur.csv", "\n".join([*lines, NEW]).encode())
    fits(maya)
    assert maya.sees("1 hari akan berubah")
    assert maya.sees("2 Jun 2027: baru, Cuti bersama Pancasila")
    await maya.taps("Berlakukan")
    fits(maya)
    assert maya.sees("Dimasukkan oleh Maya Kusuma, S.Psi.")
    with cast.database.transaction() as session:
        assert [one.year for one in session.exec(select(HolidayDecree))] == [2027]


async def test_the_fasting_month_is_typed_and_looked_at_once_more(cast: Cast) -> None:
    moves_to(cast, date(2026, 11, 20))
    maya = cast.maya
    await to_the_desk(maya)
    await maya.taps("2027")
    await maya.taps("Bulan puasa")
    await maya.says("sebulan penuh")
    assert maya.sees("Tanggalnya belum terbaca")
    await maya.says("9 Februari sampai 9 Maret 2027")
    fits(maya)
    assert maya.sees("29 hari")
    await maya.taps("Berlakukan")
    assert maya.sees("9 Feb 2027 s.d. 9 Mar 2027 (sesuai penetapan)")
