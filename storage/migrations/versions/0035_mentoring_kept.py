"""One living mentor of each mentee, who declined a pair, which answers were told; thanks shown."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0030"
branch_labels = None
depends_on = None

LIVING = sa.text("state IN ('proposed', 'active')")
SHOWN = sa.text("shown")
# Of two pairs of one mentee the one that runs stays, else the older one.
DOUBLE = """
    UPDATE mentoring SET state = 'declined' WHERE state = 'proposed' AND EXISTS (
        SELECT 1 FROM mentoring AS other WHERE other.mentee_id = mentoring.mentee_id
        AND (other.state = 'active' OR (other.state = 'proposed' AND other.id < mentoring.id)))
"""
RUNNING = """
    UPDATE mentoring SET state = 'lapsed' WHERE state = 'active' AND EXISTS (
        SELECT 1 FROM mentoring AS other WHERE other.mentee_id = mentoring.mentee_id
        AND other.state = 'active' AND other.id < mentoring.id)
"""


def upgrade() -> None:
    op.execute(DOUBLE)
    op.execute(RUNNING)
    op.add_column("mentoring", sa.Column("declined_by", sa.Integer(), nullable=True))
    op.create_index(
        "one_living_mentor", "mentoring", ["mentee_id"], unique=True, sqlite_where=LIVING,
        postgresql_where=LIVING,
    )  # fmt: skip
    op.add_column(
        "mentorworth",
        sa.Column("told", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index("thanks_shown", "thanks", ["id"], sqlite_where=SHOWN, postgresql_where=SHOWN)


def downgrade() -> None:
    op.drop_index("thanks_shown", "thanks")
    op.drop_column("mentorworth", "told")
    op.drop_index("one_living_mentor", "mentoring")
    op.drop_column("mentoring", "declined_by")
