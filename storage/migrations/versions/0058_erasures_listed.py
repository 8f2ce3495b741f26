"""An erasure is on the list at once; of PostgreSQL's pages it is gone the following night."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("erasure", sa.Column("listed_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE erasure SET listed_at = cleaned_at")


def downgrade() -> None:
    with op.batch_alter_table("erasure") as table:
        table.drop_column("listed_at")
