"""What the menu button of each chat opens."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0057b"
branch_labels = None
depends_on = None
EXPANDS = True


def upgrade() -> None:
    op.add_column("account", sa.Column("menu_app", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("account", "menu_app")
