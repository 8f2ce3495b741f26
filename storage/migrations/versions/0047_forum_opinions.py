"""What people thought of forums, and the materials of forums."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0047"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("invitation", sa.Column("asked_at", Moment(timezone=True), nullable=True))
    op.add_column(
        "invitation",
        sa.Column("valued", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "forumopinion",
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("levels", sa.String(), nullable=False),
        sa.Column("word", Sealed(), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("forum_id", "employee_id"),
    )
    op.create_table(
        "forumopinions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("sums", sa.String(), nullable=False),
        sa.Column("words", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_forumopinions_forum_id", "forumopinions", ["forum_id"])
    _materials()


def _materials() -> None:
    op.create_table(
        "forummaterial",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("name", Sealed(), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("fault", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("fetch_at", Moment(timezone=True), nullable=True),
        sa.Column("added_at", Moment(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file_type", sa.String(), nullable=False),
        sa.Column("look", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("added_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("for_present", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("forum_id", "key"),
        sqlite_autoincrement=True,
    )
    for column in ("fetch_at", "sha256", "forum_id", "added_by"):
        op.create_index(f"ix_forummaterial_{column}", "forummaterial", [column])


def downgrade() -> None:
    for table in ("forummaterial", "forumopinions", "forumopinion"):
        op.drop_table(table)
    with op.batch_alter_table("invitation") as batch:
        batch.drop_column("valued")
        batch.drop_column("asked_at")
