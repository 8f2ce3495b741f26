"""People who propose one another as colleagues, quarter after quarter, more than chance would."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import comb

SIZES = (2, 3, 4)
RATE = 0.01
"""So many units of a hundred, at most, show a ring in a year in which all propose by chance."""
FEWEST_QUARTERS = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom an employee proposed to be asked about them, in the quarter of that number."""

    quarter: int
    ratee: int
    proposed: int


@dataclass(frozen=True, slots=True)
class Where:
    """Somebody's unit and superior."""

    unit: int
    superior: int | None


@dataclass(frozen=True, slots=True)
class Ring:
    """`people` by key; `inside` of all their `wishes` stayed among them; `chance` of so many."""

    people: tuple[int, ...]
    inside: int
    wishes: int
    chance: float


def rings(
    wishes: Sequence[Wish], where: Mapping[int, Where], rate: float = RATE
) -> tuple[Ring, ...]:
    """Two to four of one unit whose proposals stay among them, the least likely first; none twice.

    Nothing here knows an answer, or who was drawn. Compared with everybody proposing by chance:
    of the own team alike, of the unit alike, or as often as others propose that person, whichever
    is likelier. `rate` holds for a unit with all its groups together (Bonferroni). People who do
    work together propose one another, too, so a ring proves nothing. The order plays no part.
    """
    units: dict[int, list[Wish]] = defaultdict(list)
    for one in wishes:
        if one.ratee in where:
            units[where[one.ratee].unit].append(one)
    found = [ring for unit, own in sorted(units.items()) for ring in _of_unit(unit, own, where)]
    taken: set[int] = set()
    kept = []
    for ring in sorted(found, key=lambda ring: (ring.chance, ring.people)):
        if ring.chance <= rate and not taken.intersection(ring.people):
            kept.append(ring)
            taken.update(ring.people)
    return tuple(kept)


def _of_unit(unit: int, wishes: list[Wish], where: Mapping[int, Where]) -> Iterator[Ring]:
    people = [key for key, one in where.items() if one.unit == unit]
    teams = Counter(where[key].superior for key in people)
    by = defaultdict(list)
    for one in wishes:
        by[one.ratee].append(one)
    for group in _circles(by):
        if not all(key in where and where[key].unit == unit for key in group):
            continue
        own = [one for key in sorted(group) for one in by[key]]
        inside = [one for one in own if one.proposed in group]
        if len({one.quarter for one in inside}) < FEWEST_QUARTERS:
            continue
        others = [one for one in wishes if one.ratee not in group]
        sought = Counter(one.proposed for one in others)
        likely = []
        for one in own:
            mine = where[one.ratee].superior
            near = {
                key: 1 / max(1, teams[mine] - 1)
                if mine is not None and where[key].superior == mine
                else 1 / max(1, len(people) - 1)
                for key in group - {one.ratee}
            }
            shares = (max(p, sought[key] / max(1, len(others))) for key, p in near.items())
            likely.append(min(1.0, sum(shares)))
        groups = comb(len(people), len(group)) * len(SIZES)
        chance = min(1.0, groups * _at_least(len(inside), likely))
        yield Ring(tuple(sorted(group)), len(inside), len(own), chance)


def _circles(by: Mapping[int, Sequence[Wish]]) -> set[frozenset[int]]:
    """Everybody who comes back to themselves in two to four steps, each group once."""
    after = {key: sorted({one.proposed for one in own} - {key}) for key, own in by.items()}
    found: set[frozenset[int]] = set()
    for first in after:
        walks: list[tuple[int, ...]] = [(first,)]
        for _ in range(max(SIZES) - 1):
            walks = [
                (*walk, other)
                for walk in walks
                for other in after.get(walk[-1], ())
                if other > first and other not in walk
            ]
            found.update(frozenset(w) for w in walks if first in after.get(w[-1], ()))
    return found


def _at_least(many: int, likely: Sequence[float]) -> float:
    """The chance that so many or more of independent events happen (Poisson's binomial)."""
    exactly = [1.0]
    for p in likely:
        exactly = [
            (exactly[n] * (1 - p) if n < len(exactly) else 0.0)
            + (exactly[n - 1] * p if n else 0.0)
            for n in range(len(exactly) + 1)
        ]
    return min(1.0, sum(exactly[many:]))
