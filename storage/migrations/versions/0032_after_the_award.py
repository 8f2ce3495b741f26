"""After the award: handing it over, a story that another person approves, notes that count."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0032"
down_revision = "0020"
branch_labels = None
depends_on = None

COLUMNS = {
    "servicenote": ("confirmed_at",),
    "award": ("handed_by", "handed_at", "handed_note"),
    "story": ("sent_at", "judged_by", "judged_at", "answer"),
}


def upgrade() -> None:
    for table, names in COLUMNS.items():
        for name in names:
            op.add_column(table, sa.Column(name, _type(name), nullable=True))


def downgrade() -> None:
    for table, names in COLUMNS.items():
        for name in names:
            op.drop_column(table, name)


def _type(name: str) -> Any:
    if name.endswith("_at"):
        return storage.columns.Moment(timezone=True)
    return sa.Integer() if name.endswith("_by") else storage.columns.Sealed()
