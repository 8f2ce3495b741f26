"""Alembic's entry: runs inside the connection that `storage.migrate` hands over."""

from __future__ import annotations

from typing import Literal

from alembic import context
from sqlmodel.sql.sqltypes import AutoString

from storage.tables import METADATA


def render(kind: str, item: object, _: object) -> str | Literal[False]:
    """SQLModel's own string type is an ordinary one to the database."""
    return "sa.String()" if kind == "type" and isinstance(item, AutoString) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
