"""How people are judged, read in the chat by everybody."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import Cast
from tests.kit import Person
from tests.quarter import CALIBRATION, RATING, moves_to, publishes, rates

LABEL, SCREEN, BUTTONS = 24, 900, 8


@pytest.fixture
def running(cast: Cast) -> Cast:
    """The third quarter runs."""
    moves_to(cast, date(2026, 8, 12))
    return cast


def fits(person: Person) -> None:
    assert len(person.card.text) <= SCREEN, person.card.text
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert all(len(label) <= LABEL for label in labels), labels
    assert len(labels) <= BUTTONS, labels


async def walks(person: Person, *labels: str) -> str:
    for label in labels:
        await person.taps(label)
        fits(person)
    return person.screen


async def test_everybody_reads_it_from_the_help(running: Cast) -> None:
    for person in running.people.values():
        await person.says("/bantuan")
        assert "Skema bawaan Teladan, versi 1" in await walks(person, "Cara penilaian")
        assert person.sees("<b>Hasil kerja</b>, 60% dari nilai: 6 indikator")
        assert person.sees("<b>Perilaku kerja</b>, 40% dari nilai: 7 indikator")


async def test_every_screen_of_the_shipped_scheme_fits_a_phone(running: Cast) -> None:
    """Whatever can be pressed from the overview is pressed, each screen once."""
    sari = running.sari
    await sari.opens("schemes.home", running.database.vault)
    buttons = [data for row in sari.card.keyboard for label, data in row if label != "Menu"]
    texts: set[str] = set()
    while buttons:
        await sari.taps("", data=buttons.pop(), bubble=sari.card)
        if sari.card.text not in texts:
            fits(sari)
            texts.add(sari.card.text)
            rows = sari.card.keyboard
            buttons += [data for row in rows for label, data in row if label != "Menu"]
    for said in ("Siapa yang menilai", "Syarat penghargaan", "Pola sebaran", "Versi skema"):
        assert any(text.startswith(f"<b>{said}") for text in texts), said
    titles = {text.split("\n")[0] for text in texts if "Dinilai oleh" in text}
    assert len(titles) == 13
    for title in titles:
        levels = [text for text in texts if text.startswith(title) and "<b>5</b>" in text]
        assert len(levels) == 1, title


async def test_an_indicator_tells_its_weight_its_raters_and_its_levels(running: Cast) -> None:
    sari = running.sari
    await sari.opens("schemes.home", running.database.vault)
    text = await walks(sari, "Hasil kerja 60%", "Inovasi")
    assert "Hasil kerja, bobot 10%" in text
    assert "Dinilai oleh: atasan langsung 60%, tim evaluasi 40%." in text
    assert "<b>4</b> (sesuai ekspektasi): Menerapkan sedikitnya satu perbaikan" in text
    await walks(sari, "▶")
    assert sari.sees("Dinilai oleh: rekan kerja 100%.")


async def test_all_21_guides_are_read(running: Cast) -> None:
    sari = running.sari
    await sari.opens("schemes.home", running.database.vault)
    text = await walks(sari, "Perilaku kerja 40%", "Berorientasi Pelayanan")
    guides = text.count("• ")
    for _ in range(6):
        guides += (await walks(sari, "▶")).count("• ")
    assert guides == 21
    assert "▶" not in sari.screen


async def test_the_table_of_predikat_is_that_of_the_regulation(running: Cast) -> None:
    sari = running.sari
    await sari.opens("schemes.home", running.database.vault)
    text = await walks(sari, "Dari nilai ke predikat")
    rows = text[text.index("<pre>") : text.index("</pre>")].splitlines()
    assert [row.split() for row in rows[2:]] == [
        ["atas", "K", "B", "SB"],
        ["sesuai", "K", "B", "B"],
        ["bawah", "SK", "BP", "BP"],
    ]
    text = await walks(sari, "Pola sebaran predikat")
    assert "<b>Istimewa</b>: terbanyak Sangat Baik; Sangat Baik paling banyak 70%" in text


async def test_the_calendar_is_that_of_the_running_quarter(running: Cast) -> None:
    sari = running.sari
    await sari.opens("schemes.home", running.database.vault)
    text = await walks(sari, "Kalender & keberatan")
    assert "Triwulan III 2026:" in text
    assert "Rencana hasil kerja: diusulkan dalam 14 hari, disepakati dalam 7 hari" in text
    assert "Laporan pegawai sampai 5 Okt 2026" in text
    assert "dalam 14 hari setelah hasil diterima" in text


async def test_a_result_leads_to_the_scheme_it_came_by(running: Cast) -> None:
    moves_to(running, RATING)
    await rates(running.budi, "Sari Lestari", 4)
    moves_to(running, CALIBRATION)
    await publishes(running.kepala, "Hanya sebagian yang dinilai pada triwulan ini.")
    await running.sari.says("/skor")
    await walks(running.sari, "Mengapa?", "Cara penilaian")
    assert running.sari.sees("versi 1, berlaku sejak 1 Jan 2026")
    await walks(running.sari, "Versi skema")
    assert running.sari.sees("Dibawa oleh aplikasi.")
