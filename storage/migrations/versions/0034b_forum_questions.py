"""Questions gathered before a forum, and who noted that somebody was there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Sealed

revision = "0034b"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "forumquestion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("writer_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_forumquestion_forum_id", "forumquestion", ["forum_id"])
    op.create_table(
        "questionvote",
        sa.Column("question_id", sa.Integer(), sa.ForeignKey("forumquestion.id"), nullable=False),
        sa.Column("voter_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.PrimaryKeyConstraint("question_id", "voter_id"),
    )
    op.add_column("invitation", sa.Column("noted_by", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("invitation", "noted_by")
    op.drop_table("questionvote")
    op.drop_table("forumquestion")
