"""Hundreds of people press a button twice at once: one effect each, on both databases."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Iterator

import pytest
from sqlmodel import col, func, select

from bot.rules.achievements import State
from storage.achievements import Achievement
from storage.audit import AuditEntry
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.keyboards import Keyboard
from storage.outbox import Letter
from storage.turns import AchievementTurn as Turn
from tests.kit import TestClock
from tests.races.rush import BOSSES, PEOPLE, Raw, Rush, get_ready, open_rush

pytestmark = pytest.mark.timeout(600)
SENT, REPEATED = "Sudah dikirim.", "Sudah tercatat pukul 10.00."


@pytest.fixture
def rush(database: Database, clock: TestClock) -> Iterator[Rush]:
    with open_rush(database, clock) as one:
        yield one


async def presses(rush: Rush, times: int) -> list[list[Raw]]:
    """For each person so many presses of "Kirim", each an update of its own."""
    cards = await get_ready(rush)
    return [[rush.press(card, "Kirim") for _ in range(times)] for card in cards]


async def test_one_bot_and_quick_fingers(rush: Rush) -> None:
    """Both presses come in one batch, those of different people in any order."""
    batch = [press for pair in await presses(rush, 2) for press in pair]
    random.Random(1).shuffle(batch)
    bot = rush.receivers[0]
    await asyncio.gather(*(bot.handle(press) for press in batch))
    check_effects(rush)
    check_told(rush, Counter({SENT: 1, REPEATED: 1}))


async def test_two_bots_get_one_press_each(rush: Rush) -> None:
    pairs = await presses(rush, 2)
    random.Random(2).shuffle(pairs)
    one, other = rush.receivers
    both = [bot.handle(press) for a, b in pairs for bot, press in ((one, a), (other, b))]
    await asyncio.gather(*both)
    check_effects(rush)
    check_told(rush, Counter({SENT: 1, REPEATED: 1}))


async def test_two_bots_get_the_same_update(rush: Rush) -> None:
    """As when Telegram sends again what it thinks was not answered: each twice to each bot."""
    updates = [press for (press,) in await presses(rush, 1)] * 2
    random.Random(3).shuffle(updates)
    await asyncio.gather(*(bot.handle(raw) for raw in updates for bot in rush.receivers))
    check_effects(rush)
    # Whoever is answered again hears the same: the first answer may have been lost.
    check_told(rush, *(Counter({SENT: times}) for times in range(1, 5)))


def check_effects(rush: Rush) -> None:
    """Each achievement was sent once, with everything that follows from it."""
    with rush.database.transaction(reading=True) as session:
        audit = Counter(session.exec(select(AuditEntry.action, AuditEntry.object)).all())
        states = Counter(session.exec(select(Achievement.state)).all())
        turns = Counter(session.exec(select(Turn.achievement_id)).all())
        letters = Counter(session.exec(select(Letter.employee_id)).all())
        rating = Duty.kind == DutyKind.RATE_ACHIEVEMENT
        owed = session.exec(select(func.count()).select_from(Duty).where(rating)).one()
        pressed = col(Keyboard.spent_at).is_not(None)
        spent = session.exec(select(func.count()).select_from(Keyboard).where(pressed)).one()
    assert rush.parked == []
    assert set(audit.values()) == {1}
    actions = Counter(action for action, _ in audit)
    assert actions == {"achievements.send": PEOPLE, "achievements.submit": PEOPLE}
    assert states == {State.SUBMITTED: PEOPLE}
    assert (len(turns), set(turns.values())) == (PEOPLE, {1})
    assert owed == spent == PEOPLE
    assert (len(letters), set(letters.values())) == (BOSSES, {1})


def check_told(rush: Rush, *wanted: Counter[str]) -> None:
    """Everybody read one of these sets of notices; the card shows where the first press led."""
    told: dict[int, Counter[str]] = {}
    for chat, text, _ in rush.office.telegram.toasts:
        told.setdefault(chat, Counter())[text] += 1
    assert len(told) == PEOPLE
    assert all(notices in wanted for notices in told.values())
    cards = list(rush.office.telegram.bubbles.values())
    assert len(cards) == PEOPLE
    for card in cards:
        labels = [label for row in card.keyboard for label, _ in row]
        assert "Kirim" not in labels
        assert "Tarik kembali" in labels
