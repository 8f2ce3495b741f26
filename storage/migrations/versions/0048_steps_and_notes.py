"""Steps of talks may be dropped; own notes on mentoring; announcements a chunk at a time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0048"
down_revision = "0039"
branch_labels = None
depends_on = None

COLUMNS = ("drop_by", "drop_reason", "drop_asked_at", "dropped_by", "dropped_at")


def upgrade() -> None:
    op.add_column("followup", sa.Column("drop_by", sa.Integer(), nullable=True))
    op.add_column("followup", sa.Column("drop_reason", Sealed(), nullable=True))
    op.add_column("followup", sa.Column("drop_asked_at", Moment(timezone=True), nullable=True))
    op.add_column("followup", sa.Column("dropped_by", sa.Integer(), nullable=True))
    op.add_column("followup", sa.Column("dropped_at", Moment(timezone=True), nullable=True))
    op.create_table(
        "awardtelling",
        sa.Column("award_id", sa.Integer(), sa.ForeignKey("award.id"), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("finished_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("award_id"),
    )
    op.create_table(
        "mentornote",
        sa.Column("mentoring_id", sa.Integer(), sa.ForeignKey("mentoring.id"), nullable=False),
        sa.Column("writer_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("written_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("mentoring_id", "writer_id"),
    )


def downgrade() -> None:
    op.drop_table("mentornote")
    op.drop_table("awardtelling")
    for name in reversed(COLUMNS):
        op.drop_column("followup", name)
