"""Levels that a decision puts in place of those that one group gave."""

from collections.abc import Mapping, Sequence

from bot.rules.schemes import Source
from bot.rules.scoring.result import Mark


def with_levels(
    marks: Mapping[str, Sequence[Mark]], group: Source, levels: Mapping[str, int]
) -> dict[str, list[Mark]]:
    """The marks with this level from everybody of the group, indicator by indicator.

    Who rated for how many days stays as it was. KeyError where the group gave none.
    """
    found = {key: list(own) for key, own in marks.items()}
    for key, level in levels.items():
        if not any(mark.group is group for mark in marks[key]):
            raise KeyError(key)
        found[key] = [
            Mark(group, level, mark.days) if mark.group is group else mark for mark in marks[key]
        ]
    return found
