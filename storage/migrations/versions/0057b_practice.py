"""Invented units in which people practise, and who does."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, SealedBytes

revision = "0057b"
down_revision = "0057"
branch_labels = None
depends_on = None
EXPANDS = True


def upgrade() -> None:
    op.add_column(
        "account",
        sa.Column("practising", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "practice",
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("state", SealedBytes(), nullable=True),
        sa.Column("changed_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id"),
    )
    op.create_index("ix_practice_changed_at", "practice", ["changed_at"])


def downgrade() -> None:
    op.drop_table("practice")
    op.drop_column("account", "practising")
