"""Changes of the scheme on both databases: one waits, one decision, one version."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session

from storage import periods, scheme_changes
from storage.database import Database
from storage.scheme_changes import APPROVED, REFUSED, REPLACED, WAITING, SchemeChange
from storage.scheme_files import default_text
from tests.cast import employ

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


@pytest.fixture
def people(database: Database) -> dict[str, int]:
    with database.transaction() as session:
        _, ids = employ(session)
        periods.add_scheme(session, 1, date(2026, 1, 1), default_text(), NOW)
    return ids


def send(session: Session, author: int) -> int:
    newest = scheme_changes.versions(session)[0]
    change = SchemeChange(author_id=author, base_id=newest.id or 0, body="x", made_at=NOW)
    return scheme_changes.add(session, change)


def test_one_waits_at_a_time(database: Database, people: dict[str, int]) -> None:
    with database.transaction() as session:
        first, second = send(session, people["maya"]), send(session, people["rina"])
        assert scheme_changes.give(session, first, NOW)
        assert not scheme_changes.give(session, second, NOW)
        assert scheme_changes.move(session, first, WAITING, REPLACED)
        assert scheme_changes.give(session, second, NOW)
        waits = scheme_changes.waiting(session)
        assert waits is not None
        assert waits.id == second


def test_it_is_decided_once(database: Database, people: dict[str, int]) -> None:
    with database.transaction() as session:
        number = send(session, people["maya"])
        assert scheme_changes.give(session, number, NOW)
        scheme = scheme_changes.add_version(session, 2, date(2027, 1, 1), "x", NOW)
        rina, kepala = people["rina"], people["kepala"]
        assert scheme_changes.decide(session, number, APPROVED, rina, NOW, scheme_id=scheme)
        assert not scheme_changes.decide(session, number, REFUSED, kepala, NOW, answer="Tidak")
        change = scheme_changes.of_scheme(session, scheme or 0)
        assert change is not None
        assert (change.state, change.decided_by, change.answer) == (APPROVED, rina, None)


def test_a_version_is_taken_once(database: Database, people: dict[str, int]) -> None:
    with database.transaction() as session:
        assert scheme_changes.add_version(session, 2, date(2027, 1, 1), "x", NOW)
        assert scheme_changes.add_version(session, 2, date(2027, 4, 1), "y", NOW) is None
        assert [row.version for row in scheme_changes.versions(session)] == [2, 1]


def test_everybody_with_an_account_is_told_in_turns(
    database: Database, people: dict[str, int]
) -> None:
    told: list[int] = []
    with database.transaction() as session:
        while some := scheme_changes.people_after(session, told[-1] if told else 0, 3):
            told += some
    assert told == sorted(people.values())
