"""Bringing a database to the newest schema, one process at a time."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from storage.statistics import hide_sealed

FOLDER = Path(__file__).parent / "migrations"
LOCK = 7_310_231


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run every migration that is missing. Others that migrate at the same time wait."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        command.upgrade(_config(connection), to)
        hide_sealed(connection)


def downgrade(engine: Engine, to: str) -> None:
    """Go back to an older schema; for tests."""
    with engine.begin() as connection:
        command.downgrade(_config(connection), to)


def is_newest(engine: Engine) -> bool:
    """Whether the database has the schema that this program knows."""
    with engine.connect() as connection:
        head = ScriptDirectory.from_config(_config(connection)).get_current_head()
    return revision(engine) == head


def is_newer(engine: Engine) -> bool:
    """Whether the database has a schema that this program does not know yet."""
    here = revision(engine)
    with engine.connect() as connection:
        known = ScriptDirectory.from_config(_config(connection)).walk_revisions()
        return here is not None and here not in {script.revision for script in known}


def only_adds(engine: Engine) -> bool:
    """Whether every missing migration says `EXPANDS = True`: older programs go on with it."""
    here = revision(engine)
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(_config(connection))
        missing = list(scripts.iterate_revisions("head", here or "base"))
    return all(getattr(script.module, "EXPANDS", False) for script in missing)


def revision(engine: Engine) -> str | None:
    """The schema that the database has; None when it has none."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config
