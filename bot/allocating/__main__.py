"""The child: reads one question, answers it, and ends."""

from __future__ import annotations

import sys

from bot.allocating import wire
from bot.allocating.solving import solve

if __name__ == "__main__":
    sys.stdout.write(wire.written(solve(wire.read(sys.stdin.read()))))
