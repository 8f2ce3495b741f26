"""Certificates that were replaced by another number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "formercertificate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("facts", Sealed(), nullable=False),
        sa.Column("replaced_by", sa.Integer(), nullable=False),
        sa.Column("replaced_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["certificate_id"], ["certificate.id"]),
        sa.ForeignKeyConstraint(["replaced_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "year", "number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_formercertificate_code", "formercertificate", ["code"])
    op.create_index("ix_formercertificate_certificate_id", "formercertificate", ["certificate_id"])


def downgrade() -> None:
    op.drop_table("formercertificate")
