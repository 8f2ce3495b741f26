"""Both databases hold only what is sealed, as they lie there and as they are backed up."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from storage import backup
from storage.achievements import Achievement
from storage.database import Database
from storage.employees import Employee
from storage.migrate import upgrade
from storage.tables import METADATA
from storage.updates import FailedUpdate
from tests.canaries.planted import NIP, PHONE, TEXT, found
from tests.cast import employ
from tests.conftest import NOW


def test_no_engine_and_no_backup_holds_a_canary(blank: Database, tmp_path: Path) -> None:
    upgrade(blank.engine)
    _plant(blank)
    folder = tmp_path / "copy"
    backup.write(blank.engine, tmp_path / "none", folder)
    copied = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert b"Sari Lestari" in copied, "names may be read"
    assert found(copied) == set()
    assert found(_read_all(blank)) == set()
    living = b"".join(file.read_bytes() for file in tmp_path.glob("blank.db*"))
    assert blank.is_sqlite == bool(living)
    assert found(living) == set()


def _plant(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
        sari = session.get(Employee, ids["sari"])
        assert sari is not None
        sari.nip, sari.nip_index = NIP, database.vault.index(NIP)
        sari.phone, sari.phone_index = PHONE, database.vault.index(PHONE)
        session.add(
            Achievement(
                employee_id=ids["sari"], title=TEXT, story=TEXT, before=PHONE, after=NIP,
                unit=TEXT, created_at=NOW, changed_at=NOW,
            )
        )  # fmt: skip
        session.add(FailedUpdate(update_id=1, first_at=NOW, parked_at=NOW, raw=f"{TEXT} {NIP}"))


def _read_all(database: Database) -> bytes:
    """Every column of every table, without opening anything."""
    with database.engine.connect() as connection:
        read = [
            connection.execute(text(f'SELECT * FROM "{name}"')).all() for name in METADATA.tables
        ]
    return b"".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for rows in read for row in rows for value in row
    )  # fmt: skip
