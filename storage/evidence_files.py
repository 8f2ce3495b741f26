"""Evidence files on disk: encrypted, named by the SHA-256 of what was sent."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from storage.columns import vault_of
from storage.vault import Vault

NAME = re.compile(r"[0-9a-f]{64}")


class Files:
    """A folder of sealed files. A file once written never changes."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self.folder = folder
        self._vault = vault

    def write(self, name: str, content: bytes) -> None:
        """Seal the content under that name; a file that is there stays as it is."""
        path = self._path(name)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        with new.open("wb") as file:
            file.write(self._vault.seal_bytes(content))
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)

    def read(self, name: str) -> bytes:
        """The content. Raises FileNotFoundError, or CannotOpenError for another key."""
        return self._vault.open_bytes(self._path(name).read_bytes())

    def remove(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def names(self) -> Iterator[tuple[str, float]]:
        """Every file's name with the second in which it was written."""
        if self.folder.is_dir():
            for path in self.folder.glob("??/*"):
                yield path.name, path.stat().st_mtime

    def _path(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise ValueError("an evidence file is named by its SHA-256")
        return self.folder / name[:2] / name


def name_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def hand_over(folder: Path, engine: Engine) -> None:
    """Tell an engine where evidence lies, as it is told the keys of sealed columns."""
    engine.dialect.evidence = folder  # type: ignore[attr-defined]


def files_of(session: Session) -> Files:
    """The folder that belongs to this database. RuntimeError when none was handed over."""
    folder: Path | None = getattr(session.get_bind().dialect, "evidence", None)
    if folder is None:
        raise RuntimeError("EVIDENCE_DIR was not handed over to the engine")
    return Files(folder, vault_of(session))
