"""The store of evidence on a disk that has no room."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from storage.evidence_files import Files
from storage.vault import Vault
from tests.conftest import SECRET

NAME = "a" * 64


def test_a_file_that_does_not_fit_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = Files(tmp_path, Vault(SECRET))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            files.write(NAME, b"evidence")
    assert list(files.names()) == []
    files.write(NAME, b"evidence")
    assert files.read(NAME) == b"evidence"
