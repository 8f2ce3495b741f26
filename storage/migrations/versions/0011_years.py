"""Yearly reports, and the nights on which results are computed again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0011"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "replay",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("checked", sa.Integer(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("which", sa.String(), nullable=False),
        sa.Column("begun_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("finished_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("day"),
        sqlite_autoincrement=True,
    )
    _year_reports()


def _year_reports() -> None:
    sealed: list[sa.Column[str]] = [
        sa.Column(name, storage.columns.Sealed(), nullable=False)
        for name in ("summary", "obstacles", "plans", "reason")
    ]
    op.create_table(
        "yearreport",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        *sealed,
        sa.Column("scheme_id", sa.Integer(), nullable=True),
        sa.Column("parts", sa.String(), nullable=False),
        sa.Column("total", sa.String(), nullable=False),
        sa.Column("signed_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("superior_id", sa.Integer(), nullable=True),
        sa.Column("superior_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("hasil_kerja", sa.String(), nullable=False),
        sa.Column("perilaku", sa.String(), nullable=False),
        sa.Column("predikat", sa.String(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("credit", sa.String(), nullable=False),
        sa.Column("judged_by", sa.Integer(), nullable=True),
        sa.Column("judged_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["scheme_id"], ["schemeversion.id"]),
        sa.ForeignKeyConstraint(["superior_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["judged_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("year", "employee_id"),
        sa.UniqueConstraint("year", "number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_yearreport_employee_id", "yearreport", ["employee_id"])
    op.create_index("ix_yearreport_code", "yearreport", ["code"])


def downgrade() -> None:
    op.drop_table("yearreport")
    op.drop_table("replay")
