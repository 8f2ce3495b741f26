"""The menu button of the chat opens the dashboard, once there is one."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SetChatMenuButton, TelegramMethod
from aiogram.types import MenuButtonWebApp

from handlers.menu_button import Refusals
from storage import printing
from storage.printing import Printing
from tests.cast import Cast
from tests.conftest import NOW

ADDRESS = "https://contoh.go.id/dasbor"


def buttons(cast: Cast) -> list[tuple[object, str, str]]:
    calls = [one for one in cast.sari.office.telegram.calls if isinstance(one, SetChatMenuButton)]
    return [
        (one.chat_id, one.menu_button.text, one.menu_button.web_app.url)
        for one in calls
        if isinstance(one.menu_button, MenuButtonWebApp)
    ]


async def test_it_is_set_once_and_named_anew_in_another_language(cast: Cast) -> None:
    await cast.sari.says("/menu")
    assert buttons(cast) == []
    engine = cast.database.engine
    printing.hand_over(Printing(dashboard=ADDRESS), engine)
    await cast.sari.says("/menu")
    await cast.sari.says("/menu")
    assert buttons(cast) == [(cast.sari.telegram_id, "Dasbor", ADDRESS)]
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("English")
    await cast.sari.says("/menu")
    assert buttons(cast)[1:] == [(cast.sari.telegram_id, "Dashboard", ADDRESS)]


async def test_a_refusal_is_remembered_for_a_day_and_the_menu_stands(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram = cast.sari.office.telegram
    plain = telegram._answer

    def refuse(method: TelegramMethod[Any]) -> Any:
        if isinstance(method, SetChatMenuButton):
            raise TelegramBadRequest(method=method, message="Bad Request: BUTTON_URL_INVALID")
        return plain(method)

    monkeypatch.setattr(telegram, "_answer", refuse)
    printing.hand_over(Printing(dashboard=ADDRESS), cast.database.engine)
    for _ in range(3):
        assert "Selamat datang" in await cast.sari.says("/menu")
    assert len(buttons(cast)) == 1
    cast.sari.office.clock.advance(days=1)
    await cast.sari.says("/menu")
    assert len(buttons(cast)) == 2


def test_refusals_of_too_many_chats_are_forgotten_from_the_oldest() -> None:
    refusals = Refusals(most=2)
    for chat in (1, 2, 3):
        refusals.note(chat, ADDRESS, NOW)
    assert [refusals.has(chat, ADDRESS, NOW) for chat in (1, 2, 3)] == [False, True, True]
    assert not refusals.has(3, "https://lain.go.id", NOW)
