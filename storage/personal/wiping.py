"""Nothing of what was deleted stays in our files: not in the log of writes, not as dead rows."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing

from sqlalchemy import Engine, text

from storage.personal.erasing import TOUCHED


def wipe(engine: Engine, tables: Collection[str] = TOUCHED) -> bool:
    """Whether all of it is gone now; False when somebody was reading: try again later.

    SQLite overwrites what it deletes; its log of writes is brought in and cut to nothing. On
    PostgreSQL dead rows are vacuumed away; its archive of writes is its keeper's to delete. Not
    within a transaction.
    """
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            busy = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            return not busy
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in tables:
            connection.execute(text(f'VACUUM "{table}"'))
    return True
