"""Certificates, their revocation, the stories behind them, and the keys that signed them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0021"
down_revision = "0022"
branch_labels = None
depends_on = None

MOMENT = storage.columns.Moment(timezone=True)
WAITING, DRAFT = sa.text("state = 'waiting'"), sa.text("state = 'draft'")


def upgrade() -> None:
    _certificates()
    _revocations()
    op.create_table(
        "story",
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column("text", storage.columns.Sealed(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["certificate_id"], ["certificate.id"]),
        sa.PrimaryKeyConstraint("certificate_id"),
    )
    op.create_table(
        "signingkey",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("certificate", sa.String(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint"),
    )


def _certificates() -> None:
    op.create_table(
        "certificate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("facts", storage.columns.Sealed(), nullable=False),
        sa.Column("issued_by", sa.Integer(), nullable=True),
        sa.Column("issued_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", storage.columns.Sealed(), nullable=False),
        sa.Column("revoked_by", sa.Integer(), nullable=True),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["issued_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["revoked_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "object_id"),
        sa.UniqueConstraint("kind", "year", "number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_certificate_code", "certificate", ["code"])
    op.create_index("ix_certificate_employee_id", "certificate", ["employee_id"])
    op.create_table(
        "certificatecounter",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "year"),
    )


def _revocations() -> None:
    op.create_table(
        "revocation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column("proposer_id", sa.Integer(), nullable=False),
        sa.Column("reason", storage.columns.Sealed(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["certificate_id"], ["certificate.id"]),
        sa.ForeignKeyConstraint(["proposer_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["decided_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_revocation_certificate_id", "revocation", ["certificate_id"])
    op.create_index("ix_revocation_state", "revocation", ["state"])
    for name, columns, where in (
        ("one_waiting_revocation", ["certificate_id"], WAITING),
        ("one_draft_a_revoker", ["certificate_id", "proposer_id"], DRAFT),
    ):
        op.create_index(
            name, "revocation", columns, unique=True, sqlite_where=where, postgresql_where=where
        )


def downgrade() -> None:
    for table in ("signingkey", "story", "revocation", "certificatecounter", "certificate"):
        op.drop_table(table)
