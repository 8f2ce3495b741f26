"""Awards: rounds, candidates, nominations, votes; consent of the winner; notes of service."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0020"
down_revision = "0027"
branch_labels = None
depends_on = None

INT, TEXT, DAY = sa.Integer, sa.String, sa.Date


def upgrade() -> None:
    _rounds()
    _votes()
    _service()
    op.add_column("award", sa.Column("consent", sa.String(), nullable=False, server_default=""))
    op.add_column("award", sa.Column("consent_at", _moment_type(), nullable=True))


def downgrade() -> None:
    for name in ("consent_at", "consent"):
        op.drop_column("award", name)
    for table in (
        "servicenote", "awardconflict", "awardpair", "awardvote", "nomination", "awardentry",
        "awardround",
    ):  # fmt: skip
        op.drop_table(table)


def _rounds() -> None:
    op.create_table(
        "awardround",
        *_numbers("id", "period_id", "scope_id"),
        *(sa.Column(name, TEXT(), nullable=False) for name in ("kind", "state", "outcome")),
        *(sa.Column(name, DAY(), nullable=False) for name in ("nominate_until", "vote_until")),
        sa.Column("opened_at", _moment_type(), nullable=False),
        sa.Column("closed_at", _moment_type(), nullable=True),
        *_keys(("period_id", "period"), one=("kind", "period_id", "scope_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_awardround_period_id", "awardround", ["period_id"])
    op.create_index("ix_awardround_state", "awardround", ["state"])
    op.create_table(
        "awardentry",
        *_numbers("id", "round_id", "employee_id"),
        sa.Column("found", TEXT(), nullable=False),
        *_keys(("round_id", "awardround"), ("employee_id", "employee"),
               one=("round_id", "employee_id")),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index("ix_awardentry_employee_id", "awardentry", ["employee_id"])
    op.create_table(
        "nomination",
        *_numbers("id", "round_id", "employee_id", "nominator_id"),
        sa.Column("reason", storage.columns.Sealed(), nullable=False),
        sa.Column("state", TEXT(), nullable=False),
        sa.Column("written_at", _moment_type(), nullable=False),
        *_keys(("round_id", "awardround"), ("employee_id", "employee"),
               ("nominator_id", "employee"), one=("round_id", "nominator_id")),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index("ix_nomination_employee_id", "nomination", ["employee_id"])
    op.create_index("ix_nomination_nominator_id", "nomination", ["nominator_id"])


def _votes() -> None:
    people = (("employee_id", "employee"), ("member_id", "employee"))
    op.create_table(
        "awardvote",
        *_numbers("id", "round_id", "employee_id", "member_id", "level"),
        sa.Column("given_at", _moment_type(), nullable=False),
        *_keys(("round_id", "awardround"), *people, one=("round_id", "employee_id", "member_id")),
        sqlite_autoincrement=True,
    )
    pair = ("first_id", "second_id", "member_id")
    op.create_table(
        "awardpair",
        *_numbers("id", "round_id", *pair, "better_id"),
        sa.Column("given_at", _moment_type(), nullable=False),
        *_keys(("round_id", "awardround"), *((name, "employee") for name in (*pair, "better_id")),
               one=("round_id", *pair)),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "awardconflict",
        *_numbers("id", "round_id", "employee_id", "member_id"),
        sa.Column("declared_at", _moment_type(), nullable=False),
        *_keys(("round_id", "awardround"), *people, one=("round_id", "employee_id", "member_id")),
        sqlite_autoincrement=True,
    )
    for table in ("awardvote", "awardpair", "awardconflict"):
        op.create_index(f"ix_{table}_member_id", table, ["member_id"])


def _service() -> None:
    """Penalties and breaks of service."""
    op.create_table(
        "servicenote",
        *_numbers("id", "employee_id", "recorded_by"),
        sa.Column("kind", TEXT(), nullable=False),
        sa.Column("since", DAY(), nullable=False),
        sa.Column("until", DAY(), nullable=False),
        sa.Column("ground", storage.columns.Sealed(), nullable=False),
        sa.Column("recorded_at", _moment_type(), nullable=False),
        sa.Column("cancelled_by", INT(), nullable=True),
        sa.Column("cancelled_at", _moment_type(), nullable=True),
        *_keys(("employee_id", "employee"), ("recorded_by", "employee"),
               ("cancelled_by", "employee")),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index("ix_servicenote_employee_id", "servicenote", ["employee_id"])


def _moment_type() -> storage.columns.Moment:
    return storage.columns.Moment(timezone=True)


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, INT(), nullable=False) for name in names]


def _keys(*foreign: tuple[str, str], one: tuple[str, ...] = ()) -> list[sa.Constraint]:
    made: list[sa.Constraint] = [sa.PrimaryKeyConstraint("id")]
    made += [sa.ForeignKeyConstraint([name], [f"{table}.id"]) for name, table in foreign]
    return [*made, sa.UniqueConstraint(*one)] if one else made
