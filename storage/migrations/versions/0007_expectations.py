"""Planned results with every wording, what achievements add to them, and parts of reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0007"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plannedresult",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("created_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plannedresult_employee_id", "plannedresult", ["employee_id"])
    op.create_index("planned_results_of_a_person", "plannedresult", ["period_id", "employee_id"])
    op.create_table(
        "plannedwording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("planned_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("text", storage.columns.Sealed(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("supports_id", sa.Integer(), nullable=True),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("unit", storage.columns.Sealed(), nullable=False),
        sa.Column("counting", sa.String(), nullable=False),
        sa.Column("ends", sa.Boolean(), nullable=False),
        sa.Column("reason", storage.columns.Sealed(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("written_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("proposed_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("decided_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("note", storage.columns.Sealed(), nullable=False),
        sa.Column("set_aside_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["planned_id"], ["plannedresult.id"]),
        sa.ForeignKeyConstraint(["supports_id"], ["plannedresult.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("planned_id", "edition"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contribution",
        sa.Column("achievement_id", sa.Integer(), nullable=False),
        sa.Column("planned_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.String(), nullable=False),
        sa.Column("tied_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["achievement_id"], ["achievement.id"]),
        sa.ForeignKeyConstraint(["planned_id"], ["plannedresult.id"]),
        sa.PrimaryKeyConstraint("achievement_id"),
    )
    op.create_index("ix_contribution_planned_id", "contribution", ["planned_id"])
    op.create_table(
        "reportpart",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("planned_id", sa.Integer(), nullable=False),
        sa.Column("text", storage.columns.Sealed(), nullable=False),
        sa.Column("draft", storage.columns.Sealed(), nullable=True),
        sa.Column("figure", sa.String(), nullable=False),
        sa.Column("draft_figure", sa.String(), nullable=True),
        sa.Column("proposed", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"]),
        sa.PrimaryKeyConstraint("report_id", "kind", "planned_id"),
    )


def downgrade() -> None:
    op.drop_table("reportpart")
    op.drop_index("ix_contribution_planned_id", table_name="contribution")
    op.drop_table("contribution")
    op.drop_table("plannedwording")
    op.drop_index("planned_results_of_a_person", table_name="plannedresult")
    op.drop_index("ix_plannedresult_employee_id", table_name="plannedresult")
    op.drop_table("plannedresult")
