"""Training: the catalogue, applications, the division of seats, what people learned."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0022"
down_revision = "0024"
branch_labels = None
depends_on = None

LIVING, OF_EVENTS = sa.text("living"), sa.text("object_id > 0")
TABLES = (
    "cataloguedraft", "learningproof", "learning", "allocationline", "allocation", "agreement",
    "trainingbudget", "trainingrequest", "training",
)  # fmt: skip


def upgrade() -> None:
    _courses()
    _divisions()
    _hours()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _courses() -> None:
    op.create_table(
        "training",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("apply_until", sa.Date(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("indicators", sa.String(), nullable=False),
        sa.Column("posts", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("queue", sa.Integer(), nullable=False),
        sa.Column("changed_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_training_begins_on", "training", ["begins_on"])
    op.create_index("ix_training_source", "training", ["source"])
    op.create_table(
        "cataloguedraft",
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("rows", storage.columns.Sealed(), nullable=False),
        sa.Column("sent_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("author_id"),
    )
    op.create_table(
        "trainingrequest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("why", storage.columns.Sealed(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sent_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("answer", storage.columns.Sealed(), nullable=True),
        sa.Column("queue", sa.Integer(), nullable=True),
        sa.Column("seat_ground", sa.String(), nullable=False),
        sa.Column("seated_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("attended_by", sa.Integer(), nullable=True),
        sa.Column("attended_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("useful", sa.Integer(), nullable=True),
        sa.Column("said", storage.columns.Sealed(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["attended_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["decided_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["ended_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["training_id"], ["training.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("training_id", "employee_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_trainingrequest_employee_id", "trainingrequest", ["employee_id"])
    op.create_index("ix_trainingrequest_state", "trainingrequest", ["state"])


def _divisions() -> None:
    op.create_table(
        "trainingbudget",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["set_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("year", "source"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "agreement",
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.ForeignKeyConstraint(["set_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("employee_id"),
    )
    op.create_table(
        "allocation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("living", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("solving_until", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("solved_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("given_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("figures", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("answer", storage.columns.Sealed(), nullable=True),
        sa.Column("answer_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["answer_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["decided_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["made_by"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "one_living_allocation",
        "allocation",
        ["living"],
        unique=True,
        sqlite_where=LIVING,
        postgresql_where=LIVING,
    )
    op.create_table(
        "allocationline",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("allocation_id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("benefit", sa.Integer(), nullable=False),
        sa.Column("parts", sa.String(), nullable=False),
        sa.Column("seat", sa.Boolean(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("changed", sa.Boolean(), nullable=True),
        sa.Column("why", storage.columns.Sealed(), nullable=True),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["allocation_id"], ["allocation.id"]),
        sa.ForeignKeyConstraint(["changed_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["request_id"], ["trainingrequest.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("allocation_id", "request_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_allocationline_request_id", "allocationline", ["request_id"])


def _hours() -> None:
    op.create_table(
        "learning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=False),
        sa.Column("title", storage.columns.Sealed(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("written_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("answer", storage.columns.Sealed(), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["employee.id"]),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_learning_employee_id", "learning", ["employee_id"])
    op.create_index("ix_learning_state", "learning", ["state"])
    op.create_index(
        "one_credit_an_event",
        "learning",
        ["source", "object_id", "employee_id"],
        unique=True,
        sqlite_where=OF_EVENTS,
        postgresql_where=OF_EVENTS,
    )
    op.create_table(
        "learningproof",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("name", storage.columns.Sealed(), nullable=False),
        sa.Column("text", storage.columns.Sealed(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("fault", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("fetch_at", storage.columns.Moment(timezone=True), nullable=True),
        sa.Column("added_at", storage.columns.Moment(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file_type", sa.String(), nullable=False),
        sa.Column("look", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learning_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["learning_id"], ["learning.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("learning_id", "key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_learningproof_fetch_at", "learningproof", ["fetch_at"])
    op.create_index("ix_learningproof_learning_id", "learningproof", ["learning_id"])
    op.create_index("ix_learningproof_sha256", "learningproof", ["sha256"])
