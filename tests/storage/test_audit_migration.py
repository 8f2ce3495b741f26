"""A trail that was written before it was a chain becomes one, and can go back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from bot.rules.audit import walk
from storage import audit, migrate
from storage.audit import AuditEntry, open_reader
from storage.columns import Moment
from storage.database import Database

NOW = datetime(2026, 8, 12, 3, 0, 0, 123456, tzinfo=UTC)
ROWS = 12


@pytest.fixture
def old(blank: Database) -> Database:
    """A database of the first schema, with a gap in the numbers as rollbacks leave them."""
    migrate.upgrade(blank.engine, "0001")
    bind = Moment().process_bind_param
    with blank.transaction() as session:
        for number in range(1, ROWS + 1):
            facts = '{"level": 4, "word": "é"}' if number % 3 else "{}"
            session.connection().execute(
                text(
                    "INSERT INTO auditentry (id, at, actor_id, action, object, facts)"
                    " VALUES (:id, :at, NULL, :action, :object, :facts)"
                ),
                {
                    "id": number * 2,
                    "at": bind(NOW + timedelta(minutes=number), blank.engine.dialect),
                    "action": f"act.{number}",
                    "object": f"object/{number}",
                    "facts": facts,
                },
            )
    return blank


def test_old_entries_are_chained_in_their_order(old: Database) -> None:
    migrate.upgrade(old.engine)
    with open_reader(old.engine.url.render_as_string(hide_password=False)) as reader:
        assert reader.is_newest()
        verdict = walk(old.vault.key("audit"), reader.rows())
    assert (verdict.entries, verdict.broken) == (ROWS, None)
    with old.transaction() as session:
        rows = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
        assert [row.id for row in rows] == list(range(1, ROWS + 1))
        assert [row.action for row in rows] == [f"act.{n}" for n in range(1, ROWS + 1)]
        assert rows[0].at == NOW + timedelta(minutes=1)
        assert rows[0].facts == '{"level": 4, "word": "é"}'
        assert (rows[2].facts, rows[2].commitment) == ("{}", None)


def test_the_chain_goes_on_and_is_guarded(old: Database) -> None:
    migrate.upgrade(old.engine)
    with old.transaction() as session:
        audit.record(session, NOW, None, "act.do", "object/1", {"level": 5})
    with open_reader(old.engine.url.render_as_string(hide_password=False)) as reader:
        verdict = walk(old.vault.key("audit"), reader.rows())
    assert (verdict.entries, verdict.broken) == (ROWS + 1, None)

    def change() -> None:
        with old.transaction() as session:
            session.connection().execute(text("UPDATE auditentry SET actor_id = 1"))

    with pytest.raises(DBAPIError):
        change()


def test_it_can_go_back_and_forth(old: Database) -> None:
    migrate.upgrade(old.engine)
    migrate.downgrade(old.engine, "0001")
    with old.transaction() as session:
        found = session.connection().execute(text("SELECT id, facts FROM auditentry ORDER BY id"))
        assert [row.id for row in found] == list(range(1, ROWS + 1))
        session.connection().execute(
            text(
                "INSERT INTO auditentry (at, action, object, facts)"
                " SELECT at, 'act.last', object, facts FROM auditentry WHERE id = 1"
            )
        )
    migrate.upgrade(old.engine)
    with open_reader(old.engine.url.render_as_string(hide_password=False)) as reader:
        verdict = walk(old.vault.key("audit"), reader.rows())
    assert (verdict.entries, verdict.broken) == (ROWS + 1, None)
