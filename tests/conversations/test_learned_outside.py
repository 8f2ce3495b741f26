"""What is learned elsewhere: told, proven, confirmed or not; the agreement of a PPPK."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from bot.actions import evidence
from bot.examining.verdicts import Examined
from bot.rules.evidence import FileType
from storage import evidence_files
from storage.employees import Employee
from storage.trainings import Learning
from tests.cast import Cast
from tests.quarter import moves_to

NOVEMBER = date(2026, 11, 10)
TITLE = "Webinar Layanan Ramah, LAN RI"


@pytest.fixture
def autumn(cast: Cast, tmp_path: Path) -> Cast:
    moves_to(cast, NOVEMBER)
    evidence_files.hand_over(tmp_path, cast.database.engine)
    return cast


def arrives(cast: Cast) -> None:
    """What the courier does: the files that wait are fetched and examined."""
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        for file in evidence.next_to_fetch(session, now, 9):
            examined = Examined(f"{file.evidence_id:064x}", FileType.JPEG, b"sertifikat")
            evidence.came(session, file, examined, now)


async def tells(cast: Cast, hours: str = "8 JP") -> None:
    """Everything but handing it in."""
    sari = cast.sari
    await sari.says("/diklat")
    await sari.taps("Belajar di luar")
    await sari.says(TITLE)
    await sari.taps("Seminar")
    await sari.says("5/11/2026")
    await sari.says(hours)
    await sari.taps("Berkas bukti")
    await sari.sends_photo(unique="sertifikat")
    arrives(cast)
    await sari.taps("Kembali")


async def test_it_counts_when_the_superior_says_so(autumn: Cast) -> None:
    sari, budi = autumn.sari, autumn.budi
    await tells(autumn)
    assert sari.sees("Lama: 8 JP")
    await sari.taps("Serahkan")
    assert sari.sees("menunggu pengesahan")
    await sari.says("/diklat")
    assert sari.sees("0 dari 20 JP")
    await budi.says("/menu")
    await budi.taps("Belajar Sari")
    assert budi.sees(TITLE)
    await budi.taps("Sahkan JP")
    await sari.says("/diklat")
    assert sari.sees("8 dari 20 JP")


async def test_refused_it_comes_back_and_nothing_counts_twice(autumn: Cast) -> None:
    sari, budi = autumn.sari, autumn.budi
    await tells(autumn)
    await sari.taps("Serahkan")
    await budi.says("/diklat")
    await budi.taps("Menunggu saya (1)")
    await budi.taps("Sari")
    await budi.taps("Tidak disahkan …")
    await budi.says("Namanya tidak tercantum di sertifikat.")
    await sari.opens("trainings.learned/1", autumn.database.vault)
    assert sari.sees("tidak mengesahkannya: <i>Namanya tidak tercantum di sertifikat.</i>")
    await sari.taps("Perbaiki, kirim lagi")
    await sari.taps("Serahkan")
    await tells(autumn)
    await sari.taps("Serahkan")
    assert sari.sees("sudah dihitung, atau sedang menunggu pengesahan")


@pytest.mark.parametrize(
    ("said", "answer"),
    [("banyak", "Mohon ketik lamanya"), ("0 JP", "Mohon ketik lamanya"), ("1,01 jp", "lamanya")],
)
async def test_hours_that_make_no_whole_minutes_are_asked_again(
    autumn: Cast, said: str, answer: str
) -> None:
    sari = autumn.sari
    await sari.says("/diklat")
    await sari.taps("Belajar di luar")
    await sari.says(TITLE)
    await sari.taps("Seminar")
    await sari.says("31/12/2026")
    assert sari.sees("tidak di masa depan")
    await sari.says("5/11/2026")
    await sari.says(said)
    assert sari.sees(answer)


async def test_nobody_else_confirms_it(autumn: Cast) -> None:
    await tells(autumn)
    await autumn.sari.taps("Serahkan")
    for person in (autumn.dedi, autumn.wayan):
        await person.opens("trainings.learned/1", autumn.database.vault)
        assert person.sees("tidak tersedia untuk Anda")
    await autumn.sari.opens("trainings.learned/1", autumn.database.vault)
    assert "Sahkan JP" not in autumn.sari.screen


async def test_a_pppk_past_the_ceiling_warns_by_the_year_of_agreement(autumn: Cast) -> None:
    with autumn.database.transaction() as session:
        sari: Any = session.get(Employee, autumn.ids["sari"])
        sari.nip = "199003032024212003"
        session.add(sari)
    maya = autumn.maya
    await maya.says("/diklat")
    await maya.taps("Meja diklat")
    await maya.taps("Perjanjian PPPK")
    assert maya.sees("belum tercatat")
    await maya.taps("1. Sari")
    await maya.says("besok")
    assert maya.sees("Mohon ketik hari pertama perjanjian")
    await maya.says("01/03/2024")
    assert maya.sees("Hari pertama setiap perjanjian sudah tercatat.")
    await tells(autumn, "25 JP")
    await autumn.sari.taps("Serahkan")
    await autumn.budi.opens("trainings.learned/1", autumn.database.vault)
    assert autumn.budi.sees("batas")
    await autumn.budi.taps("Sahkan JP")
    await autumn.sari.says("/diklat")
    assert autumn.sari.sees("1 Mar 2026")
    with autumn.database.transaction() as session:
        assert [one.minutes for one in session.exec(select(Learning))] == [1125]
