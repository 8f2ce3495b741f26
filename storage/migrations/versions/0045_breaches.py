"""Breaches of personal data and who was told of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0045"
down_revision = "0047b"
branch_labels = None
depends_on = None

_DRAFT = sa.text("state = 'draft'")


def upgrade() -> None:
    op.create_table(
        "breach",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("recorded_at", Moment(timezone=True), nullable=False),
        sa.Column("data", Sealed(), nullable=False),
        sa.Column("how", Sealed(), nullable=False),
        sa.Column("handling", Sealed(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("due_at", Moment(timezone=True), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("people_told_at", Moment(timezone=True), nullable=True),
        sa.Column("people_told_by", sa.Integer(), nullable=True),
        sa.Column("authority_told_at", Moment(timezone=True), nullable=True),
        sa.Column("authority_told_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", Moment(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "one_breach_draft", "breach", ["recorded_by"],
        unique=True, sqlite_where=_DRAFT, postgresql_where=_DRAFT,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("breach")
