"""Extracts that were handed out; changes of the hierarchy with their day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("which", sa.Integer(), nullable=False),
        sa.Column("purpose", Sealed(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.Column("full", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("ending", sa.String(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("taken_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_handout_made_by", "handout", ["made_by"])
    op.create_table(
        "move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("before_id", sa.Integer(), nullable=False),
        sa.Column("after_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("done_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_move_employee_id", "move", ["employee_id"])
    op.create_index("ix_move_state", "move", ["state"])


def downgrade() -> None:
    op.drop_table("move")
    op.drop_table("handout")
