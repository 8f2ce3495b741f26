"""Whoever watches a bot sees what it still has to do."""

from __future__ import annotations

from datetime import timedelta

from storage import outbox
from storage.database import Database
from storage.outbox import Kind
from tests.conftest import NOW
from tests.crash.points.ledgers import due


def test_a_letter_is_due_in_the_second_it_was_written_for(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        outbox.put(session, "one", Kind.DECISION, "x", NOW, chat_id=5)
    assert due(sqlite, NOW.timestamp())
    assert not due(sqlite, (NOW - timedelta(seconds=1)).timestamp())
