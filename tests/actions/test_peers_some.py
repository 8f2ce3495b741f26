"""Whom a draw looks at in a large unit: at most so many, chosen by the seed, on both databases."""

from __future__ import annotations

from datetime import date
from zlib import crc32

from sqlmodel import Session

from storage import employees
from storage.database import Database
from storage.employees import Employee
from tests.actions.played import PEOPLE, employ

BOTH = (1, 2)


def test_the_seed_alone_chooses_among_those_in_service(database: Database) -> None:
    with database.transaction() as session:
        employ(session)
        everybody = employees.some_of(session, BOTH, 99, 7)
        assert sorted(everybody) == list(range(1, PEOPLE + 1))
        assert employees.some_of(session, BOTH, 4, 7) == everybody[:4]
        seeds = [crc32(str(n).encode()) for n in range(9)]
        assert len({tuple(employees.some_of(session, BOTH, 4, one)) for one in seeds}) > 5
        session.get_one(Employee, everybody[0]).left_on = date(2026, 8, 1)
        session.flush()
        assert employees.some_of(session, BOTH, 99, 7) == everybody[1:]
        assert _units(session, employees.some_of(session, (1,), 99, 7)) == {1}


def _units(session: Session, numbers: list[int]) -> set[int]:
    return {one.unit_id for one in employees.many(session, numbers).values()}
