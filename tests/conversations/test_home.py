"""The way in, the way out, and what nobody else may do."""

from __future__ import annotations

import re

import pytest

from bot.actions import home
from bot.actions.home import DOORS
from bot.actions.me import read_me
from bot.actions.waiting import Waiting
from bot.screens import place
from bot.texts import home as texts
from tests.cast import Cast
from tests.kit import Office


async def test_the_menu_greets_by_name_and_title(cast: Cast) -> None:
    await cast.sari.says("/menu")
    assert cast.sari.sees("Sari Lestari, A.Md.")


async def test_a_stranger_learns_nothing(office: Office, cast: Cast) -> None:
    data = None
    await cast.sari.says("/bantuan")
    data = cast.sari.button("Menu")
    stranger = office.person(999, "Orang")
    await stranger.taps("Menu", data=data)
    assert "Sari" not in stranger.screen


async def test_batal_always_answers(cast: Cast) -> None:
    await cast.sari.says("/batal")
    await cast.sari.taps("Menu")
    assert cast.sari.sees("Sari Lestari")


async def test_a_command_is_understood_without_its_stroke(cast: Cast) -> None:
    assert "Yang dapat Anda lakukan di sini" in await cast.sari.says("Bantuan")
    assert "Prestasi saya" in await cast.sari.says("prestasi")
    for typed in ("data saya", "/datasaya", "/Data_Saya"):
        assert "Data pribadi saya" in await cast.sari.says(typed)


async def test_a_forged_button_does_nothing_and_says_so(cast: Cast) -> None:
    await cast.sari.says("/menu")
    await cast.sari.taps("x", data="r.home.menu.AAAAAAAA")
    assert cast.sari.toasts


async def test_the_old_card_goes_when_the_person_writes(cast: Cast) -> None:
    await cast.sari.says("/menu")
    await cast.sari.says("/bantuan")
    assert len(cast.sari.bubbles) == 1


@pytest.mark.parametrize("key", ["sari", "kepala", "maya"])
async def test_every_open_door_is_explained_page_by_page(cast: Cast, key: str) -> None:
    """What a role adds comes first; no page is too long for a phone."""
    person, names = cast.people[key], []
    await person.says("/bantuan")
    while True:
        names += re.findall(r"• <b>(.*?)</b>", person.card.text)
        if not person.sees("[Menu]") or "[▶]" not in person.screen:
            break
        await person.taps("▶")
    with cast.database.transaction() as session:
        me = read_me(session, person.telegram_id, person.office.clock.now())
        assert me is not None
        doors = [name for name, stands_open in DOORS if stands_open(session, me)]
    assert names == [str(texts.door(name)) for name in doors]
    await person.opens("home.doors", cast.database.vault)
    others = [label for row in person.card.keyboard for label, _ in row]
    while "▶" in others:
        await person.taps("▶")
        others += [label for row in person.card.keyboard for label, _ in row]
        others.remove("▶")
    assert [one for one in others if one not in {"◀", "Menu"}] == names[2:]


async def test_what_the_menu_has_no_room_for_stands_behind_its_last_door(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = [Waiting(f"Tugas {number:02}", place("home.help", number)) for number in range(11)]
    monkeypatch.setattr(home, "FINDERS", (lambda *_: tasks,))
    sari = cast.sari
    await sari.says("/menu")
    assert sari.sees("Dan 7 hal lainnya, ada di “Lainnya …”.")
    await sari.taps("Lainnya …")
    await sari.taps("Menunggu juga (7)")
    assert sum(map(len, sari.card.keyboard)) <= 8
    found = re.findall(r"Tugas \d\d", sari.card.text)
    await sari.taps("▶")
    found += re.findall(r"Tugas \d\d", sari.card.text)
    assert found == [one.label for one in tasks[4:]]
    await sari.taps("Tugas 10")
    assert sari.sees("Yang dapat Anda lakukan")
