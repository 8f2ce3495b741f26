"""Asking the solver in a process of its own; the bot itself never imports it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bot.allocating import wire
from bot.rules.trainings.allocation import Answer, Problem

ROOT = Path(__file__).parents[2]
WALL = 120


class CannotSolveError(Exception):
    """The process could not be started, or did not answer."""


def ask(problem: Problem) -> Answer:
    """The answer, in at most two minutes. Raises CannotSolveError."""
    environment = {
        "PYTHONPATH": str(ROOT), "PATH": os.environ.get("PATH", ""), "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }  # fmt: skip
    command = [sys.executable, "-P", "-B", "-s", "-m", "bot.allocating"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=wire.asked(problem), capture_output=True, text=True, timeout=WALL,
            env=environment, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as fault:
        raise CannotSolveError(type(fault).__name__) from fault
    return wire.understood(done.stdout)
