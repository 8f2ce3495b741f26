"""What a process remembers is right when another one has changed it meanwhile."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendMessage
from sqlmodel import col, select, update

from bot.rules.authority import Role
from handlers.cards import Cards
from handlers.conversations import build_dispatcher
from handlers.patience import Patience
from storage import pauses
from storage.accounts import ENDED, Account
from storage.database import Database
from storage.grants import Grant
from tests.cast import Cast, settle
from tests.kit import Office, Person, TestClock

LONG_AGO = date(2026, 1, 1)
ROOT = Path(__file__).parents[2]
# Each of these remembers what no other process can change: the program itself, the calendar of
# a library, or what was read from the very text that is the key.
REMEMBERED = {
    "bot/actions/buttons.py:_begun": "keyed by the key of buttons",
    "bot/actions/schemes/pinned.py:read": "keyed by the scheme's whole text",
    "bot/actions/holidays/calendar.py:_calendar": "what it is asked with",
    "bot/actions/holidays/calendar.py:_year": "the holidays library",
    "bot/actions/publication/spreading.py:days": "within one publication: a day and a zone",
    "bot/actions/objections/finishing.py:deemed": "within one look at a quarter: a day and a week",
    "bot/actions/dates.py:_library": "a parser without state",
    "bot/actions/scores/sending.py:_answers": "what is written",
    "bot/actions/scores/sending.py:_mark": "what is written",
    "bot/rules/audit/chain.py:written": "a moment and how it is written",
    "bot/rules/numbers.py:decimal": "a number and how it is written",
    "bot/rules/scoring/formula_2026_1.py:_groups": "a formula without state",
    "bot/rules/scoring/formula_2026_1.py:_plan": "a formula without state",
    "bot/rules/scoring/formula_2026_1.py:_rated": "a formula without state",
    "bot/rules/scoring/formula_2026_1.py:_shares": "a formula without state",
    "bot/rules/scoring/formula_2026_1.py:_shown_shares": "a formula without state",
    "bot/rules/scoring/formula_2026_1.py:_whole": "a formula without state",
    "bot/documents/typesetting.py:_compiler": "a compiler and its fonts",
    "handlers/issuing.py:fits": "signatures of functions",
    "bot/texts/words.py:_written": "a day in words",
    "storage/personal/counting.py:_counts": "a statement",
    "storage/practice.py:_rooms": "an engine without rows of its own, by its key",
    "storage/evidence/fetching.py:_due": "a statement by table",
    "storage/upsert.py:_insertion": "a statement by table and dialect",
    "storage/upsert.py:_one": "a statement by table and dialect",
    "storage/upsert.py:_many": "a statement by table and dialect",
    "storage/scheme_files.py:default_text": "a file of the program",
}


@dataclass
class Pair:
    """Two replicas with connections and memories of their own, one Telegram in front of both."""

    first: Office
    second: Office
    cast: Cast
    cards: tuple[Cards, Cards]
    databases: tuple[Database, Database]

    def at_second(self, one: Person) -> Person:
        return Person(self.second, one.telegram_id, one.first_name)

    async def shown(self) -> None:
        """What a replica does before it confirms an update."""
        for cards, database in zip(self.cards, self.databases, strict=True):
            await cards.save(database)


@pytest.fixture
def pair(database: Database, clock: TestClock) -> Iterator[Pair]:
    url = database.engine.url.render_as_string(hide_password=False)
    other = Database(url, database.vault)
    cards = Cards(), Cards()
    first = Office(build_dispatcher(database, clock, cards=cards[0]), clock)
    second = Office(build_dispatcher(other, clock, cards=cards[1]), clock)
    second.telegram, second.bot, second.numbers = first.telegram, first.bot, first.numbers
    yield Pair(first, second, settle(first, database), cards, (database, other))
    other.close()


def test_every_memory_of_a_process_is_known() -> None:
    found = set()
    for room in ("bot", "handlers", "storage"):
        for file in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef) and any(
                    "cache" in ast.unparse(one) for one in node.decorator_list
                ):
                    found.add(f"{file.relative_to(ROOT)}:{node.name}")
    assert found == set(REMEMBERED)


async def test_an_account_that_ended_elsewhere_is_a_guest_at_once(pair: Pair) -> None:
    sari = pair.at_second(pair.cast.sari)
    assert "Sari" in await sari.says("/menu")
    with pair.databases[0].transaction() as session:
        mine = col(Account.telegram_id) == sari.telegram_id
        session.connection().execute(update(Account).where(mine).values(state=ENDED))
    assert "Sari" not in await sari.says("/menu")


async def test_a_role_given_and_taken_elsewhere_counts_from_the_next_update(pair: Pair) -> None:
    sari = pair.at_second(pair.cast.sari)
    before = await sari.says("/admin")
    with pair.databases[0].transaction() as session:
        grant = Grant(employee_id=pair.cast.ids["sari"], role=Role.HR, since=LONG_AGO)
        session.add(grant)
    during = await sari.says("/admin")
    with pair.databases[0].transaction() as session:
        session.delete(session.exec(select(Grant).where(Grant.id == grant.id)).one())
    assert during != before
    assert await sari.says("/admin") == before


async def test_the_living_card_is_known_to_whoever_draws_next(pair: Pair) -> None:
    here, there = pair.cast.sari, pair.at_second(pair.cast.sari)
    for _ in range(2):
        await here.says("/menu")
        await pair.shown()
        await there.says("/menu")
        await pair.shown()
    assert len(here.bubbles) == 1


async def test_what_is_being_typed_was_asked_by_the_other(pair: Pair) -> None:
    here, there = pair.cast.sari, pair.at_second(pair.cast.sari)
    await here.says("/prestasi")
    await here.taps("Buat baru")
    await there.says("Antrean lebih cepat")
    assert there.sees("Antrean lebih cepat")
    assert here.card is there.card


async def test_a_button_pressed_at_one_is_spent_at_the_other(pair: Pair) -> None:
    here, there = pair.cast.sari, pair.at_second(pair.cast.sari)
    await here.says("/prestasi")
    data, bubble = here.button("Buat baru"), here.card
    await asyncio.gather(
        here.taps("", data=data, bubble=bubble), there.taps("", data=data, bubble=bubble)
    )
    assert len([text for text in here.toasts if "Sudah tercatat" in text]) == 1


async def test_patience_asked_of_one_is_kept_by_the_other(pair: Pair) -> None:
    wall = TestClock(datetime(2026, 8, 12, 3, 0, tzinfo=UTC))
    with pair.databases[0].transaction() as session:
        pauses.extend(session, pauses.TELEGRAM, wall.now() + timedelta(seconds=30))
    patience = Patience(pair.databases[1], wall)
    await patience.look()

    async def never(*_: object) -> None:
        raise AssertionError("asked all the same")

    with pytest.raises(TelegramRetryAfter):
        await patience(never, pair.second.bot, SendMessage(chat_id=1, text="x"))  # type: ignore[arg-type]


async def test_an_update_is_not_confirmed_before_its_card_is_written(database: Database) -> None:
    cards = Cards(every=0.0)
    cards.put(1, 77)
    waiting = asyncio.ensure_future(cards.settled())
    await asyncio.sleep(0)
    assert not waiting.done()
    keeping = asyncio.ensure_future(cards.keep(database))
    async with asyncio.timeout(10):
        await waiting
    assert cards.of(1, None) is None
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)
