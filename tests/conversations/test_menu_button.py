"""The menu button of the chat opens the dashboard, once there is one."""

from __future__ import annotations

from aiogram.methods import SetChatMenuButton
from aiogram.types import MenuButtonWebApp

from storage import printing
from storage.printing import Printing
from tests.cast import Cast

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
