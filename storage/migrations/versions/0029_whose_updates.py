"""What led a person where is found by the person."""

from __future__ import annotations

from alembic import op

revision = "0029"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_handledupdate_telegram_id", "handledupdate", ["telegram_id"])


def downgrade() -> None:
    op.drop_index("ix_handledupdate_telegram_id", "handledupdate")
