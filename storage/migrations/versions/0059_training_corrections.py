"""A training result that was noted wrongly is corrected by two people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0059"
down_revision = "0062"
branch_labels = None
depends_on = None

MOMENT = Moment(timezone=True)
WAITING, DRAFT = sa.text("state = 'waiting'"), sa.text("state = 'draft'")


def upgrade() -> None:
    op.create_table(
        "trainingcorrection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("was_result", sa.String(), nullable=False),
        sa.Column("was_score", sa.Integer(), nullable=True),
        sa.Column("was_minutes", sa.Integer(), nullable=False),
        sa.Column("was_by", sa.Integer(), nullable=True),
        sa.Column("was_at", MOMENT, nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("answer", Sealed(), nullable=True),
        sa.Column("answer_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["request_id"], ["trainingrequest.id"]),
        *(
            sa.ForeignKeyConstraint([who], ["employee.id"])
            for who in ("was_by", "asked_by", "decided_by", "answer_by")
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    for column in ("request_id", "state"):
        op.create_index(f"ix_trainingcorrection_{column}", "trainingcorrection", [column])
    op.create_index(
        "one_waiting_training_correction",
        "trainingcorrection",
        ["request_id"],
        unique=True,
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
    op.create_index(
        "one_draft_training_correction",
        "trainingcorrection",
        ["request_id", "asked_by"],
        unique=True,
        sqlite_where=DRAFT,
        postgresql_where=DRAFT,
    )


def downgrade() -> None:
    op.drop_table("trainingcorrection")
