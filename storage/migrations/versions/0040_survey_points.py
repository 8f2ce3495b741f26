"""What shall change because of the survey, and what of it was published."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0040"
down_revision = "0045"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "surveypoint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("answer_id", NUMBER, sa.ForeignKey("surveyanswer.answer_id"), nullable=True),
        sa.Column("element", sa.String(), nullable=False),
        sa.Column("what", Sealed(), nullable=False),
        sa.Column("changed", Sealed(), nullable=False),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("made_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("settled_at", Moment(timezone=True), nullable=True),
        sa.Column("done_at", Moment(timezone=True), nullable=True),
        sa.Column("cancelled_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_surveypoint_unit_id", "surveypoint", ["unit_id"])
    op.create_index("ix_surveypoint_answer_id", "surveypoint", ["answer_id"])
    op.create_table(
        "surveyrelease",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("sums", sa.String(), nullable=False),
        sa.Column("squares", sa.Integer(), nullable=False),
        sa.Column("visitors", sa.Integer(), nullable=True),
        sa.Column("weight", sa.String(), nullable=False),
        sa.Column("published_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("published_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("unit_id", "month"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("surveyrelease")
    op.drop_table("surveypoint")
