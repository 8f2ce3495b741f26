"""A Telegram that is away at the start is waited for; a token that is refused is not."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramUnauthorizedError
from aiogram.methods import GetMe
from aiogram.types import User

from bot.commands import greeting
from bot.settings import Settings
from tests.conftest import SECRET
from tests.kit import TOKEN

ME = User(id=42, is_bot=True, first_name="Teladan", username="teladan_bot")


class Wire(Bot):
    """A bot whose Telegram fails so many times."""

    def __init__(self, faults: list[Exception]) -> None:
        super().__init__(TOKEN)
        self.faults = faults

    async def get_me(self, *_: Any, **__: Any) -> User:
        if self.faults:
            raise self.faults.pop(0)
        return ME


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited each time."""
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("bot.commands.greeting.asyncio.sleep", sleep)
    return waited


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("SECRET_KEY", SECRET)
    return Settings()


def away(times: int) -> list[Exception]:
    return [TelegramNetworkError(method=GetMe(), message="away") for _ in range(times)]


async def test_it_waits_with_growing_pauses_and_says_so_once(
    pauses: list[float], settings: Settings
) -> None:
    told: list[str] = []
    assert await greeting.wait_for_telegram(Wire(away(9)), settings, told.append) == ME.username
    assert pauses == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]
    [sentence] = told
    assert "Menunggu" in sentence


async def test_a_short_absence_is_not_worth_a_word(
    pauses: list[float], settings: Settings
) -> None:
    told: list[str] = []
    await greeting.wait_for_telegram(Wire(away(2)), settings, told.append)
    assert (told, pauses) == ([], [0.5, 1.0])


@pytest.mark.parametrize("ask", [greeting.greet, greeting.wait_for_telegram])
async def test_a_refused_token_is_refused_at_once(
    pauses: list[float], settings: Settings, ask: Any
) -> None:
    refusal = TelegramUnauthorizedError(method=GetMe(), message="Unauthorized")
    with pytest.raises(SystemExit) as ended:
        await ask(Wire([*away(1), refusal]), settings)
    assert (ended.value.code, pauses) == (2, [0.5])


async def test_a_command_does_not_wait_for_ever(pauses: list[float], settings: Settings) -> None:
    with pytest.raises(SystemExit) as ended:
        await greeting.greet(Wire(away(99)), settings)
    assert (ended.value.code, pauses) == (2, [0.5, 1.0, 2.0])
