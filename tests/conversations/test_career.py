"""/karier: conditions with their rules, credit and forecast, nine boxes, a person's decision."""

from __future__ import annotations

import pytest
from aiogram.methods import SendPhoto

from storage import agreement
from storage.agreement import Finding, Kind
from storage.audit import Reader
from storage.career import CareerFact
from storage.employees import Employee
from tests.beginnings import played
from tests.cast import Cast
from tests.kit import Person
from tests.years import END, live_through, morning

KINDS = (Kind.CAREER_FACT, Kind.CAREER_DECISION, Kind.PROFILING)


@pytest.fixture
@played
def year(cast: Cast) -> Cast:
    """21 January 2027: two quarters of 2026 are published; Sari is Ahli Pertama, III/a."""
    with cast.database.transaction() as session:
        session.get_one(Employee, cast.ids["sari"]).post_level = "Ahli Pertama"
    live_through(cast.database, cast.ids, {3: 5, 4: 4})
    cast.sari.office.clock.moment = morning(END)
    return cast


def findings(cast: Cast) -> list[Finding]:
    with cast.database.transaction() as session:
        reader = Reader(session.connection())
        found = agreement.findings(reader, cast.database.vault, END)
        return [one for one in found if one.kind in KINDS]


async def records(maya: Person, cast: Cast, key: str, **facts: str) -> None:
    """HR types each fact and puts it on record."""
    for kind, said in facts.items():
        await maya.opens(f"career.ask/{cast.ids[key]}/{kind}", cast.database.vault)
        await maya.says(said)
        await maya.taps("Catat")
        assert maya.sees("Data tercatat.")


async def test_conditions_are_met_and_unmet_with_their_rules(year: Cast) -> None:
    sari, maya = year.sari, year.maya
    await sari.says("/karier")
    assert sari.sees("Ini saran. Yang memutuskan ialah pejabat yang berwenang")
    assert sari.sees("Berikutnya: kenaikan pangkat ke <b>III/b</b>.")
    assert sari.sees("❔ Masa dalam pangkat: belum tercatat")
    assert sari.sees("❔ Angka kredit: belum tercatat; syaratnya 50")
    await sari.taps("Aturannya")
    assert sari.sees("PP 99/2000")
    await maya.says("/karier")
    await maya.taps("Catatan karier")
    await maya.says("sari lestari")
    await maya.taps("1. Sari Lestari")
    await maya.taps("Data karier")
    await maya.taps("Angka kredit")
    await maya.says("tiga puluh")
    assert maya.sees("Mohon mulai dengan angkanya.")
    await maya.says("37,50 per 31 Desember 2031")
    assert maya.sees("belum tiba")
    await maya.says("37,50 per 31 Desember 2026")
    assert maya.sees("Angka kredit: <b>37,50 per 31 Des 2026</b>")
    await maya.taps("Catat")
    await records(
        maya, year, "sari", rank_since="1 April 2024", post_since="1 April 2024",
        predikat="2025 Baik",
    )  # fmt: skip
    assert maya.sees("• TMT pangkat: 1 Apr 2024")
    await sari.says("/karier")
    assert sari.sees("✅ Masa dalam pangkat: tercapai 1 Apr 2026")
    assert sari.sees("⏳ Angka kredit: 37,50 dari 50, kurang 12,50")
    assert sari.sees("❔ Sekurang-kurangnya Baik dua tahun berturut-turut: 2025 Baik, 2026 belum")
    assert sari.sees("• Baik: Januari 2028")
    assert sari.sees("• Sangat Baik: September 2027")
    assert findings(year) == []


async def test_what_is_wrong_is_replaced_and_nobody_records_their_own(year: Cast) -> None:
    maya, rina, sari = year.maya, year.rina, year.sari
    await records(maya, year, "sari", credit="40 per 1 Januari 2026")
    await maya.opens(f"career.ask/{year.ids['sari']}/credit", year.database.vault)
    await maya.says("30,5 per 1 Januari 2026")
    assert maya.sees("Menggantikan: 40,00 per 1 Jan 2026")
    await maya.taps("Catat")
    await maya.opens(f"career.kept/{year.ids['maya']}", year.database.vault)
    assert maya.sees("tidak tersedia untuk Anda")
    await rina.opens(f"career.kept/{year.ids['maya']}", year.database.vault)
    assert rina.sees("Belum ada. Pilih apa yang ingin dicatat.")
    await sari.opens(f"career.kept/{year.ids['dedi']}", year.database.vault)
    assert sari.sees("tidak tersedia untuk Anda")
    with year.database.transaction() as session:
        session.get_one(CareerFact, 2).value = "99.00"
    assert [(one.kind, one.about, one.key) for one in findings(year)] == [
        (Kind.CAREER_FACT, "2", "value")
    ]


