"""Where the files of tests lie, and how much memory a test may take."""

import os
import resource
import shutil
import sys
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 6 * 2**30
MOST = 8 * 2**30
"""Bytes of its own that one process of the tests may hold; the largest takes 1 GB."""


def keep_files_in_memory() -> None:
    """Put temporary files of this process and its children in memory, where there is plenty.

    Nothing then waits for a disk: a fifth of what the whole takes. A `TMPDIR` that is set stays.
    """
    if os.environ.get("TMPDIR") or not MEMORY.is_dir():
        return
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        tempfile.tempdir = os.environ["TMPDIR"] = str(MEMORY)


def limit_memory() -> None:
    """A test that eats memory fails by itself instead of taking the machine with it."""
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = MOST if hard == resource.RLIM_INFINITY else min(MOST, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
