"""The language that the bot writes to a person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0047c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "account", sa.Column("language", sa.String(), nullable=False, server_default="id")
    )


def downgrade() -> None:
    with op.batch_alter_table("account") as account:
        account.drop_column("language")
