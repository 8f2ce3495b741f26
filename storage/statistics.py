"""PostgreSQL keeps samples of what stands in columns for its planner: none of sealed ones."""

from __future__ import annotations

from sqlalchemy import Connection, text

_SAMPLED = text(
    "SELECT format('ALTER TABLE %s ', a.attrelid::regclass), format('%I', a.attname),"
    " EXISTS (SELECT 1 FROM pg_stats s WHERE s.schemaname = n.nspname"
    " AND s.tablename = c.relname AND s.attname = a.attname)"
    " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind = 'r' AND n.nspname = current_schema() AND a.atttypid = 'bytea'::regtype"
    " AND a.attnum > 0 AND NOT a.attisdropped AND a.attstattarget IS DISTINCT FROM 0"
)


def hide_sealed(connection: Connection) -> None:
    """Have PostgreSQL take no samples of bytes from now on, and forget those it took.

    They would outlive an erasure. Bytes here are sealed or keyed hashes: its planner learns
    nothing from them.
    """
    if connection.dialect.name != "postgresql":
        return
    for table, column, sampled in connection.execute(_SAMPLED).all():
        changes = [f"ALTER {column} SET STATISTICS 0"]
        if sampled:
            changes.insert(0, f"ALTER {column} TYPE bytea")  # the same, but forgets its samples
        connection.execute(text(table + ", ".join(changes)))
