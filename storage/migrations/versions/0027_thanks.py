"""Thanks between colleagues."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0027"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "thanks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("giver_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("receiver_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("given_at", Moment(timezone=True), nullable=False),
        sa.Column("sent_at", Moment(timezone=True), nullable=True),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    for column in ("giver_id", "receiver_id", "week"):
        op.create_index(f"ix_thanks_{column}", "thanks", [column])
    op.create_table(
        "thanksconsent",
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("since", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("employee_id"),
    )


def downgrade() -> None:
    op.drop_table("thanksconsent")
    op.drop_table("thanks")
