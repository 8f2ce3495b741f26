"""Closings of rating, days in office behind a form, and who a result was computed after."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0012"
down_revision = "0006"
branch_labels = None
depends_on = None

LAST_SENT = """
UPDATE result SET computed_by = (
    SELECT appraisal.by_id FROM appraisal
    WHERE appraisal.period_id = result.period_id AND appraisal.employee_id = result.employee_id
    AND appraisal.state = 'sent'
) WHERE edition = 1
"""


def upgrade() -> None:
    op.create_table(
        "closing",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("began_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("finished_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.PrimaryKeyConstraint("period_id"),
    )
    op.add_column("appraisal", sa.Column("days", sa.Integer(), nullable=True))
    op.drop_column("appraisal", "since")
    op.drop_column("appraisal", "until")
    op.add_column("result", sa.Column("computed_by", sa.Integer(), nullable=True))
    op.execute(LAST_SENT)


def downgrade() -> None:
    op.drop_column("result", "computed_by")
    op.add_column("appraisal", sa.Column("until", sa.Date(), nullable=True))
    op.add_column("appraisal", sa.Column("since", sa.Date(), nullable=True))
    op.drop_column("appraisal", "days")
    op.drop_table("closing")
