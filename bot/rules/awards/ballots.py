"""The panel's vote on candidates: unseen until it is over, means and never sums."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bot.rules.numbers import half_up

Entitled = Mapping[int, Collection[int]]
"""By candidate, the members without a conflict."""
Levels = Mapping[int, Mapping[int, int]]
"""By candidate, the level (1 to 5) that each member gave."""


def missing(entitled: Entitled, levels: Levels) -> frozenset[tuple[int, int]]:
    """Candidate and member of every vote that is still to come."""
    return frozenset(
        (candidate, member)
        for candidate, members in entitled.items()
        for member in members
        if member not in levels.get(candidate, {})
    )


def may_open(entitled: Entitled, levels: Levels, quorum: int, until: date, today: date) -> bool:
    """Whether the vote may be looked at: all are in, or its days are over with a quorum for each.

    A candidate about whom nobody may vote stops nobody.
    """
    if not missing(entitled, levels):
        return True
    return today > until and all(
        100 * len(set(members) & levels.get(candidate, {}).keys()) >= quorum * len(members)
        for candidate, members in entitled.items()
        if members
    )


def means(entitled: Entitled, levels: Levels) -> dict[int, Decimal | None]:
    """The mean of those entitled on the scale of 40 to 120; None where nobody voted."""
    return {
        candidate: _mean([
            level for member, level in levels.get(candidate, {}).items() if member in members
        ])
        for candidate, members in entitled.items()
    }  # fmt: skip


def _mean(levels: list[int]) -> Decimal | None:
    return half_up(Fraction(sum(20 + 20 * one for one in levels), len(levels))) if levels else None
