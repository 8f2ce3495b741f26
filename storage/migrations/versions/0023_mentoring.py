"""Mentoring: offers, wishes, pairs, meetings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0023"
down_revision = "0021"
branch_labels = None
depends_on = None


def _person(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey("employee.id"), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "mentoroffer",
        _person("employee_id"),
        sa.Column("strengths", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("employee_id"),
    )
    op.create_table(
        "mentorwish",
        _person("employee_id"),
        sa.Column("goals", sa.String(), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("employee_id"),
    )
    op.create_table(
        "mentorbar",
        _person("employee_id"),
        _person("other_id"),
        sa.PrimaryKeyConstraint("employee_id", "other_id"),
    )
    op.create_table(
        "mentoring",
        sa.Column("id", sa.Integer(), nullable=False),
        _person("mentor_id"),
        _person("mentee_id"),
        sa.Column("goals", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        _person("proposed_by"),
        sa.Column("proposed_at", Moment(timezone=True), nullable=False),
        sa.Column("mentor_agreed_at", Moment(timezone=True), nullable=True),
        sa.Column("mentee_agreed_at", Moment(timezone=True), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        _person("ended_by", nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("result", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    for column in ("mentor_id", "mentee_id", "state"):
        op.create_index(f"ix_mentoring_{column}", "mentoring", [column])
    op.create_table(
        "mentormeeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentoring_id", sa.Integer(), sa.ForeignKey("mentoring.id"), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        _person("noted_by"),
        sa.Column("noted_at", Moment(timezone=True), nullable=False),
        sa.Column("confirmed_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mentormeeting_mentoring_id", "mentormeeting", ["mentoring_id"])
    op.create_table(
        "mentorworth",
        sa.Column("mentoring_id", sa.Integer(), sa.ForeignKey("mentoring.id"), nullable=False),
        _person("person_id"),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("mentoring_id", "person_id"),
    )


def downgrade() -> None:
    for table in (
        "mentorworth", "mentormeeting", "mentoring", "mentorbar", "mentorwish", "mentoroffer",
    ):  # fmt: skip
        op.drop_table(table)
