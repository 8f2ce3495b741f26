"""Changes of the scheme, by people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0005"
down_revision = "0003"
branch_labels = None
depends_on = None

WAITS = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.create_table(
        "schemechange",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("base_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("given_at", Moment(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(timezone=True), nullable=True),
        sa.Column("answer", Sealed(), nullable=True),
        sa.Column("answer_by", sa.Integer(), nullable=True),
        sa.Column("scheme_id", sa.Integer(), nullable=True),
        sa.Column("told_upto", sa.Integer(), nullable=False),
        sa.Column("told_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["base_id"], ["schemeversion.id"]),
        sa.ForeignKeyConstraint(["decided_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["answer_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["scheme_id"], ["schemeversion.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("scheme_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_schemechange_author_id", "schemechange", ["author_id"])
    op.create_index(
        "one_waiting_scheme_change",
        "schemechange",
        ["state"],
        unique=True,
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )


def downgrade() -> None:
    op.drop_table("schemechange")
