"""Days off of a year as HR puts them in, and the file before it is put in force."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0050"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "holidaydecree",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("set_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("set_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_holidaydecree_year", "holidaydecree", ["year"])
    op.create_table(
        "holidaydraft",
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("rows", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("employee_id"),
    )


def downgrade() -> None:
    op.drop_table("holidaydraft")
    op.drop_index("ix_holidaydecree_year", "holidaydecree")
    op.drop_table("holidaydecree")
