"""A place in a story that can be gone back to: database, files and Telegram as they were."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from storage import evidence_files
from storage.database import Database
from storage.vault import Vault
from tests.conftest import SECRET
from tests.crash.life import TOKEN, Nursery


@dataclass(frozen=True)
class Place:
    """Where a story stands: a folder, and for PostgreSQL a database to copy from."""

    folder: Path
    database: str = ""


@dataclass
class Stage:
    """The folder and database that a story is played in, at most one story at a time."""

    nursery: Nursery
    folder: Path
    server: str = ""  # of PostgreSQL; empty: SQLite
    mutant: str = ""  # how the bot is broken on purpose
    port: int = 0  # where updates come by webhook; 0: by polling
    copies: int = 0

    @property
    def now(self) -> Path:
        return self.folder / "now"

    @property
    def name(self) -> str:
        return f"points_{os.getpid()}"

    @property
    def kind(self) -> str:
        return "postgresql" if self.server else "sqlite"

    @property
    def url(self) -> str:
        if not self.server:
            return f"sqlite:///{self.now / 'teladan.db'}"
        return make_url(self.server).set(database=self.name).render_as_string(False)

    def settings(self) -> dict[str, str]:
        """Those of a command that an operator types here."""
        return {
            "BOT_TOKEN": TOKEN,
            "SECRET_KEY": SECRET,
            "DATABASE_URL": self.url,
            "EVIDENCE_DIR": str(self.now / "evidence"),
            "LOG_LEVEL": "ERROR",
        }

    def open(self) -> Database:
        database = Database(self.url, Vault(SECRET))
        evidence_files.hand_over(self.now / "evidence", database.engine)
        return database

    def empty(self) -> None:
        """Nothing has happened yet."""
        shutil.rmtree(self.now, ignore_errors=True)
        self.now.mkdir(parents=True)
        if self.server:
            self._sql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
            self._sql(f"CREATE DATABASE {self.name}")

    def keep(self) -> Place:
        """Remember how everything stands; nobody may be at work."""
        self.copies += 1
        folder = self.folder / f"place-{self.copies}"
        for base in self.now.glob("**/*.sqlite3"), self.now.glob("*.db"):
            for file in base:
                with closing(sqlite3.connect(file)) as one:
                    one.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copytree(self.now, folder)
        if self.server:
            self._sql(f"CREATE DATABASE {self.name}_{self.copies} TEMPLATE {self.name}")
        return Place(folder, f"{self.name}_{self.copies}")

    def back_to(self, place: Place) -> None:
        """Make everything as it was there."""
        shutil.rmtree(self.now, ignore_errors=True)
        shutil.copytree(place.folder, self.now)
        if self.server:
            self._sql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
            self._sql(f"CREATE DATABASE {self.name} TEMPLATE {place.database}")

    def close(self) -> None:
        if self.server:
            for number in range(self.copies + 1):
                name = f"{self.name}_{number}" if number else self.name
                self._sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _sql(self, command: str) -> None:
        plain = make_url(self.server).set(drivername="postgresql").render_as_string(False)
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(command.encode())
