"""What was put right of a result, in its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.rules.trainings.correcting import Outcome
from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings.correcting import outcome


class Change(Protocol):
    """What a line of the history needs of a correction."""

    @property
    def before(self) -> Outcome: ...
    @property
    def after(self) -> Outcome: ...
    @property
    def reason(self) -> str: ...
    @property
    def asker(self) -> str: ...
    @property
    def decider(self) -> str: ...
    @property
    def day(self) -> date: ...


def corrected(changes: Sequence[Change]) -> str:
    """What was put right of a result, newest first; empty where nothing was."""
    if not changes:
        return ""
    newest, *older = changes
    told = _(
        "Corrected on {day}: it was “{before}”, it is “{after}”.\nReason: <i>{reason}</i>\n"
        "Asked by {asker}, agreed by {decider}."
    ).format(
        day=words.short_day(newest.day), before=outcome(newest.before),
        after=outcome(newest.after), reason=words.safe(newest.reason),
        asker=words.safe(newest.asker), decider=words.safe(newest.decider),
    )  # fmt: skip
    lines = [
        _("Before that, on {day}: “{before}” became “{after}”.").format(
            day=words.short_day(one.day), before=outcome(one.before), after=outcome(one.after)
        )
        for one in older[:2]
    ]
    return "\n".join([told, *lines])
