"""What of the survey entered results, and old surveys that files brought."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0039"
down_revision = "0044b"
branch_labels = None
depends_on = None


def _period() -> sa.Column[int]:
    return sa.Column("period_id", sa.Integer(), sa.ForeignKey("period.id"), nullable=False)


def upgrade() -> None:
    op.create_table(
        "surveytally",
        _period(),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("service_id", sa.Integer(), sa.ForeignKey("surveyservice.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("sums", sa.String(), nullable=False),
        sa.Column("squares", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("period_id", "unit_id", "service_id"),
    )
    op.create_table(
        "surveyindex",
        _period(),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("from_id", sa.Integer(), nullable=True),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("own", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("levels", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("period_id", "unit_id"),
    )
    op.create_table(
        "surveymark",
        _period(),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.PrimaryKeyConstraint("period_id", "employee_id"),
    )
    op.create_table(
        "surveyimport",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("regulation", sa.String(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("imported_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("imported_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "surveypast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("service_id", sa.Integer(), sa.ForeignKey("surveyservice.id"), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("batch_id", sa.Integer(), sa.ForeignKey("surveyimport.id"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_surveypast_unit", "surveypast", ["unit_id", "answered_on"])
    op.create_index("ix_surveypast_batch_id", "surveypast", ["batch_id"])


def downgrade() -> None:
    tables = ("surveypast", "surveyimport", "surveymark", "surveyindex", "surveytally")
    for table in tables:
        op.drop_table(table)
