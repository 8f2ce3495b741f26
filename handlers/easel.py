"""Where pictures are drawn: one at a time, beside the event loop, outside every transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.screens import File

Made = TypeVar("Made")
_EASEL = ThreadPoolExecutor(1, thread_name_prefix="easel")


async def content_of(file: File) -> bytes | None:
    """The bytes of a file, drawn now if it is a picture or page that is yet to be made."""
    if file.drawing is None:
        return file.content
    return await beside(file.drawing)


async def beside(work: Callable[[], Made]) -> Made:
    """Do what takes a while where it holds up nobody but the next picture."""
    return await asyncio.get_running_loop().run_in_executor(_EASEL, work)
