"""/laporan in the chat: asking, keeping the draft, sending, changing, and bad input."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from storage.audit import AuditEntry
from storage.reports import Report
from tests.cast import Cast
from tests.quarter import RATING, moves_to, rates, reports

GOOD = "Loket saya kini melayani 40 orang sehari."


def stored(cast: Cast) -> list[Report]:
    with cast.database.transaction() as session:
        return list(session.exec(select(Report)))


@pytest.fixture
async def august(cast: Cast) -> Cast:
    moves_to(cast, date(2026, 8, 12))
    return cast


async def test_before_any_quarter_it_says_so(cast: Cast) -> None:
    for command in ("/laporan", "/skor"):
        await cast.sari.says(command)
        assert cast.sari.sees("elum ada")


async def test_a_draft_survives_batal_and_a_change_replaces_it(august: Cast) -> None:
    sari = august.sari
    await sari.says("/laporan")
    await sari.says(GOOD)
    assert sari.sees("Draf Anda, belum dikirim:")
    await sari.says("/batal")
    await sari.says("/laporan")
    assert sari.sees(GOOD)
    await sari.taps("Ubah")
    await sari.says("Antrean di loket saya hilang sejak Juli.")
    await sari.taps("Kirim")
    assert sari.sees("Antrean di loket saya hilang sejak Juli.")
    assert [row.text for row in stored(august)] == ["Antrean di loket saya hilang sejak Juli."]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("   ", "terlalu pendek"),
        ("👍", "terlalu pendek"),
        ("x" * 4000, "terlalu panjang"),
    ],
)
async def test_bad_text_keeps_the_question_open(august: Cast, typed: str, said: str) -> None:
    sari = august.sari
    await sari.says("/laporan")
    await sari.says(typed)
    assert said in "\n".join(bubble.text for bubble in sari.bubbles)
    assert stored(august) == []
    await sari.says(GOOD)
    assert sari.sees("Draf Anda")


async def test_html_and_right_to_left_text_are_shown_as_typed(august: Cast) -> None:
    await reports(august.sari, "<b>Layanan</b> & مرحبا dipercepat 🚀 dua kali")
    assert august.sari.sees("&lt;b&gt;Layanan&lt;/b&gt; &amp; مرحبا dipercepat 🚀 dua kali")


async def test_a_photo_instead_of_words_loses_nothing(august: Cast) -> None:
    sari = august.sari
    await sari.says("/laporan")
    await sari.sends_photo()
    await sari.says("/laporan")
    await sari.says(GOOD)
    await sari.taps("Kirim")
    assert [row.text for row in stored(august)] == [GOOD]


async def test_twice_pressed_and_fed_again_it_is_sent_once(august: Cast) -> None:
    sari = august.sari
    await sari.says("/laporan")
    await sari.says(GOOD)
    data = sari.button("Kirim")
    await sari.taps("Kirim")
    shown = sari.card.text
    await sari.office.feeds_again()
    assert sari.card.text == shown
    await sari.taps("Kirim", data=data)
    assert any("Sudah tercatat" in toast for toast in sari.toasts)
    with august.database.transaction() as session:
        sent = session.exec(select(AuditEntry).where(AuditEntry.action == "reports.send")).all()
    assert len(sent) == 1


async def test_somebody_elses_button_does_nothing(august: Cast) -> None:
    await august.sari.says("/laporan")
    await august.sari.says(GOOD)
    await august.dedi.taps("Kirim", data=august.sari.button("Kirim"))
    assert [row.sent_at for row in stored(august)] == [None]


async def test_it_may_be_changed_until_the_submission_day(august: Cast) -> None:
    await reports(august.sari)
    moves_to(august, date(2026, 10, 5))
    await august.sari.says("/laporan")
    moves_to(august, RATING)
    await august.sari.says("/laporan")
    await august.dedi.says("/laporan")
    assert august.dedi.sees("Apa yang paling berarti")
    await rates(august.budi, "Dedi Pratama")
    await august.dedi.says(GOOD)
    assert august.dedi.sees("Atasan Anda sudah menilai triwulan ini")
    assert [row.sent_at is not None for row in stored(august)] == [True]
