"""The public's survey: services, counters, tickets, answers, comments, suspicions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Sealed

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ELEMENTS = (
    "persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan",
    "sarana",
)  # fmt: skip


def upgrade() -> None:
    _places()
    _tickets()
    _answers()
    _beside_answers()
    _cases()
    _passing()


def _places() -> None:
    op.create_table(
        "surveyservice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("visitors", sa.Integer(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_surveyservice_unit_id", "surveyservice", ["unit_id"])
    op.create_table(
        "surveycounter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), sa.ForeignKey("surveyservice.id"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("officer_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_surveycounter_service_id", "surveycounter", ["service_id"])


def _tickets() -> None:
    op.create_table(
        "surveybatch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("counter_id", sa.Integer(), sa.ForeignKey("surveycounter.id"), nullable=False),
        sa.Column("tickets", sa.Integer(), nullable=False),
        sa.Column("printed", sa.Boolean(), nullable=False),
        sa.Column("issued_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_surveybatch_counter_id", "surveybatch", ["counter_id"])
    op.create_table(
        "surveyspent",
        sa.Column("batch_id", sa.Integer(), sa.ForeignKey("surveybatch.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", "number"),
    )


def _answers() -> None:
    op.create_table(
        "surveyanswer",
        sa.Column("answer_id", NUMBER, nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("service_id", sa.Integer(), sa.ForeignKey("surveyservice.id"), nullable=False),
        sa.Column("counter_id", sa.Integer(), sa.ForeignKey("surveycounter.id"), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=False),
        *(sa.Column(one, sa.SmallInteger(), nullable=False) for one in ELEMENTS),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("ticketed", sa.Boolean(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("answer_id"),
    )
    op.create_index("ix_surveyanswer_answered_on", "surveyanswer", ["answered_on"])
    op.create_index("ix_surveyanswer_batch_id", "surveyanswer", ["batch_id"])
    for name in ("unit", "service", "counter"):
        op.create_index(f"ix_surveyanswer_{name}", "surveyanswer", [f"{name}_id", "answered_on"])


def _beside_answers() -> None:
    answer = sa.ForeignKey("surveyanswer.answer_id")
    op.create_table(
        "surveycomment",
        sa.Column("answer_id", NUMBER, answer, nullable=False),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("text", Sealed(), nullable=False),
        sa.Column("cleared_on", sa.Date(), nullable=True),
        sa.Column("cleared_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("dismissed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("answer_id"),
    )
    op.create_index("ix_surveycomment_unit", "surveycomment", ["unit_id", "cleared_on"])
    op.create_table(
        "surveywish",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("answer_id", NUMBER, sa.ForeignKey("surveyanswer.answer_id"), nullable=False),
        sa.Column("contact", Sealed(), nullable=True),
        sa.Column("mark", sa.LargeBinary(), nullable=True),
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("news", Sealed(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("answer_id"),
        sa.UniqueConstraint("secret"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_surveywish_mark", "surveywish", ["mark"])
    op.create_index("ix_surveywish_asked_on", "surveywish", ["asked_on"])


def _cases() -> None:
    op.create_table(
        "surveycase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("counter_id", sa.Integer(), sa.ForeignKey("surveycounter.id"), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("employee.id"), nullable=True),
        sa.Column("decided_at", Moment(timezone=True), nullable=True),
        sa.Column("why", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_surveycase_state", "surveycase", ["state"])
    open_ones = sa.text("state = 'open'")
    op.create_index(
        "one_open_surveycase",
        "surveycase",
        ["counter_id", "happened_on", "reason"],
        unique=True,
        sqlite_where=open_ones,
        postgresql_where=open_ones,
    )
    op.create_table(
        "surveysuspect",
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("surveycase.id"), nullable=False),
        sa.Column("answer_id", NUMBER, sa.ForeignKey("surveyanswer.answer_id"), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "answer_id"),
    )
    op.create_index("ix_surveysuspect_answer_id", "surveysuspect", ["answer_id"])


def _passing() -> None:
    """What is kept for hours only."""
    op.create_table(
        "surveydraft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("counter_id", sa.Integer(), sa.ForeignKey("surveycounter.id"), nullable=False),
        sa.Column("batch_id", sa.Integer(), sa.ForeignKey("surveybatch.id"), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("said", Sealed(), nullable=False),
        sa.Column("typing", sa.Boolean(), nullable=False),
        sa.Column("touched_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("mark"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_surveydraft_touched_at", "surveydraft", ["touched_at"])
    op.create_table(
        "surveyrecent",
        sa.Column("answer_id", NUMBER, nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("slot", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("answer_id"),
    )
    op.create_index("ix_surveyrecent_slot", "surveyrecent", ["slot"])
    op.create_table(
        "surveyseen",
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("mark"),
    )
    op.create_index("ix_surveyseen_until", "surveyseen", ["until"])


def downgrade() -> None:
    for table in (
        "surveyseen", "surveyrecent", "surveydraft", "surveysuspect", "surveycase", "surveywish",
        "surveycomment", "surveyanswer", "surveyspent", "surveybatch", "surveycounter",
        "surveyservice",
    ):  # fmt: skip
        op.drop_table(table)
