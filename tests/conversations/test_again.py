"""What was done while Telegram was disturbed is kept, and its screen is offered again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import GetMe, SendMessage
from aiogram.types import User
from sqlmodel import select

from bot.screens import Screen
from handlers import letters
from handlers.conversations import whole_table
from handlers.patience import Patience
from storage import outbox, pauses
from storage.database import Database
from storage.outbox import Letter
from tests.cast import Cast
from tests.kit import TOKEN, TestClock

SEND = SendMessage(chat_id=1, text="x")


def offers(cast: Cast) -> list[tuple[str, Screen | None]]:
    """Where every offer leads, and how it reads now."""
    table = whole_table()
    with cast.database.transaction() as session:
        owed = session.exec(select(Letter).where(Letter.template == "letters.again")).all()
        now = cast.sari.office.clock.now()
        drawn = [letters.render(table.letters, session, letter, now) for letter in owed]
        return [
            (letter.opens, out.drawn.screen if out else None)
            for letter, out in zip(owed, drawn, strict=True)
        ]


@pytest.mark.parametrize(
    "fault",
    [
        TelegramServerError(method=SEND, message="Bad Gateway"),
        TelegramNetworkError(method=SEND, message="no route"),
        TelegramRetryAfter(method=SEND, message="slowly", retry_after=3),
    ],
    ids=lambda fault: type(fault).__name__,
)
async def test_a_screen_that_was_lost_is_offered_once(cast: Cast, fault: Exception) -> None:
    await cast.sari.says("/prestasi")
    for _ in range(2):
        cast.sari.office.telegram.fail_next = [fault, fault]
        await cast.sari.says("Menata arsip layanan sampai selesai hari ini")
    (_, first), (opens, second) = offers(cast)
    assert first is None
    assert second is not None
    assert "mungkin belum sampai" in second.text
    assert opens.startswith("achievements.offer/")
    with cast.database.transaction() as session:
        assert outbox.newest(session, cast.ids["sari"], "letters.again") is not None


async def test_what_was_said_beside_a_screen_is_said_again_when_the_bot_fell(cast: Cast) -> None:
    sari, telegram = cast.sari, cast.sari.office.telegram
    await sari.says("123456")
    said = [bubble.text for bubble in sari.bubbles]
    assert len(said) == 2  # the notice, and the screen below it
    telegram.bubbles.clear()
    await sari.office.feeds_again()
    assert [bubble.text for bubble in sari.bubbles] == said

    await sari.says("/pengaturan")
    await sari.taps("Kemudahan membaca")
    data = sari.button("Tanpa emoji")
    await sari.taps("Tanpa emoji")
    (once,) = sari.toasts
    await sari.office.feeds_again()
    assert sari.toasts == [once, once]
    await sari.taps("Tanpa emoji", data=data)
    assert "Sudah tercatat pukul" in sari.toasts[-1]


async def test_whoever_blocked_the_bot_is_offered_nothing(cast: Cast) -> None:
    blocked = TelegramForbiddenError(method=SEND, message="Forbidden: bot was blocked")
    cast.sari.office.telegram.fail_next = [blocked, blocked]
    await cast.sari.says("/menu")
    assert offers(cast) == []


async def test_answers_obey_the_stored_deadline_and_move_it(
    database: Database, clock: TestClock
) -> None:
    patience, bot, asked = Patience(database, clock), Bot(TOKEN), list[str]()

    async def flooded(_: Bot, method: object) -> User:
        asked.append(type(method).__name__)
        raise TelegramRetryAfter(method=SEND, message="slowly", retry_after=30)

    async def works(_: Bot, method: object) -> User:
        asked.append(type(method).__name__)
        return User(id=1, is_bot=True, first_name="x")

    for _ in range(3):
        with pytest.raises(TelegramRetryAfter):
            await patience(flooded, bot, SEND)  # type: ignore[arg-type]
    assert asked == ["SendMessage"]
    with database.transaction() as session:
        assert pauses.until(session, pauses.TELEGRAM) == clock.now() + timedelta(seconds=30)
    await patience(works, bot, GetMe())  # type: ignore[arg-type]
    clock.advance(seconds=31)
    await patience(works, bot, SEND)  # type: ignore[arg-type]
    assert asked == ["SendMessage", "GetMe", "SendMessage"]


async def test_what_another_process_was_told_counts_here(
    database: Database, clock: TestClock
) -> None:
    patience = Patience(database, clock)
    with database.transaction() as session:
        pauses.extend(session, pauses.TELEGRAM, clock.now() + timedelta(seconds=5))
    await patience.look()
    with pytest.raises(TelegramRetryAfter) as told:
        await patience(None, Bot(TOKEN), SEND)  # type: ignore[arg-type]
    assert told.value.retry_after == 6
