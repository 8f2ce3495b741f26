"""Whatever is sent: the child keeps it or refuses it for one reason, within its limits."""

from __future__ import annotations

import asyncio
import resource

import pytest

from bot.examining.child import open_child
from bot.examining.limits import Limits
from bot.rules.evidence import MOST_BYTES, Fault, FileType, Unfit
from tests.examining.corpus import KEPT, REFUSED, Made


async def verdict(content: bytes) -> FileType | Fault:
    async with open_child() as child:
        try:
            found = await child.examine(content)
        except Unfit as unfit:
            return unfit.fault
    assert 0 < len(found.content) <= MOST_BYTES
    return found.file_type


@pytest.mark.parametrize(("made", "kind"), KEPT.values(), ids=KEPT)
async def test_what_is_kept(made: Made, kind: FileType) -> None:
    assert await verdict(made()) is kind


@pytest.mark.parametrize(("made", "fault"), REFUSED.values(), ids=REFUSED)
async def test_what_is_refused(made: Made, fault: Fault) -> None:
    content = made()
    assert len(content) <= MOST_BYTES or fault is Fault.TOO_LARGE
    assert await verdict(content) is fault


async def test_the_largest_children_stayed_within_their_memory() -> None:
    """All children of this process so far count, those of the corpus among them."""
    await asyncio.gather(
        *(verdict(KEPT["a photo of forty megapixels, turned"][0]()) for _ in "12")
    )
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert largest < Limits().memory
