"""Menu buttons that must go are found by an index, not by reading every account each minute."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0069"
down_revision = "0067"
branch_labels = None
depends_on = None

PARTS = {
    "account_menu_app": ("menu_app", "menu_app <> ''"),
    "account_menu_left": ("id", "menu_app <> '' AND state <> 'active'"),
}


def upgrade() -> None:
    for name, (column, where) in PARTS.items():
        only = sa.text(where)
        op.create_index(name, "account", [column], sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    for name in PARTS:
        op.drop_index(name, table_name="account")
