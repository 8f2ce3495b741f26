"""What is read of an update is what aiogram reads of it."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import Message, Update
from aiogram.types.update import UpdateTypeLookupError

from bot.reading import Reader, Unreadable
from tests.kit import TOKEN

HUGE = 2**63
CARD = {"message_id": 7, "date": 1790000000, "chat": {"id": 5, "type": "private"}, "text": "Menu"}
PHOTO = {name: value for name, value in CARD.items() if name != "text"}


def press(**card: Any) -> dict[str, Any]:
    who = {"id": 5, "is_bot": False, "first_name": "Sari"}
    asked = {"id": "1", "from": who, "chat_instance": "1", "data": "x"}
    return {"update_id": 3, "callback_query": {**asked, "message": card}}


@pytest.mark.parametrize(
    "card",
    [
        CARD,
        PHOTO,
        PHOTO | {"date": 0},
        CARD | {"chat": {"id": -9, "type": "supergroup", "title": "Kantor"}},
        CARD | {"message_id": "7"},
        CARD | {"date": 2**33},
        PHOTO | {"text": ""},
    ],
    ids=["text", "photo", "inaccessible", "group", "number as text", "far away", "empty"],
)
def test_the_card_of_a_press(card: dict[str, Any]) -> None:
    bot = Bot(TOKEN)
    ours = Reader(bot).read(press(**card))
    theirs = Update.model_validate(press(**card), context={"bot": bot})
    assert ours == theirs
    assert ours.callback_query is not None
    assert ours.callback_query.bot is bot
    shown = ours.callback_query.message
    assert isinstance(shown, Message) == bool(card["date"])
    assert shown is not None
    assert shown.bot is bot


def test_each_press_has_a_card_of_its_own() -> None:
    reader = Reader(Bot(TOKEN))
    first, second = (reader.read(press(**CARD)) for _ in range(2))
    other = reader.read(press(**(CARD | {"message_id": 8, "text": "Lain"})))
    assert first == second
    assert other.callback_query is not None
    assert other.callback_query.message is not None
    assert other.callback_query.message.message_id == 8
    assert first.callback_query is not None
    assert first.callback_query.message is not None
    assert first.callback_query.message.message_id == 7


@pytest.mark.parametrize(
    "broken",
    [{"message_id": "none"}, {"message_id": HUGE}, {"text": 5}, {"chat": {"type": "private"}}],
)
def test_a_card_that_is_none_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        Reader(Bot(TOKEN)).read(press(**(CARD | broken)))


def test_a_kind_that_nobody_knows_is_told_apart() -> None:
    with pytest.raises(UpdateTypeLookupError):
        Reader(Bot(TOKEN)).read({"update_id": 3, "hologram": {"id": 1}})
