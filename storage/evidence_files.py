"""Evidence files on disk: encrypted, named by the SHA-256 of what was sent."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlmodel import Session

from storage.columns import vault_of
from storage.database import Database
from storage.lasting import make_last
from storage.vault import Vault

NAME = re.compile(r"[0-9a-f]{64}")
UNFINISHED = re.compile(r"[0-9a-f]{64}\.[0-9a-f]{8}")
_FOLDERS: WeakKeyDictionary[Engine, Path] = WeakKeyDictionary()


class Files:
    """A folder of sealed files. A file once written never changes."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self.folder = folder
        self._vault = vault

    def write(self, name: str, content: bytes) -> None:
        """Seal the content under that name; a file that is there stays, and counts as new.

        It is on the disk when this returns.
        """
        path = self._path(name)
        try:
            os.utime(path)
        except FileNotFoundError:
            self._write_new(path, content)

    def _write_new(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        try:
            with new.open("wb") as file:
                file.write(self._vault.seal_bytes(content))
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except OSError:  # a full disk is not to be filled with halves
            new.unlink(missing_ok=True)
            raise
        make_last(path.parent)

    def read(self, name: str) -> bytes:
        """The content. Raises FileNotFoundError, or CannotOpenError for another key."""
        return self._vault.open_bytes(self._path(name).read_bytes())

    def remove(self, name: str) -> None:
        """Take a file away, be it only half written."""
        whole = name.partition(".")[0] if UNFINISHED.fullmatch(name) else name
        self._path(whole).with_name(name).unlink(missing_ok=True)

    def remove_untouched(self, name: str, since: float) -> None:
        """Take a file away unless it was kept once more after that second of the clock."""
        with suppress(FileNotFoundError):
            if self._path(name).stat().st_mtime < since:
                self._path(name).unlink()

    def names(self) -> Iterator[tuple[str, float]]:
        """Every file of ours, half written ones too, with the second in which it was written."""
        if self.folder.is_dir():
            for path in self.folder.glob("??/*"):
                if NAME.fullmatch(path.name) or UNFINISHED.fullmatch(path.name):
                    with suppress(FileNotFoundError):  # one that was just finished or removed
                        yield path.name, path.stat().st_mtime

    def _path(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise ValueError("an evidence file is named by its SHA-256")
        return self.folder / name[:2] / name


def hand_over(folder: Path, engine: Engine) -> None:
    """Tell where the evidence of this database lies."""
    _FOLDERS[engine] = folder


def files_of(session: Session) -> Files:
    """The folder that belongs to this database. RuntimeError when none was handed over."""
    return Files(_handed_over(session.get_bind().engine), vault_of(session))


def files_beside(database: Database) -> Files:
    """The same outside of a transaction, to be used on any thread."""
    return Files(_handed_over(database.engine), database.vault)


def _handed_over(engine: Engine) -> Path:
    folder = _FOLDERS.get(engine)
    if folder is None:
        raise RuntimeError("EVIDENCE_DIR was not handed over to the engine")
    return folder
