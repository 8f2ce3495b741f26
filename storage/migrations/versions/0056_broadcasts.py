"""Broadcasts: their text, file, quiz, readers and answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0056"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("which", sa.String(), nullable=False),
        sa.Column("within", sa.String(), nullable=False),
        sa.Column("starts", sa.String(), nullable=False),
        sa.Column("duty", sa.Boolean(), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("credit", sa.Integer(), nullable=False),
        sa.Column("quiz_days", sa.Integer(), nullable=False),
        sa.Column("quiz_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tested", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("asked_at", Moment(timezone=True), nullable=True),
        sa.Column("approved_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("approved_at", Moment(timezone=True), nullable=True),
        sa.Column("listed_to", sa.Integer(), nullable=False),
        sa.Column("busy", sa.Boolean(), nullable=False),
        sa.Column("begun_at", Moment(timezone=True), nullable=True),
        sa.Column("ended_at", Moment(timezone=True), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("corrected_at", Moment(timezone=True), nullable=True),
        sa.Column("correcting", sa.Boolean(), nullable=False),
        sa.Column("new_text", Sealed(), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("reminded_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    for column in ("author_id", "state", "busy", "correcting"):
        op.create_index(f"ix_broadcast_{column}", "broadcast", [column])
    op.create_table(
        "broadcastfile",
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
        sa.Column("broadcast_id", sa.Integer(), sa.ForeignKey("broadcast.id"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("broadcast_id"),
        sqlite_autoincrement=True,
    )
    for column in ("fetch_at", "sha256"):
        op.create_index(f"ix_broadcastfile_{column}", "broadcastfile", [column])
    op.create_table(
        "broadcastquestion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), sa.ForeignKey("broadcast.id"), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("options", Sealed(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.Column("explanation", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_broadcastquestion_broadcast_id", "broadcastquestion", ["broadcast_id"])
    op.create_table(
        "broadcastreader",
        sa.Column("broadcast_id", sa.Integer(), sa.ForeignKey("broadcast.id"), nullable=False),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("out", sa.String(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("read_at", Moment(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("finished", sa.Integer(), nullable=False),
        sa.Column("best", sa.Integer(), nullable=False),
        sa.Column("passed_at", Moment(timezone=True), nullable=True),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "employee_id"),
    )
    for column in ("employee_id", "letter_id"):
        op.create_index(f"ix_broadcastreader_{column}", "broadcastreader", [column])
    op.create_index(
        "readers_by_turn", "broadcastreader", ["broadcast_id", "letter_id", "employee_id"]
    )
    op.create_table(
        "broadcastanswer",
        sa.Column("broadcast_id", sa.Integer(), sa.ForeignKey("broadcast.id"), nullable=False),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column(
            "question_id", sa.Integer(), sa.ForeignKey("broadcastquestion.id"), nullable=False
        ),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "employee_id", "attempt", "question_id"),
    )
    op.create_index("ix_broadcastanswer_employee_id", "broadcastanswer", ["employee_id"])


def downgrade() -> None:
    for table in (
        "broadcastanswer",
        "broadcastreader",
        "broadcastquestion",
        "broadcastfile",
        "broadcast",
    ):
        op.drop_table(table)
