"""What stands about corrections on the screen of a participant."""

from __future__ import annotations

from bot.actions.trainings import attending
from bot.actions.trainings.corrected import after_of, before_of
from bot.screens import Button, place
from bot.texts.trainings import corrected, ruling
from bot.texts.trainings import correcting as texts


def rows_of(at: attending.Participant) -> list[list[Button]]:
    """What may be done about a result that stands."""
    number = at.row.id or 0
    if at.may_correct:
        return [[Button(texts.CORRECT, opens=place("trainings.correcting", number))]]
    if at.asked is not None and at.asks:
        does = place("trainings.withdraw_correction", number)
        return [[Button(texts.WITHDRAW, does=does)]]
    return []


def told_of(at: attending.Participant) -> list[str]:
    """What waits, and what was put right before."""
    told = []
    if at.asked is not None:
        told.append(ruling.waits(at.asker, before_of(at.asked), after_of(at.asked)))
    return [one for one in (*told, corrected.corrected(at.corrected)) if one]
