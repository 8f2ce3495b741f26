"""Career records from a file: a history with its words, and the file before it is taken in.

What the operator's shell brings in was recorded by nobody of the agency.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0054"
down_revision = "0052"
branch_labels = None
depends_on = None
TABLES = ("careerfact", "servicenote")


def upgrade() -> None:
    op.add_column("careerfact", sa.Column("note", Sealed(), nullable=True))
    _recorded_by(nullable=True)
    op.create_table(
        "careerfile",
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("rows", Sealed(), nullable=False),
        sa.Column("sent_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("author_id"),
    )


def downgrade() -> None:
    op.drop_table("careerfile")
    op.execute("DELETE FROM careerfact WHERE recorded_by IS NULL OR note IS NOT NULL")
    op.execute("DELETE FROM servicenote WHERE recorded_by IS NULL")
    _recorded_by(nullable=False)
    op.drop_column("careerfact", "note")


def _recorded_by(*, nullable: bool) -> None:
    """SQLite copies the tables for it."""
    for table in TABLES:
        with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as batch:
            batch.alter_column("recorded_by", existing_type=sa.Integer(), nullable=nullable)
