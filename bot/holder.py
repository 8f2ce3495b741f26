"""Who holds a lease: this very process, told apart from others, living or dead."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

BOOT = Path("/proc/sys/kernel/random/boot_id")
NAMESPACE = Path("/proc/self/ns/pid")


def _machine() -> str:
    """This machine since it was started, and its set of process numbers; empty: not known."""
    try:
        return f"{BOOT.read_text().strip()}.{NAMESPACE.readlink()}"
    except OSError:
        return ""


def new_holder() -> str:
    """A name nobody else has, that says which process it belongs to."""
    return f"{_machine()}/{os.getpid()}/{secrets.token_hex(8)}"


def is_gone(holder: str) -> bool:
    """Whether the holder was a process of this machine that is there no more.

    What cannot be known is taken to live: its lease has to lapse.
    """
    machine, _, rest = holder.partition("/")
    number = rest.partition("/")[0]
    if not machine or machine != _machine() or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
