"""Talks between superior and employee."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0024"
down_revision = "0018"
branch_labels = None
depends_on = None

LIVING = sa.text("state IN ('proposed', 'agreed')")


def _person(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey("employee.id"), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "talk",
        sa.Column("id", sa.Integer(), nullable=False),
        _person("employee_id"),
        _person("superior_id"),
        sa.Column("state", sa.String(), nullable=False),
        _person("proposed_by"),
        sa.Column("proposed_at", Moment(timezone=True), nullable=False),
        sa.Column("starts_at", Moment(timezone=True), nullable=True),
        sa.Column("agreed_at", Moment(timezone=True), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        _person("held_by", nullable=True),
        sa.Column("noted_at", Moment(timezone=True), nullable=True),
        _person("denied_by", nullable=True),
        sa.Column("denied_at", Moment(timezone=True), nullable=True),
        sa.Column("rated", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    for column in ("employee_id", "superior_id", "held_on"):
        op.create_index(f"ix_talk_{column}", "talk", [column])
    op.create_index(
        "one_arranged_talk", "talk", ["employee_id"], unique=True, sqlite_where=LIVING,
        postgresql_where=LIVING,
    )  # fmt: skip
    op.create_table(
        "talknote",
        sa.Column("talk_id", sa.Integer(), sa.ForeignKey("talk.id"), nullable=False),
        _person("writer_id"),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("written_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("talk_id", "writer_id", "private"),
    )
    op.create_table(
        "followup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("talk_id", sa.Integer(), sa.ForeignKey("talk.id"), nullable=False),
        _person("made_by"),
        sa.Column("text", Sealed(), nullable=False),
        _person("owner_id", nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("settled_at", Moment(timezone=True), nullable=True),
        sa.Column("done_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_followup_talk_id", "followup", ["talk_id"])
    op.create_index("ix_followup_owner_id", "followup", ["owner_id"])
    op.create_table(
        "talkrhythm",
        _person("superior_id"),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("superior_id"),
    )
    op.create_table(
        "talkrating",
        sa.Column("talk_id", sa.Integer(), sa.ForeignKey("talk.id"), nullable=False),
        _person("superior_id"),
        _person("employee_id"),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("word", Sealed(), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("talk_id"),
    )
    op.create_index("ix_talkrating_superior_id", "talkrating", ["superior_id"])
    op.create_table(
        "talkuse",
        sa.Column("id", sa.Integer(), nullable=False),
        _person("superior_id"),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("words", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_talkuse_superior_id", "talkuse", ["superior_id"])


def downgrade() -> None:
    for table in ("talkuse", "talkrating", "talkrhythm", "followup", "talknote", "talk"):
        op.drop_table(table)
