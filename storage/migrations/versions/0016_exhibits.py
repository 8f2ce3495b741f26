"""Exhibits: files that are handed in with an objection."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exhibit",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("name", storage.columns.Sealed(), nullable=False),
        sa.Column("text", storage.columns.Sealed(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("fault", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("fetch_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("added_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file_type", sa.String(), nullable=False),
        sa.Column("look", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("objection_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["objection_id"], ["objection.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("objection_id", "key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_exhibit_fetch_at", "exhibit", ["fetch_at"])
    op.create_index("ix_exhibit_objection_id", "exhibit", ["objection_id"])
    op.create_index("ix_exhibit_sha256", "exhibit", ["sha256"])


def downgrade() -> None:
    op.drop_table("exhibit")
