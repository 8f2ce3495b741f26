"""Courses as they run: hosts, changes, feedback unnamed from three answers up, results."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0033"
down_revision = "0034"
branch_labels = None
depends_on = None

DRAFTS = sa.text("done_at IS NULL")
TABLES = ("traininguse", "trainingrating", "coursechange", "traininghost")


def upgrade() -> None:
    _running()
    _feedback()
    op.drop_column("trainingrequest", "useful")
    op.drop_column("trainingrequest", "said")
    no = sa.false()
    rated: sa.Column[bool] = sa.Column("rated", sa.Boolean(), nullable=False, server_default=no)
    op.add_column("trainingrequest", rated)
    op.add_column("trainingrequest", sa.Column("score", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("trainingrequest", "score")
    op.drop_column("trainingrequest", "rated")
    op.add_column("trainingrequest", sa.Column("useful", sa.Integer(), nullable=True))
    op.add_column("trainingrequest", sa.Column("said", Sealed(), nullable=True))
    for table in TABLES:
        op.drop_table(table)


def _running() -> None:
    op.create_table(
        "traininghost",
        sa.Column("training_id", sa.Integer(), sa.ForeignKey("training.id"), nullable=False),
        sa.Column("host_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("set_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("set_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("training_id"),
    )
    op.create_index("ix_traininghost_host_id", "traininghost", ["host_id"])
    op.create_table(
        "coursechange",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), sa.ForeignKey("training.id"), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("why", Sealed(), nullable=False),
        sa.Column("done_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "one_change_draft", "coursechange", ["training_id", "author_id"], unique=True,
        sqlite_where=DRAFTS, postgresql_where=DRAFTS,
    )  # fmt: skip


def _feedback() -> None:
    op.create_table(
        "trainingrating",
        sa.Column("request_id", sa.Integer(), sa.ForeignKey("trainingrequest.id"), nullable=False),
        sa.Column("training_id", sa.Integer(), sa.ForeignKey("training.id"), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("word", Sealed(), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("request_id"),
    )
    op.create_index("ix_trainingrating_training_id", "trainingrating", ["training_id"])
    op.create_table(
        "traininguse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), sa.ForeignKey("training.id"), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("words", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_traininguse_training_id", "traininguse", ["training_id"])
