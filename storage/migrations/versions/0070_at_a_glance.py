"""What the dashboard counts is found in indices; values by indicator can be added up there."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0069"
branch_labels = None
depends_on = None

WIDTH, CHUNK = 5, 2_000
LIVING = sa.text("cancelled_at IS NULL")
WIDER = {
    "employee": (
        "ix_employee_unit_id", "employees_of_a_unit", ["unit_id", "left_on", "rank", "sex"],
    ),
    "achievement": (
        "ix_achievement_employee_id", "achievements_as_sent", ["employee_id", "sent_at", "state"],
    ),
    "learning": (
        "ix_learning_employee_id", "learning_of_a_year", ["employee_id", "ended_on", "state"],
    ),
}  # fmt: skip
"""By table: an index of one column, and the one that begins with it and takes its place."""
ELEMENTS = [
    "persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan",
    "sarana",
]  # fmt: skip
READ = sa.text("SELECT id, parts FROM result WHERE id > :reached ORDER BY id LIMIT :most")
WRITE = sa.text("UPDATE result SET by_indicator = :told WHERE id = :id")


def upgrade() -> None:
    for table, (narrow, wide, columns) in WIDER.items():
        op.create_index(wide, table, columns)
        op.drop_index(narrow, table_name=table)
    op.create_index(
        "duties_at_a_glance",
        "duty",
        ["period_id", "kind", "done_at", "opens_on", "due_on", "owner_id", "about_id"],
        sqlite_where=LIVING,
        postgresql_where=LIVING,
    )
    op.create_index(
        "answers_of_a_unit",
        "surveyanswer",
        ["unit_id", "answered_on", "standing", "ticketed", "origin", *ELEMENTS, "service_id"],
    )
    op.drop_index("ix_surveyanswer_unit", table_name="surveyanswer")
    op.create_index("ix_proposal_employee_id", "proposal", ["employee_id"])
    op.add_column(
        "result", sa.Column("by_indicator", sa.String(), nullable=False, server_default="")
    )
    _tell_values()
    op.create_index(
        "results_at_a_glance", "result", ["period_id", "employee_id", "predikat", "by_indicator"]
    )


def downgrade() -> None:
    op.drop_index("results_at_a_glance", table_name="result")
    op.drop_column("result", "by_indicator")
    op.drop_index("ix_proposal_employee_id", table_name="proposal")
    op.create_index("ix_surveyanswer_unit", "surveyanswer", ["unit_id", "answered_on"])
    op.drop_index("answers_of_a_unit", table_name="surveyanswer")
    op.drop_index("duties_at_a_glance", table_name="duty")
    for table, (narrow, wide, columns) in WIDER.items():
        op.create_index(narrow, table, columns[:1])
        op.drop_index(wide, table_name=table)


def _tell_values() -> None:
    """Every result's, as its parts have them."""
    here, reached = op.get_bind(), 0
    while rows := here.execute(READ, {"reached": reached, "most": CHUNK}).all():
        here.execute(WRITE, [{"id": number, "told": _told(parts)} for number, parts in rows])
        reached = rows[-1].id


def _told(parts: str) -> str:
    """Hundredths in the order of the keys; what was left out has dashes."""
    said = json.loads(parts)
    values = {one["key"]: one["value"] for axis in said["axes"] for one in axis["indicators"]}
    return "".join(
        f"{values[key].replace('.', ''):0>{WIDTH}}" if key in values else "-" * WIDTH
        for key in sorted({*values, *said["left_out"]})
    )
