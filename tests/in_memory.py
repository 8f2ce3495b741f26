"""Where the files of tests lie."""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 6 * 2**30


def keep_files_in_memory() -> None:
    """Put temporary files of this process and its children in memory, where there is plenty.

    Nothing then waits for a disk: a fifth of what the whole takes. A `TMPDIR` that is set stays.
    """
    if os.environ.get("TMPDIR") or not MEMORY.is_dir():
        return
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        tempfile.tempdir = os.environ["TMPDIR"] = str(MEMORY)
