"""However many people there are, a screen of growing takes as many statements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event

from bot.actions import mentoring, talks, thanks
from bot.actions.me import read_me
from storage import mentoring as stored
from storage.database import Database
from storage.employees import Employee
from tests.cast import PEOPLE, employ
from tests.quarter import tick

NOW = datetime(2026, 9, 2, 3, tzinfo=UTC)
MANY = 400
SCREENS: list[tuple[str, Callable[..., Any]]] = [
    ("maya", mentoring.desk), ("maya", mentoring.preview), ("sari", mentoring.home),
    ("budi", talks.home), ("budi", talks.team), ("maya", talks.missing),
    ("budi", thanks.team), ("maya", thanks.watch), ("sari", thanks.home),
]  # fmt: skip


def asked(database: Database, key: str, screen: Callable[..., Any]) -> int:
    """How many statements the screen takes."""
    seen: list[str] = []

    def count(*told: Any) -> None:
        seen.append(told[2])

    with database.transaction() as session:
        me = read_me(session, PEOPLE[key][0], NOW)
        event.listen(database.engine, "before_cursor_execute", count)
        screen(session, me)
        event.remove(database.engine, "before_cursor_execute", count)
    return len(seen)


def hire(database: Database, unit: int, superior: int) -> None:
    """Many more answer to Budi, half offer to be mentors and half want one."""
    with database.transaction() as session:
        for number in range(MANY):
            person = Employee(
                name=f"Pegawai {number}", search_key=f"pegawai {number}", sex=1,
                nip=str(number), nip_index=number.to_bytes(8, "big"), post="Staf",
                post_level="", rank="II/c", unit_id=unit, superior_id=superior,
            )  # fmt: skip
            session.add(person)
            session.flush()
            put = stored.put_offer if number % 2 else stored.put_wish
            put(session, person.id or 0, active=True)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the statements are the same
def test_statements_do_not_grow_with_the_office(database: Database) -> None:
    with database.transaction() as session:
        units, ids = employ(session)
    tick(database, NOW)
    before = [asked(database, key, screen) for key, screen in SCREENS]
    hire(database, units["Layanan"], ids["budi"])
    after = [asked(database, key, screen) for key, screen in SCREENS]
    grown = [
        (screen.__name__, one, other)
        for (_, screen), one, other in zip(SCREENS, before, after, strict=True)
        if other > one + 2
    ]
    assert grown == []
