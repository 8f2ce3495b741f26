"""Results handed over before a witness."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0031"
down_revision = "0033"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('draft', 'asked', 'attested')")


def upgrade() -> None:
    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.Integer(), sa.ForeignKey("receipt.id"), nullable=False),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("place", Sealed(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("witness_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("asked_at", Moment(timezone=True), nullable=True),
        sa.Column("answered_at", Moment(timezone=True), nullable=True),
        sa.Column("word", Sealed(), nullable=False),
        sa.Column("contradicted_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_handover_receipt_id", "handover", ["receipt_id"])
    op.create_index(
        "one_handover_a_receipt", "handover", ["receipt_id"],
        unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("handover")
