"""HR sees about whom too few colleagues are asked, and why, while something can be done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from bot.actions.peers import fields, widening
from bot.rules.personal import Look
from storage.outbox import Letter
from storage.peers import PeerTicket
from tests.beginnings import played
from tests.cast import Cast
from tests.kit import Person
from tests.looks import looked
from tests.quarter import CALIBRATION, RATING, moves_to

LABEL, SCREEN, BUTTONS = 24, 900, 8
SHORT = ("Sari Lestari", "Dedi Pratama", "Yosef Wanggai")


@pytest.fixture
@played
def october(cast: Cast) -> Cast:
    """Drawn: about Sari, Dedi and Yosef nobody, for each has two co-workers."""
    moves_to(cast, date(2026, 8, 12), peers=True)
    moves_to(cast, RATING, peers=True)
    moves_to(cast, RATING, peers=True)
    return cast


async def go(person: Person, *labels: str) -> None:
    for label in labels:
        await person.taps(label)
        shown = [label for row in person.card.keyboard for label, _ in row]
        assert len(person.card.text) <= SCREEN, (len(person.card.text), person.card.text)
        assert len(shown) <= BUTTONS, shown
        assert all(len(label) <= LABEL for label in shown), shown


def asked_about(cast: Cast, key: str) -> set[tuple[int, str]]:
    with cast.database.transaction() as session:
        found = select(PeerTicket).where(
            PeerTicket.about_id == cast.ids[key], PeerTicket.side == "peer"
        )
        return {(one.rater_id, one.way) for one in session.exec(found)}


async def test_hr_is_told_who_is_short_and_draws_from_the_unit_above(october: Cast) -> None:
    maya, ids = october.maya, october.ids
    with october.database.transaction() as session:
        letters = session.exec(select(Letter).where(Letter.template == "peers.short"))
        told = {one.employee_id for one in letters}
    assert told == {ids["maya"], ids["rina"]}
    await maya.says("/admin")
    await maya.opens("peers.short/1/9", october.database.vault)
    assert maya.sees("Sari Lestari: diminta 0"), "the last page there is"
    await maya.says("/admin")
    await go(maya, "Rekan belum cukup (3)")
    for name in SHORT:
        assert maya.sees(f"{name}: diminta 0, menjawab 0 (rekan kerja terlalu sedikit)")
    assert all(looked(october, "maya", key, Look.APPRAISAL) for key in ("sari", "dedi", "yosef"))
    await go(maya, "Sari Lestari")
    assert maya.sees("Tim dan unit: 3 pegawai.")
    assert maya.sees("atasan atau bawahan: 1")
    await go(maya, "Perluas undian")
    assert maya.sees("Diminta: 3 dari sedikitnya 3")
    drawn = asked_about(october, "sari")
    assert {way for _, way in drawn} == {"lot"}
    assert not {rater for rater, _ in drawn} & {ids["budi"], ids["kepala"], ids["sari"]}
    assert not any(f"[{name}" in maya.screen for name in ("Ni Wayan", "Dedi", "Rina"))
    await maya.says("/admin")
    assert maya.sees("Rekan belum cukup (2)")


async def test_of_a_large_agency_some_are_looked_at(
    october: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []

    def noted(*facts: Any) -> fields.Field:
        looked_at.append(len(facts[-1]))
        return fields.around(*facts)

    monkeypatch.setattr(widening, "around", noted)
    monkeypatch.setattr(widening, "LOOKED_AT", 6)
    await october.maya.opens(f"peers.shortage/1/{october.ids['sari']}", october.database.vault)
    await go(october.maya, "Perluas undian")
    assert october.maya.sees("Diminta: 3 dari sedikitnya 3")
    assert set(looked_at) == {6}


async def test_hr_names_somebody_after_a_second_look(october: Cast) -> None:
    maya = october.maya
    await maya.says("/admin")
    await go(maya, "Rekan belum cukup (3)", "Yosef Wanggai", "Tunjuk rekan")
    await maya.says("Budi Santoso")
    await go(maya, "1. Budi Santoso")
    assert maya.sees("Tidak dapat diminta: atasan atau bawahan.")
    assert "[Ya, " not in maya.screen
    await go(maya, "Kembali")
    await maya.says("Ni Wayan")
    await go(maya, "1. Ni Wayan Astuti")
    assert maya.sees("Pernahkah mereka bekerja bersama?")
    assert maya.sees("bukan keluarga")
    await go(maya, "Ya, minta rekan ini")
    assert asked_about(october, "yosef") == {(october.ids["wayan"], "hand")}
    moves_to(october, RATING, peers=True)
    await october.wayan.says("/menu")
    assert october.wayan.sees("5 rekan menunggu")


async def test_hr_never_looks_after_their_own_and_others_have_no_door(october: Cast) -> None:
    vault = october.database.vault
    await october.maya.opens(f"peers.shortage/1/{october.ids['maya']}", vault)
    assert october.maya.sees("tidak tersedia untuk Anda")
    for key in ("sari", "budi", "wayan", "kepala"):
        person = getattr(october, key)
        await person.opens("peers.short/1/0", vault)
        assert person.sees("tidak tersedia untuk Anda")


async def test_after_the_close_only_that_nothing_was_released(october: Cast) -> None:
    moves_to(october, CALIBRATION, peers=True)
    maya = october.maya
    await maya.opens("peers.short/1/0", october.database.vault)
    assert maya.sees("Jawaban rekan tidak dibuka")
    assert maya.sees("Dedi Pratama")
    assert "diminta" not in maya.screen
    await maya.opens(f"peers.shortage/1/{october.ids['yosef']}", october.database.vault)
    assert maya.sees("tidak tersedia untuk Anda")
