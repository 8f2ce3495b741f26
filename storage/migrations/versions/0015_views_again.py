"""Rounds of views know the result that they are about; outliers are kept as estimated."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outlier",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("signs", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.PrimaryKeyConstraint("period_id", "employee_id"),
    )
    op.add_column("sitting", sa.Column("seen", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("sitting", "seen")
    op.drop_table("outlier")
