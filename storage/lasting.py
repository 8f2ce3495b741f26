"""What is written outlives a power cut."""

from __future__ import annotations

import os
from pathlib import Path


def make_last(path: Path) -> None:
    """A file's content, or a folder's names, are on the disk when this returns."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, text: str) -> None:
    """A file that is there whole or not at all, whenever the power fails."""
    new = path.with_name(f"{path.name}.new")
    new.write_text(text, encoding="utf-8")
    make_last(new)
    os.replace(new, path)  # noqa: PTH105
    make_last(path.parent)
