"""Polls of forums: votes until they close, afterwards only numbers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0047b"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "forumpoll",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("question", Sealed(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("closes_at", Moment(timezone=True), nullable=True),
        sa.Column("closed_at", Moment(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_forumpoll_forum_id", "forumpoll", ["forum_id"])
    op.create_index("ix_forumpoll_closes_at", "forumpoll", ["closes_at"])
    op.create_table(
        "polloption",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("poll_id", sa.Integer(), sa.ForeignKey("forumpoll.id"), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("starts_at", Moment(timezone=True), nullable=True),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_polloption_poll_id", "polloption", ["poll_id"])
    op.create_table(
        "pollvote",
        sa.Column("poll_id", sa.Integer(), sa.ForeignKey("forumpoll.id"), nullable=False),
        sa.Column("voter_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("option_id", sa.Integer(), sa.ForeignKey("polloption.id"), nullable=False),
        sa.PrimaryKeyConstraint("poll_id", "voter_id"),
    )


def downgrade() -> None:
    for table in ("pollvote", "polloption", "forumpoll"):
        op.drop_table(table)
