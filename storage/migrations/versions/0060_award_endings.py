"""A round of awards may end without a winner: who of the panel ended it, and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("awardround", sa.Column("end_reason", sa.LargeBinary(), nullable=True))
    op.add_column("awardround", sa.Column("end_by", sa.Integer(), nullable=True))
    op.add_column("awardround", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("awardround") as table:
        for column in ("ended_at", "end_by", "end_reason"):
            table.drop_column(column)
