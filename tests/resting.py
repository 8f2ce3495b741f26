"""Wherever a test ticks: after acts by which nobody owes otherwise, nothing is due indeed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.actions.periods import resting
from bot.actions.periods.resting import Asked, When
from storage import audit

_settle: Callable[..., int] = resting.settle


def _watched(session: Any, asked: Asked, when: When, read: Callable[[], Any], room: int) -> int:
    """What a tick would not have read is read all the same.

    Rows that a test wrote without an act left no entry: then it is as if nobody had looked yet.
    """
    seen = resting._of(session).get((asked.by, asked.period))
    look = resting._holds(session, asked, when)
    if seen is not None and look is not None:
        if seen.when.entry == when.entry:
            resting._of(session).clear()
        elif not look.left.many:
            acts = audit.acts_since(session, seen.when.entry)
            assert not read().many, f"not everything owed was seen to by {sorted(acts)}"
    return _settle(session, asked, when, read, room)


@pytest.fixture(autouse=True)
def everybody_is_read(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless the test is about just that (`pytest.mark.rests`)."""
    if "rests" not in request.keywords:
        monkeypatch.setattr(resting, "settle", _watched)
