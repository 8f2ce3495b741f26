"""Three cards after joining: for one's own part, skipped or repeated, and unasked only once."""

from __future__ import annotations

import pytest
from sqlmodel import col, select, update

from bot.texts.tour import CARDS
from storage.accounts import Account
from tests.cast import Cast


def await_tour(cast: Cast) -> None:
    with cast.database.transaction() as session:
        session.connection().execute(update(Account).values(tour=True))


def still_waits(cast: Cast, telegram_id: int) -> bool:
    with cast.database.transaction(reading=True) as session:
        found = select(Account.tour).where(col(Account.telegram_id) == telegram_id)
        return session.exec(found).one()


async def test_the_cards_wait_in_the_menu_until_they_are_seen(cast: Cast) -> None:
    await_tour(cast)
    await cast.sari.says("/menu")
    await cast.sari.taps("Pengantar, 3 kartu")
    assert cast.sari.sees("1 dari 3")
    await cast.sari.taps("Lanjut")
    await cast.sari.taps("Kembali")
    await cast.sari.taps("Lanjut")
    await cast.sari.taps("Lanjut")
    assert cast.sari.sees("3 dari 3")
    assert still_waits(cast, 101)
    assert "Pengantar" not in await cast.sari.taps("Mulai")
    assert not still_waits(cast, 101)


async def test_they_can_be_skipped_and_asked_for_again(cast: Cast) -> None:
    await_tour(cast)
    await cast.sari.says("/menu")
    await cast.sari.taps("Pengantar, 3 kartu")
    assert "Pengantar" not in await cast.sari.taps("Lewati")
    await cast.sari.says("/bantuan")
    assert "1 dari 3" in await cast.sari.taps("Pengantar, 3 kartu")


async def test_whoever_joined_before_is_not_asked(cast: Cast) -> None:
    assert "Pengantar" not in await cast.sari.says("/menu")


@pytest.mark.parametrize(
    ("who", "said"), [("sari", "Ceritakan yang Anda kerjakan"), ("budi", "Menilai prestasi")]
)
async def test_the_cards_are_those_of_the_own_part(cast: Cast, who: str, said: str) -> None:
    person = cast.people[who]
    await person.says("/bantuan")
    assert said in await person.taps("Pengantar, 3 kartu")


def test_every_part_has_three_short_cards() -> None:
    assert {len(cards) for cards in CARDS.values()} == {3}
    assert max(len(str(said)) for cards in CARDS.values() for _, said in cards) < 260
