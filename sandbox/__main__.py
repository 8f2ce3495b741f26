"""`python -m sandbox --port 8080 --data DIR`."""

import argparse
import asyncio
import contextlib
import gc
import signal
import sys
from pathlib import Path

import sandbox
from sandbox import models

BANNER = """KOTAK PASIR, bukan Telegram: {url}
Hanya untuk komputer ini. Bot: arahkan TELEGRAM_API ke {url}
Webhook http diizinkan di sini, karena semuanya tetap di komputer ini."""


async def freeze() -> None:
    """Spares the collector what never changes, once it is all there."""
    await models.ready()
    gc.collect()
    gc.freeze()
    gc.enable()


async def run(data: Path, port: int) -> None:
    """Runs until it is interrupted."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    running = await sandbox.start(data, port)
    sys.stdout.write(BANNER.format(url=running.url) + "\n")
    sys.stdout.flush()
    freezing = asyncio.ensure_future(freeze())
    await stop.wait()
    freezing.cancel()
    await running.close()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one")
    parser.add_argument("--data", type=Path, default=Path("var/sandbox"), help="where to keep it")
    options = parser.parse_args()
    gc.disable()  # until everything is there: see `freeze`
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(options.data, options.port))


if __name__ == "__main__":
    main()
