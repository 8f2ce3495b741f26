"""Objections to results with both sides' words, and corrections by two people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("proposer_id", sa.Integer(), nullable=False),
        sa.Column("levels", sa.String(), nullable=False),
        sa.Column("reason", storage.columns.Sealed(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("written_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("proposed_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("answer", storage.columns.Sealed(), nullable=True),
        sa.Column("answer_by", sa.Integer(), nullable=True),
        sa.Column("made", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["answer_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["decided_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["proposer_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["result_id"], ["result.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_correction_proposer_id", "correction", ["proposer_id"])
    op.create_index("ix_correction_result_id", "correction", ["result_id"])
    op.create_index("ix_correction_state", "correction", ["state"])
    op.create_index(
        "one_draft_correction",
        "correction",
        ["result_id", "proposer_id"],
        unique=True,
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_index(
        "one_waiting_correction",
        "correction",
        ["result_id"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("indicators", sa.String(), nullable=False),
        sa.Column("reasons", storage.columns.Sealed(), nullable=False),
        sa.Column("written_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("filed_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("hearing_until", sa.Date(), nullable=True),
        sa.Column("decision_until", sa.Date(), nullable=True),
        sa.Column("named_id", sa.Integer(), nullable=True),
        sa.Column("named_by", sa.Integer(), nullable=True),
        sa.Column("named_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("levels", sa.String(), nullable=False),
        sa.Column("answer", storage.columns.Sealed(), nullable=True),
        sa.Column("made", sa.Integer(), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("withdrawn_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("told_late_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("looked_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["named_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["named_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["result_id"], ["result.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("result_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_objection_employee_id", "objection", ["employee_id"])
    op.create_index("ix_objection_period_id", "objection", ["period_id"])
    op.create_index("ix_objection_state", "objection", ["state"])
    op.create_table(
        "explanation",
        sa.Column("objection_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("draft", storage.columns.Sealed(), nullable=False),
        sa.Column("said", storage.columns.Sealed(), nullable=True),
        sa.Column("given_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["objection_id"], ["objection.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("objection_id", "person_id"),
    )
    op.create_table(
        "verdictdraft",
        sa.Column("objection_id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("levels", sa.String(), nullable=False),
        sa.Column("reason", storage.columns.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["objection_id"], ["objection.id"]),
        sa.ForeignKeyConstraint(["reviewer_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("objection_id", "reviewer_id"),
    )


def downgrade() -> None:
    for table in ("verdictdraft", "explanation", "objection", "correction"):
        op.drop_table(table)
