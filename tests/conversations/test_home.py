"""The way in, the way out, and what nobody else may do."""

from __future__ import annotations

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


async def test_a_forged_button_does_nothing_and_says_so(cast: Cast) -> None:
    await cast.sari.says("/menu")
    await cast.sari.taps("x", data="r.home.menu.AAAAAAAA")
    assert cast.sari.toasts


async def test_the_old_card_goes_when_the_person_writes(cast: Cast) -> None:
    await cast.sari.says("/menu")
    await cast.sari.says("/bantuan")
    assert len(cast.sari.bubbles) == 1
