"""Careers: facts on record, objections to being profiled, decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0036"
down_revision = "0034b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "careerfact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", Sealed(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("recorded_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_careerfact_of", "careerfact", ["employee_id", "kind", "year", "id"])
    op.create_table(
        "careerobjection",
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("since", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("employee_id"),
    )
    op.create_table(
        "careerdecision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("decided_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_careerdecision_employee_id", "careerdecision", ["employee_id"])
    op.create_table(
        "careerdraft",
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("decided_by"),
    )


def downgrade() -> None:
    for table in ("careerdraft", "careerdecision", "careerobjection", "careerfact"):
        op.drop_table(table)
