"""Colleagues: draws, tickets, sealed drafts, proposals, what may be told, and replies to it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0008"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _ask()
    _answer()


def _ask() -> None:
    op.create_table(
        "peerdraw",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("begun_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("unit", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("drawn_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("closed_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.PrimaryKeyConstraint("period_id"),
    )
    op.create_table(
        "peerproposal",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("peer_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["peer_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("period_id", "employee_id", "way"),
    )
    op.create_table(
        "peerticket",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("rater_id", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("replaced", sa.Boolean(), nullable=False),
        sa.Column("spent_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["about_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["rater_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("period_id", "side", "about_id", "rater_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_peerticket_about_id", "peerticket", ["about_id"])
    op.create_index("ix_peerticket_rater_id", "peerticket", ["rater_id"])
    op.create_index("tickets_by_state", "peerticket", ["period_id", "state"])
    op.create_table(
        "peerway",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("rater_id", sa.Integer(), nullable=False),
        sa.Column("by_person", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["rater_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("period_id", "rater_id"),
    )


def _answer() -> None:
    op.create_table(
        "peerdraft",
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("said", storage.columns.Sealed(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["peerticket.id"]),
        sa.PrimaryKeyConstraint("ticket_id"),
    )
    op.create_table(
        "peerrelease",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("levels", sa.String(), nullable=False),
        sa.Column("withheld", sa.String(), nullable=False),
        sa.Column("closed_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("period_id", "side", "employee_id"),
    )
    op.create_table(
        "peersentence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("sentence", storage.columns.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_peersentence_employee_id", "peersentence", ["employee_id"])
    op.create_table(
        "resultreply",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("text", storage.columns.Sealed(), nullable=False),
        sa.Column("draft", storage.columns.Sealed(), nullable=True),
        sa.Column("sent_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("period_id", "employee_id"),
    )


def downgrade() -> None:
    op.drop_index("ix_peersentence_employee_id", "peersentence")
    for table in ("resultreply", "peersentence", "peerrelease", "peerdraft", "peerway"):
        op.drop_table(table)
    for index in ("tickets_by_state", "ix_peerticket_rater_id", "ix_peerticket_about_id"):
        op.drop_index(index, "peerticket")
    for table in ("peerticket", "peerproposal", "peerdraw"):
        op.drop_table(table)