async def test_nine_boxes_are_an_area_that_an_assessment_narrows(year: Cast) -> None:
    sari, maya = year.sari, year.maya
    await sari.says("/karier")
    await sari.taps("Sembilan kotak")
    assert sari.sees("Kotaknya belum dapat disebut; mungkin")
    assert sari.sees("Bagian asesmen yang sudah tercatat: 0 dari 4.")
    await records(
        maya, year, "sari", competence="75 per 1 Juli 2026", potential="70 per 1 Juli 2026",
        qualification="80 per 1 Juli 2026", integrity="72 per 1 Juli 2026",
    )  # fmt: skip
    await sari.says("/karier")
    await sari.taps("Sembilan kotak")
    assert sari.sees("Potensi: <b>74,30</b>")
    assert sari.sees("Rekomendasi PermenPANRB 3/2020:")
    assert sari.sees("Kotak <b>7</b>, tetapi mungkin juga 5.")
    drawn = [one for one in sari.office.telegram.calls if isinstance(one, SendPhoto)]
    assert drawn, "the area is drawn"
    await year.dedi.opens(f"career.boxes/{year.ids['sari']}", year.database.vault)
    assert year.dedi.sees("tidak tersedia untuk Anda")


async def test_whoever_objects_is_profiled_for_nobody(year: Cast) -> None:
    sari, budi = year.sari, year.budi
    await sari.says("/karier")
    await sari.taps("Sembilan kotak")
    await sari.taps("Jangan profilkan saya")
    assert sari.sees("Anda berkeberatan diprofilkan")
    await budi.says("/karier")
    await budi.taps("Karier pegawai saya")
    await budi.taps("2. Sari Lestari")
    await budi.taps("Sembilan kotak")
    assert budi.sees("Pegawai ini berkeberatan diprofilkan")
    assert "Kinerja" not in budi.screen
    assert findings(year) == []
    await sari.opens(f"career.boxes/{year.ids['sari']}", year.database.vault)
    await sari.taps("Saya boleh diprofilkan")
    await budi.opens(f"career.boxes/{year.ids['sari']}", year.database.vault)
    assert budi.sees("Kinerja: <b>")
    assert findings(year) == []


async def test_a_head_decides_with_a_reason_and_the_person_is_told(year: Cast) -> None:
    kepala, sari, budi = year.kepala, year.sari, year.budi
    await budi.opens(f"career.card/{year.ids['sari']}", year.database.vault)
    assert "Ambil keputusan" not in budi.screen
    await kepala.opens(f"career.card/{year.ids['sari']}", year.database.vault)
    await kepala.taps("Ambil keputusan …")
    await kepala.taps("Ikutkan uji kompetensi")
    await kepala.says("Siap")
    assert kepala.sees("Mohon sebutkan alasannya")
    await kepala.says("Dua triwulan berturut-turut di atas ekspektasi.")
    await kepala.taps("Tetapkan")
    assert kepala.sees("Ditetapkan.")
    await sari.says("/karier")
    assert sari.sees("Keputusan:")
    await sari.taps("Ikutkan uji kompetensi")
    assert sari.sees("Dua triwulan berturut-turut di atas ekspektasi.")
    assert sari.sees("Hendra Wijaya")
    assert findings(year) == []


async def test_credit_of_an_earlier_jenjang_or_rank_is_not_counted_in_this_one(year: Cast) -> None:
    maya, sari = year.maya, year.sari
    await records(
        maya, year, "sari", rank_since="1 April 2024", post_since="1 Januari 2020",
        credit="90 per 31 Desember 2026", credit_at_rank="50 per 1 April 2024",
    )  # fmt: skip
    await sari.says("/karier")
    assert sari.sees("⏳ Angka kredit: 40,00 dari 50, kurang 10,00")
    await records(maya, year, "sari", rank_since="1 April 2026")
    await sari.says("/karier")
    assert sari.sees("❔ Angka kredit: belum tercatat; syaratnya 50")
    await records(maya, year, "sari", post_since="1 Januari 2027")
    await sari.says("/karier")
    assert sari.sees("❔ Angka kredit: belum tercatat; syaratnya 50")


async def test_hr_sees_who_is_long_in_a_rank(year: Cast) -> None:
    maya = year.maya
    await records(maya, year, "sari", rank_since="1 April 2019")
    await records(maya, year, "dedi", rank_since="1 April 2023")
    await records(maya, year, "yosef", rank_since="1 April 2026")
    await maya.opens("career.desk/0", year.database.vault)
    assert maya.sees("Dua tahun atau lebih dalam pangkatnya: 2 orang")
    assert maya.sees("1. Sari Lestari (1 Apr 2019)")
    assert "Yosef" not in maya.screen
    await records(maya, year, "sari", rank_since="1 Januari 2027")
    await maya.opens("career.desk/0", year.database.vault)
    assert maya.sees("Dua tahun atau lebih dalam pangkatnya: 1 orang")


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        ("competence", "101 per 1 Juli 2026", "Hasil asesmen antara 0 dan 100."),
        ("predikat", "Baik 2024", "Mohon ketik tahun dan predikatnya"),
        ("predikat", "2027 Baik", "hanya tahun sebelum tahun ini"),
        ("rank_since", "entah", "Harinya belum saya pahami"),
        ("credit", "12", "Harinya belum saya pahami"),
    ],
)
async def test_what_cannot_be_read_is_said(year: Cast, kind: str, said: str, told: str) -> None:
    await year.maya.opens(f"career.ask/{year.ids['sari']}/{kind}", year.database.vault)
    await year.maya.says(said)
    assert year.maya.sees(told)
