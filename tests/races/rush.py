"""People with an achievement ready to be sent, and two bots on one database that serve them."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.actions.me import read_me
from bot.receiver import Receiver
from bot.screens import place
from handlers.binding import for_person
from handlers.cards import Cards
from handlers.conversations import build_dispatcher, whole_table
from handlers.table import Table
from storage.database import Database
from tests.achievements import tell
from tests.crash.people import FIRST, employ_many
from tests.kit import Bubble, Office, TestClock

BOSSES, PEOPLE = (10, 500) if os.environ.get("CRASH") == "full" else (10, 100)
Raw = dict[str, Any]


@dataclass
class Rush:
    """People who have an achievement ready to be sent, and bots that serve them."""

    database: Database
    office: Office
    receivers: list[Receiver]
    parked: list[int]
    table: Table
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1_000_000))

    async def shows(self, number: int, draft: int) -> Bubble:
        """The card of this person's draft, on the phone."""
        chat, now = FIRST + BOSSES + number, self.office.clock.now()
        do = for_person(self.database, self.table, Cards(), 0, chat, now)
        drawn = await do.open(place("achievements.card", draft))
        keyboard = [[(key.label, key.data or "") for key in row] for row in drawn.rows]
        bubble = Bubble(next(self.office.telegram.ids), chat, drawn.text, keyboard)
        self.office.telegram.bubbles[bubble.message_id] = bubble
        return bubble

    def press(self, bubble: Bubble, label: str) -> Raw:
        """A tap on this card, as Telegram tells it."""
        chat = bubble.chat_id
        data = next(data for row in bubble.keyboard for text, data in row if text == label)
        update = next(self.numbers)
        return {
            "update_id": update,
            "callback_query": {
                "id": f"{chat}-{update}",
                "from": {"id": chat, "is_bot": False, "first_name": "x"},
                "chat_instance": "1",
                "data": data,
                "message": {
                    "message_id": bubble.message_id,
                    "date": 1790000000,
                    "chat": {"id": chat, "type": "private"},
                    "text": bubble.text,
                },
            },
        }


@contextmanager
def open_rush(database: Database, clock: TestClock) -> Iterator[Rush]:
    """Two bots with connections of their own, as two processes would have."""
    table = whole_table()
    url = database.engine.url.render_as_string(hide_password=False)
    other = Database(url, database.vault)
    office = Office(build_dispatcher(database, clock, table), clock)
    parked: list[int] = []

    async def tell_parked(chat: int, _: str) -> None:
        parked.append(chat)

    receivers = [
        Receiver(office.bot, build_dispatcher(one, clock, table), one, clock, tell_parked)
        for one in (database, other)
    ]
    yield Rush(database, office, receivers, parked, table)
    other.close()


async def get_ready(rush: Rush) -> list[Bubble]:
    """Everybody has told an achievement and looks at its card; the cards."""
    now = rush.office.clock.now()
    drafts = []
    with rush.database.transaction() as session:
        employ_many(session, BOSSES + PEOPLE, superiors=BOSSES)
        for number in range(PEOPLE):
            me = read_me(session, FIRST + BOSSES + number, now)
            assert me is not None
            drafts.append(tell(session, me))
    return [await rush.shows(number, draft) for number, draft in enumerate(drafts)]
