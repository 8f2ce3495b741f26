"""What waits for the one writer is committed together, each for itself whole or not at all."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, select

from storage import audit, keyboards
from storage.audit.entries import AuditEntry
from storage.database import Database
from storage.keyboards import Keyboard
from storage.leases import Lost

NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)
Work = Callable[[Session], Any]


class Office:
    """Lets wishes pile up behind one that holds the writer, and counts commits."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.commits = 0
        self.full = False  # the next commit finds it so

        @event.listens_for(database.engine, "commit")
        def commit(_: object) -> None:
            if self.full:
                self.full = False
                raise OperationalError("COMMIT", {}, Exception("database or disk is full"))
            self.commits += 1

    @asynccontextmanager
    async def busy(self) -> AsyncIterator[None]:
        """The writer is held meanwhile; afterwards it has done all that was asked of it."""
        held, go = threading.Event(), threading.Event()

        def hold(_: Session) -> None:
            held.set()
            assert go.wait(10)

        holding = asyncio.ensure_future(self.database.run(hold))
        assert await asyncio.to_thread(held.wait, 10)
        yield
        await asyncio.sleep(0)  # each has put its wish
        go.set()
        await holding

    async def asks(self, *works: Work) -> list[Any]:
        """All of it at once: what came of each, faults too."""
        async with self.busy():
            those = [asyncio.ensure_future(self.database.run(work)) for work in works]
        return await asyncio.gather(*those, return_exceptions=True)

    def tokens(self) -> set[str]:
        with self.database.transaction(reading=True) as session:
            return set(session.exec(select(Keyboard.token)).all())


@pytest.fixture
def office(sqlite: Database) -> Office:
    return Office(sqlite)


def puts(token: str, fault: Exception | None = None) -> Work:
    def work(session: Session) -> str:
        keyboards.issue(session, token, 7, 1, ["home.menu"], NOW, NOW)
        audit.record(session, NOW, None, "test.put", token)
        if fault is not None:
            raise fault
        return token

    return work


async def test_many_take_one_commit(office: Office) -> None:
    assert await office.asks(*map(puts, "abc")) == ["a", "b", "c"]
    assert office.commits == 2  # of what held the writer, and of all the others
    assert office.tokens() == {"a", "b", "c"}


async def test_what_is_refused_leaves_nothing_and_harms_nobody(office: Office) -> None:
    refused = ValueError("refused")
    assert await office.asks(puts("a"), puts("b", refused), puts("c")) == ["a", refused, "c"]
    assert office.tokens() == {"a", "c"}
    with office.database.transaction(reading=True) as session:
        about = session.exec(select(AuditEntry.object).order_by("id")).all()
    assert [one for one in about if len(one) == 1] == ["a", "c"]


async def test_whom_the_database_refuses_fails_alone(office: Office) -> None:
    first, twice, last = await office.asks(puts("a"), puts("a"), puts("c"))
    assert (first, last) == ("a", "c")
    assert isinstance(twice, IntegrityError)
    assert office.tokens() == {"a", "c"}


async def test_when_the_commit_fails_each_is_done_once_and_alone(office: Office) -> None:
    def fill(_: Session) -> None:
        office.full = True

    first, second, last = await office.asks(puts("a"), puts("b"), fill)
    assert (first, second) == ("a", "b")
    assert isinstance(last, OperationalError)
    assert office.tokens() == {"a", "b"}


async def test_who_may_not_write_is_told_so_and_the_others_go_on(office: Office) -> None:
    def guard(_: Session) -> None:
        raise Lost("receiver")

    async with office.busy():
        mine = asyncio.ensure_future(office.database.run(puts("a")))
        theirs = asyncio.ensure_future(office.database.behind(guard).run(puts("b")))
    assert await mine == "a"
    with pytest.raises(Lost):
        await theirs
    assert office.tokens() == {"a"}


async def test_what_nobody_waits_for_any_more_is_not_done(office: Office) -> None:
    async with office.busy():
        given_up = asyncio.ensure_future(office.database.run(puts("a")))
        wanted = asyncio.ensure_future(office.database.run(puts("b")))
        await asyncio.sleep(0)
        given_up.cancel()
    assert await wanted == "b"
    assert office.tokens() == {"b"}


async def test_nobody_finds_what_another_had_in_hand(office: Office) -> None:
    """Those of one commit are guests in turn: rows, notes and refused changes go with each."""
    found: list[tuple[bool, set[str]]] = []

    def looks(session: Session) -> None:
        found.append((any(session.identity_map.keys()), {*session.info} - {"kept", "way"}))

    def holds(fault: Exception | None) -> Work:
        def work(session: Session) -> Keyboard:
            looks(session)
            row = session.exec(select(Keyboard).where(Keyboard.token == "a")).one()
            row.result = "refused" if fault else "home.help"
            session.info["own"] = True
            if fault is not None:
                raise fault
            return row

        return work

    await office.asks(puts("a"))
    refused = ValueError("refused")
    row, fault, _ = await office.asks(holds(None), holds(refused), looks)
    assert (row.result, fault) == ("home.help", refused)
    assert found == [(False, set())] * 3
    with office.database.transaction(reading=True) as session:
        assert session.exec(select(Keyboard.result)).one() == "home.help"
