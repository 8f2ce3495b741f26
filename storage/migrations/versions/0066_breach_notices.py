"""The notice of a breach of personal data is confirmed by a second person before it goes out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0066"
down_revision = "0060"
branch_labels = None
depends_on = None

MOMENT = Moment(timezone=True)


def upgrade() -> None:
    for column in (
        sa.Column("notice", sa.String(), nullable=False, server_default=""),
        sa.Column("version", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("asked_at", MOMENT, nullable=True),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("returned_at", MOMENT, nullable=True),
        sa.Column("returned_by", sa.Integer(), nullable=True),
        sa.Column("reason", Sealed(), nullable=True),
    ):
        op.add_column("breach", column)
    op.execute("UPDATE breach SET notice = 'told' WHERE people_told_at IS NOT NULL")


def downgrade() -> None:
    columns = (
        "reason", "returned_by", "returned_at", "asked_by", "asked_at", "version", "notice",
    )  # fmt: skip
    with op.batch_alter_table("breach") as table:
        for column in columns:
            table.drop_column(column)
