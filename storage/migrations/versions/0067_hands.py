"""Whose hand it was: who ends an award round is somebody of the agency, and drafts have an age.

What a head rejected in a round before refusals took a candidate out of it was given back, as
refusals are called since: the panel was asked for another proposal, of the same person too.
"""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0067"
down_revision = "0065"
branch_labels = None
depends_on = None

MOMENT = Moment(timezone=True)
# An entry of today names the words of its reason, those of before say nothing beside the act.
GIVE_BACK = """
    UPDATE proposal SET state = 'returned' WHERE state = 'rejected'
    AND EXISTS (SELECT 1 FROM awardround AS one WHERE one.kind = proposal.kind
        AND one.period_id = proposal.period_id AND one.scope_id = proposal.scope_id)
    AND EXISTS (SELECT 1 FROM auditentry AS told WHERE told.action = 'awards.reject'
        AND told.object = 'proposal/' || CAST(proposal.id AS VARCHAR)
        AND told.commitment IS NULL)
"""


def upgrade() -> None:
    _end_by(" CONSTRAINT awardround_end_by_fkey REFERENCES employee (id)")
    op.execute(GIVE_BACK)
    op.add_column("trainingcorrection", sa.Column("written_at", MOMENT, nullable=True))
    rows = sa.table("trainingcorrection", sa.column("state"), sa.column("written_at", MOMENT))
    drafts = sa.update(rows).where(rows.c.state == "draft")
    op.execute(drafts.values(written_at=datetime.now(UTC)))


def downgrade() -> None:
    op.drop_column("trainingcorrection", "written_at")
    _end_by("")


def _end_by(constraint: str) -> None:
    """The column anew: SQLite would copy the table for it, to which others refer."""
    op.execute(f"ALTER TABLE awardround ADD COLUMN end_by_id INTEGER{constraint}")
    op.execute("UPDATE awardround SET end_by_id = end_by")
    op.execute("ALTER TABLE awardround DROP COLUMN end_by")
    op.execute("ALTER TABLE awardround RENAME COLUMN end_by_id TO end_by")
