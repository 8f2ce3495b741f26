"""What a scheme says of talks between superior and employee."""

from dataclasses import dataclass

RHYTHMS = (1, 2, 3, 4, 6, 12)
"""Months between two talks, so that windows begin with the year."""


@dataclass(frozen=True, slots=True)
class TalkRules:
    """Part of a scheme. Everybody is owed a talk every `months`; a superior may choose oftener.

    `denial_days`: within how many days the other one may say that a noted talk was not held.
    """

    months: int = 3
    denial_days: int = 7
