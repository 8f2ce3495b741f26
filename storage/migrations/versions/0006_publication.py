"""Publications with their signer, receipts, and results as they were before a correction."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("signed_by", sa.Integer(), nullable=False),
        sa.Column("signed_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("results", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("reason", storage.columns.Sealed(), nullable=True),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("finished_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["signed_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("period_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "publicationreason",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("head_id", sa.Integer(), nullable=False),
        sa.Column("reason", storage.columns.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["head_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.PrimaryKeyConstraint("period_id", "head_id"),
    )
    op.create_table(
        "receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("issued_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("taken_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["taken_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("period_id", "employee_id", "edition"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_receipt_employee_id", "receipt", ["employee_id"])
    op.create_table(
        "formerresult",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("total", sa.String(), nullable=False),
        sa.Column("hasil_kerja", sa.String(), nullable=False),
        sa.Column("perilaku", sa.String(), nullable=False),
        sa.Column("predikat", sa.String(), nullable=False),
        sa.Column("raters", sa.Integer(), nullable=False),
        sa.Column("parts", sa.String(), nullable=False),
        sa.Column("computed_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("replaced_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("replaced_by", sa.Integer(), nullable=False),
        sa.Column("reason", storage.columns.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["replaced_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["result_id"], ["result.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("result_id", "edition"),
        sqlite_autoincrement=True,
    )
    op.add_column("result", sa.Column("edition", sa.Integer(), nullable=False, server_default="1"))
    op.drop_column("result", "told_at")


def downgrade() -> None:
    op.add_column(
        "result", sa.Column("told_at", storage.columns.Moment(timezone=True), nullable=True)
    )
    op.drop_column("result", "edition")
    op.drop_table("formerresult")
    op.drop_index("ix_receipt_employee_id", table_name="receipt")
    for table in ("receipt", "publicationreason", "publication"):
        op.drop_table(table)
