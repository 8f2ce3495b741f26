"""Forums that come again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (
        sa.Column("rhythm", sa.String(), nullable=False, server_default=""),
        sa.Column("times", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("days_off", sa.String(), nullable=False, server_default="keep"),
        sa.Column("series_id", sa.Integer(), nullable=True),
    ):
        op.add_column("forum", column)
    op.create_index("ix_forum_series_id", "forum", ["series_id"])


def downgrade() -> None:
    op.drop_index("ix_forum_series_id", table_name="forum")
    for column in ("series_id", "days_off", "times", "rhythm"):
        op.drop_column("forum", column)
