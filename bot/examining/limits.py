"""What the process that examines may use; it puts itself under these limits, for good."""

from __future__ import annotations

import os
import resource
import signal
from dataclasses import dataclass
from pathlib import Path

NOBODY = 65_534
NICE = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory` in bytes of address space, `cpu` and `wall` in seconds."""

    memory: int = 768 * 1024 * 1024
    cpu: int = 20
    wall: int = 40


def confine(limits: Limits) -> None:
    """Bound memory and time; no file may grow, no dump may hold what a person sent.

    Its folder goes at once: nothing can be written anyway, and a bot that dies leaves none behind.
    Signals that end the whole bot are left to it: it lets go of the child when it is done.
    """
    _bound(resource.RLIMIT_AS, limits.memory)
    # The second more keeps SIGXCPU apart from a SIGKILL that comes from outside.
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 1))
    _bound(resource.RLIMIT_FSIZE, 0)
    _bound(resource.RLIMIT_CORE, 0)
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    os.nice(NICE)
    Path.cwd().rmdir()
    os.chdir("/")


def close_the_world() -> None:
    """From here on no file, socket or process can be opened; what is open goes on."""
    if os.geteuid() == 0:  # nobody bounds how often root forks
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    _bound(resource.RLIMIT_NPROC, 0)
    _bound(resource.RLIMIT_NOFILE, 0)


def _bound(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))
