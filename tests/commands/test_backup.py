"""A backup is whole, and comes back into an empty database only."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bot.commands.opening import open_database
from bot.settings import Settings
from storage import backup, migrate, restoring
from storage.database import Database
from storage.employees import Employee
from storage.vault import Vault
from tests import databases
from tests.cast import PEOPLE, employ
from tests.conftest import SECRET
from tests.postgres import clear


def fresh(database: Database, tmp_path: Path) -> Database:
    """A second, empty database of the same kind."""
    if database.is_sqlite:
        return Database(f"sqlite:///{tmp_path / 'second.db'}", Vault(SECRET))
    clear(database.engine)
    return Database(database.engine.url.render_as_string(hide_password=False), Vault(SECRET))


@pytest.fixture
def filled(blank: Database, tmp_path: Path) -> Database:
    databases.migrate(blank)
    with blank.transaction() as session:
        employ(session)
    (tmp_path / "evidence" / "ab").mkdir(parents=True)
    (tmp_path / "evidence" / "ab" / "abcd").write_bytes(b"sealed")
    return blank


def test_what_was_backed_up_comes_back(filled: Database, tmp_path: Path) -> None:
    assert backup.write(filled.engine, tmp_path / "evidence", tmp_path / "copy") == 1
    second = fresh(filled, tmp_path)
    backup.read(second.engine, tmp_path / "brought", tmp_path / "copy")
    with second.transaction() as session:
        people = session.exec(select(Employee)).all()
        assert {person.nip for person in people} == {row[2] for row in PEOPLE.values()}
        session.add(
            Employee(**people[0].model_dump(exclude={"id", "nip_index"}), nip_index=b"new")
        )
    assert (tmp_path / "brought" / "ab" / "abcd").read_bytes() == b"sealed"
    assert migrate.is_newest(second.engine)
    second.close()


def test_a_backup_never_overwrites(filled: Database, tmp_path: Path) -> None:
    backup.write(filled.engine, tmp_path / "none", tmp_path / "copy")
    with pytest.raises(backup.BackupRefused, match="folder_not_empty"):
        backup.write(filled.engine, tmp_path / "none", tmp_path / "copy")
    with pytest.raises(backup.BackupRefused, match="database_not_empty"):
        backup.read(filled.engine, tmp_path / "none", tmp_path / "copy")


def test_an_unfinished_backup_is_refused(filled: Database, tmp_path: Path) -> None:
    backup.write(filled.engine, tmp_path / "none", tmp_path / "copy")
    (tmp_path / "copy" / backup.MANIFEST).unlink()
    with pytest.raises(backup.BackupRefused, match="not_a_backup"):
        backup.read(filled.engine, tmp_path / "none", tmp_path / "copy")


def test_a_restore_that_was_cut_off_is_refused_until_it_is_repeated(
    filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.write(filled.engine, tmp_path / "evidence", tmp_path / "copy")
    second = fresh(filled, tmp_path)
    cut = "_bring_sqlite" if second.is_sqlite else "_copy_in"
    with monkeypatch.context() as patch:
        patch.setattr(backup, cut, _killed)
        with pytest.raises(KeyboardInterrupt):
            backup.read(second.engine, tmp_path / "brought", tmp_path / "copy")
    settings = Settings(
        bot_token="42:TEST",
        secret_key=SECRET,
        database_url=second.engine.url.render_as_string(hide_password=False),
    )
    for newest in (True, False):
        with pytest.raises(SystemExit) as refused, open_database(settings, newest=newest):
            pass
        assert refused.value.code == 2
    backup.read(second.engine, tmp_path / "brought", tmp_path / "copy")
    with pytest.raises(SystemExit), open_database(settings):
        pass
    restoring.finish(second.engine)
    with open_database(settings) as opened, opened.transaction(reading=True) as session:
        assert len(session.exec(select(Employee)).all()) == len(PEOPLE)
    second.close()


def _killed(*_: object) -> None:
    raise KeyboardInterrupt
