"""`/panel` of a large agency: what one page of the list costs, and the severity of all raters."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlmodel import select

from bot.actions import closing as closed
from bot.actions import panel
from bot.actions.me import Me, read_me
from bot.rules.authority import Role
from storage.database import Database
from storage.grants import Grant
from storage.periods import Period
from storage.vault import Vault
from tests.bench import closing, rated
from tests.bench.crowd import FIRST
from tests.bench.measures import Row
from tests.databases import SECRET

TIMES = 5


async def measure(url: str, people: int) -> list[Row]:
    """On a quarter whose ratings are closed, by processor time."""
    await asyncio.to_thread(rated.furnish, url, people)
    return await asyncio.to_thread(_measure, url, people)


def _measure(url: str, people: int) -> list[Row]:
    database = Database(url, Vault(SECRET))
    try:
        list(closing.timed(database, closed.close))
        with database.transaction() as session:
            member = rated.MEMBERS[0]
            session.add(
                Grant(employee_id=member, role=Role.EVALUATION_TEAM, since=date(2026, 1, 1))
            )
            period = session.exec(select(Period.id).where(Period.quarter == 3)).one() or 0
        weighed = _cost(lambda: _weigh(database))
        listed = [
            _cost(lambda page=page: _list(database, member, period, page))  # type: ignore[misc]
            for page in range(TIMES)
        ]
    finally:
        database.close()
    name = f"calibration, {people:,} results"
    return [
        Row(f"{name}: a page of the list", 1000 * sum(listed) / TIMES, "ms"),
        Row(f"{name}: severity of all raters", weighed, "s"),
    ]


def _cost(work: Callable[[], Any]) -> float:
    since = time.process_time()
    work()
    return time.process_time() - since


def _weigh(database: Database) -> None:
    with database.transaction() as session:
        job = panel.weigh(session, closing.AFTER)
    if job is not None:
        write = job()
        with database.transaction() as session:
            write(session)


def _list(database: Database, member: int, period: int, page: int) -> None:
    with database.transaction() as session:
        me = read_me(session, FIRST + member - 1, closing.AFTER)
        assert isinstance(me, Me)
        assert panel.people(session, me, period, 0, page).people
