"""The evaluation team's calibration: organisation, sittings, returns, adjustments, severities."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0010"
down_revision = "0013"
branch_labels = None
depends_on = None

TABLES = (
    "agencyfigure",
    "raterseverity",
    "weighing",
    "adjustmentrefusal",
    "adjustment",
    "formreturn",
    "panelview",
    "sitting",
    "keptdeparture",
    "organisationresult",
)


def upgrade() -> None:
    op.create_table(
        "organisationresult",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("scope_id", sa.Integer(), nullable=False),
        sa.Column("predikat", sa.String(), nullable=False),
        sa.Column("basis", Sealed(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["set_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_organisationresult_period_id", "organisationresult", ["period_id"])
    op.create_table(
        "keptdeparture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("scope_id", sa.Integer(), nullable=False),
        sa.Column("lines", sa.String(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.Column("said_by", sa.Integer(), nullable=False),
        sa.Column("said_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["said_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_keptdeparture_period_id", "keptdeparture", ["period_id"])
    op.create_table(
        "sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("second", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=True),
        sa.Column("opened_at", Moment(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("closed_at", Moment(timezone=True), nullable=True),
        sa.Column("keep", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["opened_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("period_id", "employee_id", "number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sitting_period_id", "sitting", ["period_id"])
    op.create_index(
        "one_open_sitting",
        "sitting",
        ["period_id", "employee_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "panelview",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("view", sa.String(), nullable=False),
        sa.Column("reason", Sealed(), nullable=True),
        sa.Column("given_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sitting_id", "member_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_panelview_member_id", "panelview", ["member_id"])
    op.create_table(
        "formreturn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("returned_by", sa.Integer(), nullable=False),
        sa.Column("returned_at", Moment(timezone=True), nullable=False),
        sa.Column("total", sa.String(), nullable=False),
        sa.Column("predikat", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["appraisal_id"], ["appraisal.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["returned_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_formreturn_appraisal_id", "formreturn", ["appraisal_id"])
    op.create_index("ix_formreturn_period_id", "formreturn", ["period_id"])
    op.create_index(
        "one_return_draft",
        "formreturn",
        ["appraisal_id", "returned_by"],
        unique=True,
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_table(
        "adjustment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("levels", sa.String(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", Moment(timezone=True), nullable=False),
        sa.Column("total_before", sa.String(), nullable=False),
        sa.Column("predikat_before", sa.String(), nullable=False),
        sa.Column("total_after", sa.String(), nullable=False),
        sa.Column("predikat_after", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(timezone=True), nullable=True),
        sa.Column("answer", Sealed(), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["proposed_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_adjustment_period_id", "adjustment", ["period_id"])
    op.create_index("ix_adjustment_state", "adjustment", ["state"])
    op.create_index(
        "one_adjustment_draft",
        "adjustment",
        ["period_id", "employee_id", "proposed_by"],
        unique=True,
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_index(
        "one_waiting_adjustment",
        "adjustment",
        ["period_id", "employee_id"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "adjustmentrefusal",
        sa.Column("adjustment_id", sa.Integer(), nullable=False),
        sa.Column("head_id", sa.Integer(), nullable=False),
        sa.Column("reason", Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["adjustment_id"], ["adjustment.id"]),
        sa.ForeignKeyConstraint(["head_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("adjustment_id", "head_id"),
    )
    op.create_table(
        "weighing",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("forms", sa.Integer(), nullable=False),
        sa.Column("newest", Moment(timezone=True), nullable=False),
        sa.Column("weighed_at", Moment(timezone=True), nullable=False),
        sa.Column("contrasts", sa.Integer(), nullable=False),
        sa.Column("enough", sa.Boolean(), nullable=False),
        sa.Column("between", sa.String(), nullable=True),
        sa.Column("noise", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.PrimaryKeyConstraint("period_id"),
    )
    op.create_table(
        "raterseverity",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("rater_id", sa.Integer(), nullable=False),
        sa.Column("estimate", sa.String(), nullable=False),
        sa.Column("low", sa.String(), nullable=True),
        sa.Column("high", sa.String(), nullable=True),
        sa.Column("ratings", sa.Integer(), nullable=False),
        sa.Column("shared", sa.Integer(), nullable=False),
        sa.Column("comparable", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["rater_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("period_id", "rater_id"),
    )
    op.create_table(
        "agencyfigure",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("raters", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.PrimaryKeyConstraint("period_id", "name"),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
