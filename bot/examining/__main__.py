"""The child: reads one file, judges it, says what it found, and ends."""

from __future__ import annotations

import signal
import sys

from bot.examining.limits import Limits, close_the_world, confine


def main(limits: Limits) -> None:
    confine(limits)
    from bot.examining.judging import judge
    from bot.examining.wire import READY, say
    from bot.rules.evidence import MOST_BYTES, Fault, Unfit

    close_the_world()
    _tell(READY)
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    signal.alarm(limits.wall + 5)  # should the bot no longer be there to end it
    try:
        judged = judge(content)
    except Unfit as unfit:
        _tell(say(unfit))
    except (MemoryError, RecursionError):
        _tell(say(Unfit(Fault.UNSAFE)))
    else:
        _tell(say(judged) + (judged.changed or b""))


def _tell(said: bytes) -> None:
    sys.stdout.buffer.write(said)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(Limits(*map(int, sys.argv[1:])))
