"""What waits for the one writer of SQLite: one commit, and one wait for the disk, for all of it.

Each wish stands in a savepoint of its own. See docs/decisions/0007.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from storage.kept import NAME, Kept
from storage.prepared import Way

if TYPE_CHECKING:
    from storage.database import Database


class Outcome(NamedTuple):
    """What came of a wish: a value, or a fault."""

    value: Any = None
    fault: BaseException | None = None


NOTHING = Outcome()


def attempted(work: Callable[[], Any]) -> Outcome:
    try:
        return Outcome(work())
    except BaseException as fault:  # whoever asked is to hear of it, whatever it is
        return Outcome(fault=fault)


@dataclass(eq=False)
class Wish:
    """Work that somebody on an event loop waits for, since `asked`."""

    database: Database
    work: Callable[[Session], Any]
    answer: asyncio.Future[Any]
    asked: float
    outcome: Outcome = NOTHING
    wrote: frozenset[str] = frozenset()

    def alone(self) -> Any:
        """In a transaction of its own."""
        return self.database.take_time(self.work, False, self.asked)

    def beside(self, connection: Connection, guest: Session) -> None:
        """Beside others in one transaction: wholly done, or wholly undone when it is refused.

        Raises SQLAlchemyError when the database itself failed.
        """
        begun = time.perf_counter()
        way = Way(connection, Kept())
        way.say("SAVEPOINT wish")
        self.outcome = attempted(lambda: self._done(connection, guest))
        if isinstance(self.outcome.fault, SQLAlchemyError):
            raise self.outcome.fault
        if self.outcome.fault is not None:
            way.say("ROLLBACK TO wish")
        way.say("RELEASE wish")
        if self.database.timed is not None:
            self.database.timed(begun - self.asked, time.perf_counter() - begun)

    def _done(self, connection: Connection, guest: Session) -> Any:
        with self.database.session(connection, guest) as session:
            done = self.work(session)
        self.wrote = frozenset(session.info[NAME].written)
        return done


class Queue:
    """Wishes in the order in which they were made."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wishes: list[Wish] = []
        self.made = 0

    def put(self, wish: Wish) -> bool:
        """Whether it is the first one, so that somebody has to be sent for."""
        with self._lock:
            self._wishes.append(wish)
            self.made += 1
            return len(self._wishes) == 1

    def take(self) -> list[Wish]:
        """All that wait, except those whom nobody waits for any more."""
        with self._lock:
            wishes, self._wishes = self._wishes, []
        return [wish for wish in wishes if not wish.answer.done()]


def tell(wishes: Iterable[Wish]) -> None:
    """Give the outcomes to their event loops, each of which is woken once."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Wish]] = {}
    for wish in wishes:
        by_loop.setdefault(wish.answer.get_loop(), []).append(wish)
    for loop, theirs in by_loop.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_answer, theirs)


def _answer(wishes: list[Wish]) -> None:
    for wish in wishes:
        value, fault = wish.outcome
        if wish.answer.done():
            continue
        if fault is None:
            wish.answer.set_result(value)
        else:
            wish.answer.set_exception(fault)
