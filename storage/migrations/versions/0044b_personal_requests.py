"""What people ask about their data, and the record of what was erased."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0044b"
down_revision = "0044"
branch_labels = None
depends_on = None

_DRAFT, _FILED = sa.text("state = 'draft'"), sa.text("state = 'filed'")


def upgrade() -> None:
    op.create_table(
        "personalrequest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", Sealed(), nullable=False),
        sa.Column("wanted", Sealed(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("written_at", Moment(timezone=True), nullable=False),
        sa.Column("filed_at", Moment(timezone=True), nullable=True),
        sa.Column("due_at", Moment(timezone=True), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("decided_at", Moment(timezone=True), nullable=True),
        sa.Column("answer", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_personalrequest_employee_id", "personalrequest", ["employee_id"])
    op.create_index("personal_requests_by_due", "personalrequest", ["state", "due_at"])
    op.create_index(
        "one_personal_draft", "personalrequest", ["employee_id"],
        unique=True, sqlite_where=_DRAFT, postgresql_where=_DRAFT,
    )  # fmt: skip
    op.create_index(
        "one_personal_request_a_field", "personalrequest", ["employee_id", "kind", "field"],
        unique=True, sqlite_where=_FILED, postgresql_where=_FILED,
    )  # fmt: skip
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("files", sa.String(), nullable=False),
        sa.Column("cleaned_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("employee_id", "kind", "at"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_erasure_employee_id", "erasure", ["employee_id"])


def downgrade() -> None:
    op.drop_table("erasure")
    op.drop_table("personalrequest")
