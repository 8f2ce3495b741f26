"""Years: a report keeps what it was composed from, and has editions."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ONE, EDITIONS = ["year", "employee_id"], ["year", "employee_id", "edition"]
QUARTERS = sa.text(
    "SELECT period.quarter, result.hasil_kerja, result.perilaku FROM result "
    "JOIN period ON period.id = result.period_id "
    "WHERE result.employee_id = :employee AND period.year = :year"
)
SIGNED = sa.text("SELECT id, employee_id, year, parts FROM yearreport WHERE parts <> ''")
WRITE = sa.text("UPDATE yearreport SET parts = :parts WHERE id = :id")


def upgrade() -> None:
    edition = sa.Column("edition", sa.Integer(), nullable=False, server_default="1")
    op.add_column("yearreport", edition)
    for name in ("deeds", "parties"):
        op.add_column("yearreport", sa.Column(name, storage.columns.Sealed(), nullable=True))
    _unique(ONE, EDITIONS)
    _tell_axes()


def downgrade() -> None:
    op.execute("DELETE FROM yearreport WHERE edition > 1")
    _unique(EDITIONS, ONE)
    for name in ("edition", "deeds", "parties"):
        op.drop_column("yearreport", name)


def _unique(before: list[str], after: list[str]) -> None:
    """One constraint in the place of another; SQLite copies the table for it."""
    named = {"uq": "%(table_name)s_%(column_0_N_name)s_key"}
    with op.batch_alter_table(
        "yearreport", naming_convention=named, table_kwargs={"sqlite_autoincrement": True}
    ) as table:
        table.drop_constraint(f"yearreport_{'_'.join(before)}_key", type_="unique")
        table.create_unique_constraint(f"yearreport_{'_'.join(after)}_key", after)


def _tell_axes() -> None:
    """Both axes beside the total of every quarter, as its result says today."""
    here = op.get_bind()
    for number, employee, year, parts in here.execute(SIGNED).all():
        axes = {
            quarter: {"hasil_kerja": hasil, "perilaku": perilaku}
            for quarter, hasil, perilaku in here.execute(
                QUARTERS, {"employee": employee, "year": year}
            )
        }
        told: dict[str, Any] = json.loads(parts)
        told["parts"] = [one | axes[one["number"]] for one in told["parts"]]
        here.execute(WRITE, {"id": number, "parts": json.dumps(told)})
