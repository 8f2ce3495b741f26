"""Records of forums in editions, and the action items that follow from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0046"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "forumrecord",
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("note_taker_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("forum_id"),
    )
    op.create_index("ix_forumrecord_note_taker_id", "forumrecord", ["note_taker_id"])
    op.create_table(
        "recordedition",
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("published_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("published_at", Moment(timezone=True), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("forum_id", "edition"),
    )
    op.create_table(
        "recordline",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("written_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("written_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_recordline_forum_id", "recordline", ["forum_id"])
    op.create_table(
        "actionitem",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum_id", sa.Integer(), sa.ForeignKey("forum.id"), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("asked_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("done_at", Moment(timezone=True), nullable=True),
        sa.Column("note", Sealed(), nullable=False),
        sa.Column("cancelled_at", Moment(timezone=True), nullable=True),
        sa.Column("told_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_actionitem_forum_id", "actionitem", ["forum_id"])
    op.create_index("ix_actionitem_owner_id", "actionitem", ["owner_id"])
    still_open = sa.text("done_at IS NULL AND cancelled_at IS NULL")
    op.create_index(
        "open_action_item", "actionitem", ["due_on"],
        sqlite_where=still_open, postgresql_where=still_open,
    )  # fmt: skip


def downgrade() -> None:
    for table in ("actionitem", "recordline", "recordedition", "forumrecord"):
        op.drop_table(table)
