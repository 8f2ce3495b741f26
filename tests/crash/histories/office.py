"""An office that acts through `do`, one update after another, and may be killed while it acts."""

from __future__ import annotations

import asyncio
import atexit
import itertools
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.ticks import TICKS
from handlers.binding import for_person
from handlers.cards import Cards
from handlers.conversations import whole_table
from handlers.table import Table
from storage import absences, evidence_files
from storage.database import Database
from storage.grants import Grant
from storage.periods import Period
from storage.tables import METADATA
from storage.vault import Vault
from tests.cast import PEOPLE, employ
from tests.conftest import SECRET

BEGIN = datetime(2026, 9, 28, 3, 0, tzinfo=UTC)
WHOLE, BEFORE, AFTER, STALE = "whole", "before the commit", "after the commit", "pressed again"


class Killed(BaseException):
    """The process is gone; whatever was not committed is too."""


@cache
def template() -> Path:
    """A database with the cast in it, on a day late in a quarter."""
    folder = tempfile.mkdtemp(prefix="teladan-histories-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = Path(folder) / "office.db"
    database = Database(f"sqlite:///{file}", Vault(SECRET))
    METADATA.create_all(database.engine)
    with database.transaction() as session:
        employ(session)
    _tick(database, file.parent, BEGIN)
    database.close()
    return file


@cache
def table() -> Table:
    return whole_table()


def _tick(database: Database, folder: Path, now: datetime) -> None:
    evidence_files.hand_over(folder / "evidence", database.engine)
    for tick in TICKS:
        for _ in range(1000):
            with database.transaction() as session:
                if tick.work(session, now) is not True:
                    break


class Office:
    """The database of one history, its clock, and what its people do."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database, self.folder, self.now = database, folder, BEGIN
        self.numbers = itertools.count(1)
        self.loop = asyncio.new_event_loop()
        with database.transaction() as session:
            self.period = session.exec(select(Period.id).where(Period.quarter == 3)).one() or 0

    def close(self) -> None:
        self.loop.close()
        self.database.close()

    def does(self, who: str, fate: str, act: Callable[..., Any], *args: Any) -> bool:
        """Whether it was done; False when it was refused. It is done once whatever its fate."""
        update, done = next(self.numbers), 0
        armed = fate == BEFORE

        def whole(session: Session, me: Me, *rest: Any) -> Any:
            nonlocal done, armed
            went = act(session, me, *rest)
            if armed:
                armed = False
                raise Killed
            done += 1
            return went

        try:
            self._once(who, update, whole, args)
        except Killed:
            self._once(who, update, whole, args)
        except Refused:
            return False
        if fate == AFTER:
            self._once(who, update, whole, args)
            assert done == 1, "a replay acted again"
        if fate == STALE:
            try:
                self._once(who, next(self.numbers), whole, args)
            except Refused:
                return True
        return True

    def _once(self, who: str, update: int, act: Callable[..., Any], args: tuple[Any, ...]) -> None:
        telegram_id = PEOPLE[who][0]
        do = for_person(self.database, table(), Cards(), update, telegram_id, self.now)
        self.loop.run_until_complete(do(act, *args))

    def reads(self, who: str, look: Callable[[Session, Me], Any]) -> Any:
        with self.database.transaction() as session:
            me = read_me(session, PEOPLE[who][0], self.now)
            assert me is not None
            return look(session, me)

    def passes(self, days: float) -> None:
        self.now += timedelta(days=days)
        _tick(self.database, self.folder, self.now)

    def today(self) -> date:
        return self.now.date()

    def leaves(self, number: int, days: int) -> None:
        """A leave that begins today, and everything is handed over."""
        until = self.today() + timedelta(days=days)
        with self.database.transaction() as session:
            if not absences.overlapping(session, number, self.today(), until):
                absences.add_absence(session, number, self.today(), until, "leave", number)

    def entrusts(self, absent: int, holder: int, days: int) -> None:
        until = self.today() + timedelta(days=days)
        with self.database.transaction() as session:
            if not absences.mandates_of(session, absent, self.today()):
                absences.add_mandate(
                    session, absent, holder, "plh", self.today(), until, absent
                )  # fmt: skip

    def revokes(self, number: int, back: bool) -> None:
        """Takes away all roles of a person, or gives them back."""
        with self.database.transaction() as session:
            for grant in session.exec(select(Grant).where(Grant.employee_id == number)):
                grant.until = None if back else self.today() - timedelta(days=1)
                session.add(grant)


def open_office(folder: Path) -> Office:
    file = folder / "office.db"
    shutil.copy(template(), file)
    database = Database(f"sqlite:///{file}", Vault(SECRET))
    evidence_files.hand_over(folder / "evidence", database.engine)
    return Office(database, folder)
