"""Years: who signed for the superior, the months covered, duties beside the last quarter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

SIGNED = """
UPDATE yearreport SET superior_by =
    CASE WHEN judged_at = superior_at THEN judged_by ELSE superior_id END
WHERE superior_at IS NOT NULL
"""
KEEP = """
UPDATE duty SET period_id = COALESCE((
    SELECT period.id FROM period JOIN yearreport ON yearreport.year = period.year
    WHERE yearreport.id = duty.object_id AND period.quarter = 4
), 0)
WHERE kind IN ('year_review', 'year_judge') AND period_id = 0
"""
BACK = "UPDATE duty SET period_id = 0 WHERE kind IN ('year_review', 'year_judge')"


def upgrade() -> None:
    op.add_column("yearreport", sa.Column("superior_by", sa.Integer(), nullable=True))
    for name, usual in (("first_month", "1"), ("last_month", "12")):
        column = sa.Column(name, sa.Integer(), nullable=False, server_default=usual)
        op.add_column("yearreport", column)
    op.execute(SIGNED)
    op.execute(KEEP)


def downgrade() -> None:
    op.execute(BACK)
    for name in ("superior_by", "first_month", "last_month"):
        op.drop_column("yearreport", name)
