"""Groups and channels of units."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0065"
down_revision = "0066"
branch_labels = None
depends_on = None
EXPANDS = True


def upgrade() -> None:
    op.create_table(
        "unitgroup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("title", Sealed(), nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=True),
        sa.Column("added_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("added_at", Moment(timezone=True), nullable=False),
        sa.Column("connected_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("connected_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("chat_id"),
        sa.UniqueConstraint("unit_id"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("unitgroup")
