"""What the database itself refuses: changing or deleting entries, changing facts."""

from __future__ import annotations

from sqlalchemy import Connection

SQLITE = {
    "auditentry": (
        "CREATE TRIGGER auditentry_no_update BEFORE UPDATE ON auditentry "
        "BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END",
        "CREATE TRIGGER auditentry_no_delete BEFORE DELETE ON auditentry "
        "BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END",
        # INSERT OR REPLACE deletes without firing the trigger above.
        "CREATE TRIGGER auditentry_in_order BEFORE INSERT ON auditentry "
        "WHEN NEW.id != (SELECT coalesce(max(id), 0) + 1 FROM auditentry) "
        "BEGIN SELECT RAISE(ABORT, 'audit entries are numbered without gaps'); END",
    ),
    "auditfacts": (
        "CREATE TRIGGER auditfacts_no_update BEFORE UPDATE ON auditfacts "
        "BEGIN SELECT RAISE(ABORT, 'audit facts are erased, never changed'); END",
        "CREATE TRIGGER auditfacts_no_replacement BEFORE INSERT ON auditfacts "
        "WHEN EXISTS (SELECT 1 FROM auditfacts WHERE entry_id = NEW.entry_id) "
        "BEGIN SELECT RAISE(ABORT, 'audit facts are erased, never changed'); END",
    ),
}

REFUSE = """
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is only added to: %% refused', TG_OP;
END $$
"""
# Each statement inside sees what was committed until it began, so the newest entry is read
# after the wait for the lock; one statement saves a round trip while others wait.
NEWEST = """
CREATE OR REPLACE FUNCTION audit_newest() RETURNS TABLE (number integer, seal bytea)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7310232);
    RETURN QUERY SELECT e.id, e.mac FROM auditentry e ORDER BY e.id DESC LIMIT 1;
END $$
"""
POSTGRESQL = {
    "auditentry": (
        REFUSE,
        NEWEST,
        "CREATE TRIGGER auditentry_no_change BEFORE UPDATE OR DELETE ON auditentry "
        "FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
        "CREATE TRIGGER auditentry_no_truncate BEFORE TRUNCATE ON auditentry "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    ),
    "auditfacts": (
        REFUSE,
        "CREATE TRIGGER auditfacts_no_change BEFORE UPDATE ON auditfacts "
        "FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
        "CREATE TRIGGER auditfacts_no_truncate BEFORE TRUNCATE ON auditfacts "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    ),
}


def guard(connection: Connection, table: str) -> None:
    """Put the triggers on a table that was just made."""
    kinds = SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL
    for statement in kinds[table]:
        connection.exec_driver_sql(statement)


def unguard(connection: Connection) -> None:
    """Take the functions away, after the tables."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS audit_newest()")
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS audit_refuse()")
