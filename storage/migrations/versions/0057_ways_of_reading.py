"""Numbered answers, screens without pictures, and the first steps of whoever has just joined."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None
EXPANDS = True

NO, YES = sa.false(), sa.true()


def upgrade() -> None:
    for name, usual in (("numbered", NO), ("pictures", YES), ("tour", NO)):
        op.add_column(
            "account", sa.Column(name, sa.Boolean(), nullable=False, server_default=usual)
        )
    op.add_column("account", sa.Column("choices", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    for name in ("choices", "tour", "pictures", "numbered"):
        op.drop_column("account", name)
