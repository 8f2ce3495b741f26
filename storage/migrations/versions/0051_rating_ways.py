"""How a superior or a member of the team goes through the forms of a quarter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ratingway",
        sa.Column("period_id", sa.Integer(), sa.ForeignKey("period.id"), nullable=False),
        sa.Column("rater_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("by_criterion", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("period_id", "rater_id", "source"),
    )


def downgrade() -> None:
    op.drop_table("ratingway")
