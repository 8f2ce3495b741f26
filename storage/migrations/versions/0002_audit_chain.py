"""The audit trail becomes a chain; entries written before are chained in their order."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

import storage.columns
from bot.rules import audit as rules
from storage.audit.guards import guard, unguard
from storage.columns import Moment, vault_in

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

AT_ONCE = 5_000
INDEXED = ("action", "actor_id", "at", "object")

PLAIN = sa.table(
    "auditentry_before",
    sa.column("id", sa.Integer),
    sa.column("at", Moment),
    sa.column("actor_id", sa.Integer),
    sa.column("action", sa.String),
    sa.column("object", sa.String),
    sa.column("facts", sa.String),
)
CHAINED = sa.table(
    "auditentry",
    sa.column("id", sa.Integer),
    sa.column("at", Moment),
    sa.column("actor_id", sa.Integer),
    sa.column("action", sa.String),
    sa.column("object", sa.String),
    sa.column("commitment", sa.LargeBinary),
    sa.column("mac", sa.LargeBinary),
)
FACTS = sa.table(
    "auditfacts",
    sa.column("entry_id", sa.Integer),
    sa.column("salt", sa.LargeBinary),
    sa.column("facts", sa.String),
)


def upgrade() -> None:
    _put_aside("auditentry_before")
    op.create_table(
        "auditentry",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("object", sa.String(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=True),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "auditfacts",
        sa.Column("entry_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id"),
    )
    for table in ("auditentry", "auditfacts"):
        guard(op.get_bind(), table)
    _chain()
    op.drop_table("auditentry_before")
    _index()


def downgrade() -> None:
    _put_aside("auditentry_chained")
    op.create_table(
        "auditentry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("object", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO auditentry (id, at, actor_id, action, object, facts) "
        "SELECT e.id, e.at, e.actor_id, e.action, e.object, coalesce(f.facts, '{}') "
        "FROM auditentry_chained e LEFT JOIN auditfacts f ON f.entry_id = e.id ORDER BY e.id"
    )
    op.drop_table("auditfacts")
    op.drop_table("auditentry_chained")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('auditentry', 'id'), max(id)) FROM auditentry"
        )
    unguard(op.get_bind())
    _index()


def _put_aside(name: str) -> None:
    """Give the table another name and its own names free."""
    for column in INDEXED:
        op.drop_index(f"ix_auditentry_{column}", table_name="auditentry")
    op.rename_table("auditentry", name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER INDEX auditentry_pkey RENAME TO {name}_pkey")
        op.execute("ALTER SEQUENCE IF EXISTS auditentry_id_seq RENAME TO auditentry_before_id_seq")


def _index() -> None:
    for column in INDEXED:
        op.create_index(f"ix_auditentry_{column}", "auditentry", [column])


def _chain() -> None:
    """Numbered from 1 without gaps, in the order of their numbers so far."""
    connection = op.get_bind()
    seal = rules.sealing(vault_in(connection.dialect).key("audit"))
    mac, number = rules.START, 0
    for part in _parts(connection):
        entries, facts = [], []
        for old in part:
            number += 1
            commitment = None
            if old.facts != "{}":
                salt = secrets.token_bytes(rules.SALT)
                commitment = rules.commit(salt, old.facts)
                facts.append({"entry_id": number, "salt": salt, "facts": old.facts})
            said = (old.actor_id, old.action, old.object, commitment)
            mac = seal(mac, number, rules.written(old.at), *said)
            names = ("actor_id", "action", "object", "commitment")
            entries.append(
                {"id": number, "at": old.at, "mac": mac, **dict(zip(names, said, strict=True))}
            )
        connection.execute(CHAINED.insert(), entries)
        if facts:
            connection.execute(FACTS.insert(), facts)


def _parts(connection: sa.Connection) -> Iterator[list[Any]]:
    last = 0
    while True:
        found = sa.select(PLAIN).where(PLAIN.c.id > last).order_by(PLAIN.c.id).limit(AT_ONCE)
        part = list(connection.execute(found).all())
        if not part:
            return
        yield part
        last = part[-1].id
