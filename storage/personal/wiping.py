"""Nothing of what was deleted stays in our files: not in the log of writes, not in dead space."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing

from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from bot.rules.personal import Erasable
from storage.personal.erasing import TOUCHED
from storage.personal.expiring import EXPIRING

PATIENCE = "3s"  # so long a tap may wait for us
_EVERYTHING = frozenset(name for some in TOUCHED.values() for name in some)
_OF_LEAVERS = _EVERYTHING | {"employee", "account", "auditfacts"}
_WORDLESS = frozenset({"expired.looks", "expired.letters"})  # numbers and codes: millions of them


def tables_of(kinds: Collection[str]) -> frozenset[str]:
    """The tables in which something of these erasures stood in words."""
    found: set[str] = set()
    for kind in set(kinds) - _WORDLESS:
        name = kind.removeprefix("expired.")
        if kind in set(Erasable):
            found |= set(TOUCHED[Erasable(kind)])
        elif name in EXPIRING:
            found.add(str(EXPIRING[name].table.__tablename__))
        else:
            found |= _OF_LEAVERS
    return frozenset(found)


def wipe(engine: Engine) -> bool:
    """Whether SQLite's log of writes is cut to nothing; False when somebody was reading.

    SQLite overwrites what it deletes. Not within a transaction.
    """
    if engine.dialect.name != "sqlite":
        return True
    with closing(engine.raw_connection()) as connection:
        busy = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy


def rewrite(engine: Engine, tables: Collection[str]) -> bool:
    """Write PostgreSQL's tables anew, so that no page keeps what was deleted; False: try again.

    A plain VACUUM leaves the bytes in the free space of a page. Each table is locked meanwhile:
    to be done by night. Its archive of writes is its keeper's to delete. Not within a transaction.
    """
    if engine.dialect.name == "sqlite":
        return True
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"SET lock_timeout = '{PATIENCE}'"))
        try:
            for table in sorted(tables):
                connection.execute(text(f'VACUUM FULL "{table}"'))
        except OperationalError:  # somebody holds it
            return False
        finally:
            connection.execute(text("RESET lock_timeout"))
    return True
