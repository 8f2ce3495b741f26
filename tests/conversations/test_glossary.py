"""/istilah: pages, a word that is typed, and the button of a screen that uses a hard word."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.actions.buttons import fits
from bot.actions.glossary import search
from bot.screens import place
from bot.texts.glossary import TERMS
from handlers import explaining
from handlers.conversations import whole_table
from tests.cast import Cast

DOCUMENT = Path(__file__).parents[2] / "docs" / "glossary.md"


async def test_pages_lead_to_a_term_and_back(cast: Cast) -> None:
    assert "1/" in await cast.sari.says("/istilah")
    first = cast.sari.screen
    await cast.sari.taps("▶")
    assert cast.sari.screen != first
    await cast.sari.taps("◀")
    await cast.sari.taps("Angka kredit")
    assert cast.sari.sees("naik pangkat")
    await cast.sari.taps("Jenjang jabatan")
    assert cast.sari.sees("Ahli Muda")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("plh", "plh"), ("Plt.", "plt"), ("SKP", "skp"), ("predikad", "predikat"),
        ("kalibrsi", "kalibrasi"), ("satyalancana", "satya"), ("talenta", "kotak"),
        ("angka kredit", "akredit"), ("ekspektasi", "ekspektasi"), ("mandat", "mandat"),
        ("jam pelajaran", "jp"), ("triwulan", "triwulan"), ("RHK", "rencana"), ("skm", "skm"),
    ],
)  # fmt: skip
def test_a_typed_word_is_found(typed: str, key: str) -> None:
    assert search(typed)[0] == key


async def test_typing_finds_one_several_or_none(cast: Cast) -> None:
    await cast.sari.says("/istilah")
    await cast.sari.says("plh")
    assert cast.sari.sees("Pelaksana harian")
    await cast.sari.says("laporan")
    assert "[Laporan tahunan]" in cast.sari.screen
    await cast.sari.says("xyzzy")
    assert cast.sari.sees("belum mengenal")
    await cast.sari.says("jp")
    assert cast.sari.sees("45 menit")


async def test_a_screen_explains_its_word_and_is_come_back_to(cast: Cast) -> None:
    before = await cast.sari.says("/keberatan")
    await cast.sari.taps("Istilah")
    assert cast.sari.sees("14 hari")
    await cast.sari.taps("Atasan dari atasan")
    await cast.sari.taps("Kembali")
    assert cast.sari.screen == before


async def test_a_made_up_term_or_screen_is_refused(cast: Cast) -> None:
    vault = cast.database.vault
    await cast.sari.opens("glossary.term/nihil", vault)
    assert "Istilah" not in cast.sari.screen
    await cast.sari.opens("glossary.term/skp/desk.open", vault)
    refused = await cast.sari.taps("Kembali")
    assert "Meja" not in refused


def test_every_explained_screen_and_term_is_there_and_its_button_fits() -> None:
    assert whole_table().places.keys() >= explaining.TERMS.keys()
    assert TERMS.keys() >= set(explaining.TERMS.values())
    beside = {key for one in TERMS.values() for key in one.beside.split()}
    assert TERMS.keys() >= beside
    for name, key in explaining.TERMS.items():
        assert fits(place("glossary.term", key, name, 99_999)), name


def test_the_written_glossary_knows_every_term() -> None:
    written = DOCUMENT.read_text(encoding="utf-8").lower()
    missing = [str(one.name) for one in TERMS.values() if str(one.name).lower() not in written]
    assert not missing
