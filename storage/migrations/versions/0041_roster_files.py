"""Roster files sent in the chat, until they are taken in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, SealedBytes

revision = "0041"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rosterfile",
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("leavers", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("figures", sa.String(), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("sent_at", Moment(timezone=True), nullable=False),
        sa.Column("leased_until", Moment(timezone=True), nullable=True),
        sa.Column("content", SealedBytes(), nullable=True),
        sa.Column("report", SealedBytes(), nullable=True),
        sa.PrimaryKeyConstraint("author_id"),
    )
    op.create_index("ix_rosterfile_sent_at", "rosterfile", ["sent_at"])


def downgrade() -> None:
    op.drop_table("rosterfile")
