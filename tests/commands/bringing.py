"""A table is brought in from the command line, as CSV or XLSX."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from typer.testing import CliRunner

from bot.__main__ import app
from bot.documents.sheet import xlsx
from storage.database import Database
from tests.conftest import SECRET


def write(file: Path, columns: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    """The kind follows from the file's name."""
    if file.suffix == ".xlsx":
        file.write_bytes(xlsx("data", columns, lines))
    else:
        file.write_text("\n".join(";".join(row) for row in [columns, *lines]), "utf-8")


def does(office: Database, *words: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error of a command."""
    url = office.engine.url.render_as_string(hide_password=False)
    settings = {"BOT_TOKEN": "42:TEST", "SECRET_KEY": SECRET, "DATABASE_URL": url}
    done = CliRunner().invoke(app, words, env=settings)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr
