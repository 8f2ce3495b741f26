"""The bot's heartbeat, alarms that ring, and what each living card shows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0004"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "heartbeat",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("alive_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("heard_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "ringing",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("since", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("told_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "openscreen",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("at", storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("account_id"),
    )
    op.create_index("ix_openscreen_at", "openscreen", ["at"])


def downgrade() -> None:
    op.drop_index("ix_openscreen_at", table_name="openscreen")
    for table in ("openscreen", "ringing", "heartbeat"):
        op.drop_table(table)
