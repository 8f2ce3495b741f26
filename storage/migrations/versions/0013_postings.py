"""Postings: under whom and in which unit people stood, from which day on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0009"
branch_labels = None
depends_on = None

AS_THEY_STAND = """
INSERT INTO posting (employee_id, since, superior_id, unit_id)
SELECT id, '1900-01-01', superior_id, unit_id FROM employee
"""


def upgrade() -> None:
    op.create_table(
        "posting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("superior_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["superior_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("employee_id", "since"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_posting_since", "posting", ["since"])
    op.execute(AS_THEY_STAND)


def downgrade() -> None:
    op.drop_index("ix_posting_since", table_name="posting")
    op.drop_table("posting")
