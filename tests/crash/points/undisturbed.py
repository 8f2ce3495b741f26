"""A story played in this very process, where nothing dies: what its facts are to be."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from bot.actions import evidence
from bot.ticks import TICKS
from handlers.conversations import build_dispatcher
from storage import evidence_files
from storage.database import Database
from storage.vault import Vault
from tests.achievements import bring
from tests.cast import PEOPLE, Cast
from tests.conftest import SECRET
from tests.crash.points.ledgers import Ledger, ledger
from tests.crash.points.playing import Playing
from tests.crash.points.stories import Story, furnish
from tests.kit import Office, Person, TestClock
from tests.post import deliver


class Phone:
    """What a story does with a phone of the sandbox, done with one of the kit."""

    def __init__(self, person: Person, album: list[bytes]) -> None:
        self._person, self._album = person, album

    async def says(self, text: str, **_: object) -> None:
        await self._person.says(text)

    async def taps(self, label: str, **_: object) -> None:
        await self._person.taps(label)

    async def sends_file(self, content: bytes, **_: object) -> None:
        self._album.append(content)
        await self._person.sends_photo()


class Undisturbed:
    """Stands in for `Playing` where a story talks, sends files and moves the clock."""

    def __init__(self, folder: Path, story: Story) -> None:
        self.database = Database(f"sqlite:///{folder / 'undisturbed.db'}", Vault(SECRET))
        evidence_files.hand_over(folder / "undisturbed", self.database.engine)
        furnish(self.database, story)
        self.clock, self.album = TestClock(story.begins), list[bytes]()
        office = Office(build_dispatcher(self.database, self.clock), self.clock)
        everybody = {key: row[:2] for key, row in PEOPLE.items()} | {**story.more}
        people = {key: office.person(*row) for key, row in everybody.items()}
        self.cast = Cast(people, {}, {}, self.database)
        self.telegram = SimpleNamespace(
            as_=lambda key: Phone(people[key], self.album), clock=SimpleNamespace(to=self._to)
        )
        self.running = SimpleNamespace(world=SimpleNamespace(clock=self))

    def now(self) -> float:
        return self.clock.now().timestamp()

    async def _to(self, moment: datetime) -> None:
        self.clock.moment = moment
        self._tick()

    def expect_tick(self) -> None:
        """It comes at once."""

    def _tick(self) -> None:
        for tick in TICKS:
            more: object = True
            while more is True:
                with self.database.transaction() as session:
                    more = tick.work(session, self.clock.now())

    async def breathes(self) -> None:
        """Files come, and letters."""
        with self.database.transaction() as session:
            for one in evidence.next_to_fetch(session, self.clock.now(), len(self.album)):
                bring(session, one.evidence_id, self.album.pop(0))
        await deliver(self.cast)

    async def settle(self) -> None:
        self._tick()
        await self.breathes()


async def facts_of(story: Story, folder: Path) -> Ledger:
    """What the database is to say when the story is over."""
    one = Undisturbed(folder, story)
    await one.settle()
    for step in story.steps:
        await step(cast(Playing, one))
        await one.settle()
    facts = ledger(one.database)
    one.database.close()
    return facts
