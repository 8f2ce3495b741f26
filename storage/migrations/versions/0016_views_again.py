"""Rounds of views know the result that they are about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sitting", sa.Column("seen", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("sitting", "seen")
