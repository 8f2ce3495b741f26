"""Telegram on your own desk: a Bot API stand-in with people's phones, for any bot."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.server import Running


async def start(data_dir: Path | str, port: int = 0) -> "Running":
    """Starts the sandbox in the running loop; see `sandbox.server.start`."""
    from sandbox import server

    return await server.start(data_dir, port)
