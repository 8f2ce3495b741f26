"""Posts about forums in the office's group or channel."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0047c"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "forumpost",
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("posted_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("posted_at", Moment(timezone=True), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("forum_id"),
    )


def downgrade() -> None:
    op.drop_table("forumpost")
