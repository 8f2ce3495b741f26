"""Whether a published result is final, still may be objected to, or waits for a decision."""

from datetime import date
from enum import StrEnum

from bot.rules.objections.clocks import Window
from bot.rules.objections.course import State


class Standing(StrEnum):
    OPEN = "open"
    OBJECTED = "objected"
    FINAL = "final"


def standing(open_in: Window, state: State | None, today: date) -> Standing:
    """Where a result stands; `state` None: nothing was ever written.

    A draft keeps nothing open. An objection once filed keeps the result open until it is decided
    or withdrawn, however late; both make it final at once, also inside the window, because a
    decision is final and there is only one.
    """
    if state in (State.DECIDED, State.WITHDRAWN):
        return Standing.FINAL
    if state is State.FILED:
        return Standing.OBJECTED
    return Standing.FINAL if today > open_in.last else Standing.OPEN
