"""Supplements: results that are published after their quarter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0014"
down_revision = "0011"
branch_labels = None
depends_on = None

WAITS = sa.text("signed_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "supplement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("proposed_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("reason", storage.columns.Sealed(), nullable=False),
        sa.Column("signed_by", sa.Integer(), nullable=True),
        sa.Column("signed_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["signed_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("period_id", "employee_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_supplement_employee_id", "supplement", ["employee_id"])
    op.create_index(
        "supplements_that_wait", "supplement", ["proposed_at"],
        sqlite_where=WAITS, postgresql_where=WAITS,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("supplement")
