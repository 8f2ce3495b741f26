"""Whatever is sent: the child keeps it or refuses it for one reason, within its limits."""

from __future__ import annotations

import pytest

from bot.examining.child import open_child
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
