"""Near ties: two by two, the majority of the panel; circles are reported, never broken unsaid."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from bot.rules.awards.candidates import Ranked

Pair = tuple[int, int]
Answers = Mapping[Pair, Mapping[int, int]]
"""By pair (smaller number first), whom each member holds to be the better."""


class DecidedBy(StrEnum):
    """What the first place rests on."""

    POINTS = "points"
    PAIRS = "pairs"
    ORDER = "order"  # the stated order of ties
    NOTHING = "nothing"  # equal in everything: people decide among them


@dataclass(frozen=True, slots=True)
class Verdict:
    """`first` is one person, or several whom nothing tells apart.

    `circle` names people each of whom was preferred to the next, and the last to the first; the
    stated order then decides among those whom nobody outside them beats.
    """

    first: tuple[int, ...]
    decided_by: DecidedBy
    circle: tuple[int, ...] = ()


def near_first(ranked: Sequence[Ranked], near: Decimal) -> tuple[int, ...]:
    """Everybody within `near` points of the first, in order; one alone when nobody is."""
    best = ranked[0].candidate.points if ranked else None
    return tuple(
        int(one.candidate.key)
        for one in ranked
        if best is not None
        and one.candidate.points is not None
        and best - one.candidate.points <= near
    )


def pairs_of(people: Collection[int]) -> tuple[Pair, ...]:
    """Every two of them once, smaller number first."""
    return tuple(combinations(sorted(people), 2))


def judge(ranked: Sequence[Ranked], near: Sequence[int], answers: Answers) -> Verdict:
    """Who is first, of those `near` the first in `ranked`; the same answers give the same verdict.

    Whoever beats everybody else wins. Otherwise the stated order decides among the smallest
    group of which nobody is beaten from outside it (Smith set), and it is said that it did.
    """
    if len(near) < 2:
        return Verdict(tuple(near), DecidedBy.POINTS)
    beats = _majorities(near, answers)
    best = _unbeaten(near, beats)
    circle = _circle(best, beats)
    if len(best) == 1:
        return Verdict((best[0],), DecidedBy.PAIRS)
    places = {int(one.candidate.key): one.place for one in ranked}
    highest = min(places[one] for one in best)
    first = tuple(sorted(one for one in best if places[one] == highest))
    return Verdict(first, DecidedBy.ORDER if len(first) == 1 else DecidedBy.NOTHING, circle)


def _majorities(people: Sequence[int], answers: Answers) -> dict[int, set[int]]:
    """Whom each of them beats: more members hold them to be the better."""
    beats: dict[int, set[int]] = {one: set() for one in people}
    for first, second in pairs_of(people):
        said = list(answers.get((first, second), {}).values())
        if said.count(first) > said.count(second):
            beats[first].add(second)
        elif said.count(second) > said.count(first):
            beats[second].add(first)
    return beats


def _unbeaten(people: Sequence[int], beats: Mapping[int, set[int]]) -> list[int]:
    """The smallest group that beats everybody outside it."""
    groups = [_grown(one, people, beats) for one in people]
    least = min(map(len, groups))
    return sorted(next(group for group in groups if len(group) == least))


def _grown(start: int, people: Sequence[int], beats: Mapping[int, set[int]]) -> set[int]:
    """Whoever has to stand beside `start` so that all others are beaten by each of them."""
    group = {start}
    while more := {other for one in group for other in people if other not in beats[one]} - group:
        group |= more
    return group


def _circle(people: Sequence[int], beats: Mapping[int, set[int]]) -> tuple[int, ...]:
    """A shortest circle of preferences among them, () if there is none; the same every time."""
    paths: list[tuple[int, ...]] = [(one,) for one in people]
    while paths:
        for path in paths:
            if path[0] in beats[path[-1]]:
                return path
        paths = [
            (*path, other)
            for path in paths
            for other in sorted(beats[path[-1]])
            if other in people and other > path[0] and other not in path
        ]
    return ()
