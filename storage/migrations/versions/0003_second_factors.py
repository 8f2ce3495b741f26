"""Second factors with their recovery codes, and which messages show a secret."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0003"
down_revision = "0004"
branch_labels = None
depends_on = None

IN_USE = sa.text("confirmed_at IS NOT NULL AND ended_at IS NULL")
NEW = sa.text("confirmed_at IS NULL AND ended_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "factor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("secret", Sealed(), nullable=True),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("confirmed_at", Moment(timezone=True), nullable=True),
        sa.Column("usable_from", Moment(timezone=True), nullable=True),
        sa.Column("ended_at", Moment(timezone=True), nullable=True),
        sa.Column("ended_as", sa.String(), nullable=False),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("paused_until", Moment(timezone=True), nullable=True),
        sa.Column("proven_at", Moment(timezone=True), nullable=True),
        sa.Column("proven_account", sa.Integer(), nullable=True),
        sa.Column("proven_epoch", sa.Integer(), nullable=False),
        sa.Column("used_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["proven_account"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_factor_employee_id", "factor", ["employee_id"])
    for kind, where in (("factor_in_use", IN_USE), ("new_factor", NEW)):
        op.create_index(
            f"one_{kind}_per_employee",
            "factor",
            ["employee_id"],
            unique=True,
            sqlite_where=where,
            postgresql_where=where,
        )
    op.create_table(
        "recoverycode",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("factor_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("code", Sealed(), nullable=True),
        sa.Column("used_at", Moment(timezone=True), nullable=True),
        sa.Column("ended_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["factor_id"], ["factor.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_recoverycode_factor_id", "recoverycode", ["factor_id"])
    op.add_column("account", sa.Column("passing", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("account", "passing")
    op.drop_table("recoverycode")
    op.drop_table("factor")
