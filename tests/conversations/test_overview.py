"""/tim as leaders see it: who still owes, how predicates spread, and who may see which."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from aiogram.methods import SendPhoto

from bot.actions import overview
from bot.texts import overview as texts
from handlers.lists import MOST_BUTTONS
from storage import printing
from storage.duties import OF_YEAR
from storage.printing import Printing
from storage.units import Unit
from tests.beginnings import played
from tests.cast import Cast
from tests.kit import Person
from tests.quarter import CALIBRATION, RATING, WHY, moves_to, publishes, rates

UNSEEN = "tidak tersedia untuk Anda"


@pytest.fixture
@played
async def rated(cast: Cast) -> Cast:
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    await rates(cast.budi, "Sari Lestari", 5)
    await rates(cast.budi, "Dedi Pratama", 4)
    return cast


def captions(person: Person) -> list[str]:
    calls: list[Any] = person.office.telegram.calls
    mine = [c for c in calls if isinstance(c, SendPhoto) and c.chat_id == person.telegram_id]
    assert all(call.protect_content for call in mine)
    return [call.caption or "" for call in mine]


def test_every_kind_that_is_looked_at_has_its_words() -> None:
    assert {*overview.OF_QUARTER, *OF_YEAR} == texts.KINDS.keys()


async def test_a_superior_sees_what_the_own_people_owe(rated: Cast) -> None:
    budi = rated.budi
    await budi.says("/tim")
    assert budi.screen.split("\n")[2:] == ["[Bawahan saya]", "[Istilah] [Menu]"]
    await budi.taps("Bawahan saya")
    assert budi.sees("• Yosef Wanggai: laporan triwulan (lewat 2 hari)")
    assert "Spread" not in budi.screen
    assert "Sebaran" not in budi.screen
    assert captions(budi)[0].startswith("Gambar: Yang masih ditunggu, Bawahan saya · Triwulan III")


async def test_a_leader_sees_units_and_what_is_proposed(rated: Cast) -> None:
    kepala = rated.kepala
    await kepala.says("/tim")
    await kepala.taps("Layanan")
    assert kepala.sees("Budi Santoso: menilai 1 pegawai")
    await kepala.taps("Sebaran usulan")
    assert kepala.sees("Sangat Baik: <b>1 orang</b> (50,0%)")
    assert kepala.sees("Baik: <b>1 orang</b> (50,0%)")
    assert kepala.sees("Belum ada hasil: <b>1 orang</b>")
    assert kepala.sees("Belum terbit: ini masih usulan")
    assert "Sangat Baik 1 orang (50,0%); Baik 1 orang (50,0%)" in captions(kepala)[-1]


async def test_hr_sees_the_spread_only_once_it_is_published(rated: Cast) -> None:
    maya, vault = rated.maya, rated.database.vault
    await maya.says("/tim")
    await maya.taps("Seluruh instansi")
    assert "Sebaran" not in maya.screen
    for place in ("overview.spread/0", "overview.proposed/0"):
        await maya.opens(place, vault)
        assert maya.sees(UNSEEN)
    moves_to(rated, CALIBRATION.replace(day=21))
    await publishes(rated.kepala, WHY)
    await maya.says("/tim")
    await maya.taps("Seluruh instansi")
    await maya.taps("Sebaran predikat")
    assert maya.sees("Sangat Baik: <b>1 orang</b> (50,0%)")
    assert "Belum terbit" not in maya.screen


async def test_others_see_no_unit_and_no_spread(rated: Cast) -> None:
    vault, unit = rated.database.vault, rated.units["Layanan"]
    for who in (rated.sari, rated.budi):
        for place in (f"overview.owing/{unit}", "overview.owing/0", f"overview.proposed/{unit}"):
            await who.opens(place, vault)
            assert who.sees(UNSEEN)
            assert captions(who) == []
    await rated.wayan.opens("overview.owing/987654", vault)
    assert rated.wayan.sees(UNSEEN)


async def test_a_head_of_many_units_turns_pages_of_at_most_eight_buttons(cast: Cast) -> None:
    head = cast.kepala
    with cast.database.transaction() as session:
        session.add_all(
            Unit(name=f"Kantor {n}", zone="Asia/Jakarta", parent_id=cast.units["Pusat"])
            for n in range(9)
        )
    printing.hand_over(Printing(dashboard="https://contoh.go.id/dasbor"), cast.database.engine)
    await head.says("/tim")
    shown = [head.screen]
    while "[▶]" in head.screen:
        await head.taps("▶")
        shown.append(head.screen)
    assert all(one.count("[") <= MOST_BUTTONS for one in shown), shown
    assert "[Grup dan kanal]" in shown[0]
    assert all("[Buka dasbor]" in one for one in shown)
    every = "\n".join(shown)
    assert all(f"[Kantor {n}]" in every for n in range(9))
