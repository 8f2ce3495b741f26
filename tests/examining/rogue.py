"""A child that went wrong after it said that it was ready, in the way its first word names."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time

from bot.examining.limits import Limits, close_the_world, confine
from bot.examining.wire import READY


def say(said: bytes) -> None:
    sys.stdout.buffer.write(said)
    sys.stdout.buffer.flush()


def refused(what: str) -> bytes:
    """`closed` when the world is, whatever else happened otherwise."""
    try:
        if what == "file":
            open(__file__, "rb").close()  # noqa: PTH123
        elif what == "network":
            socket.socket().close()
        else:
            os.fork()
    except OSError:
        return b'{"fault": "kind"}\n'
    return b"open\n"


def main(how: str, *limits: str) -> None:
    confine(Limits(*map(int, limits)))
    close_the_world()
    if how == "stillborn":
        sys.exit(1)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    say(READY)
    content = sys.stdin.buffer.read()
    match how:
        case "babbling":
            sys.stderr.buffer.write(content)
            say(b'{"fault": "' + content + b'"}\n')
        case "greedy":
            try:
                say(b"%d" % len(bytearray(2 << 30)))
            except MemoryError:
                sys.exit(3)
        case "looping":
            while True:
                pass
        case "idle":
            time.sleep(3600)
        case "patient":
            signal.sigwait({signal.SIGUSR1})
            say(b'{"fault": "kind"}\n')
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crashing":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "endless":
            while True:
                say(b"x" * 65536)
        case "environment":
            told = " ".join(sorted(os.environ))
            say(b'{"fault": "kind"}\n' if "SECRET" not in told else told.encode())
        case "file" | "network" | "fork":
            say(refused(how))
        case said:
            say(said.encode().replace(b"_", b" ") + b"\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
