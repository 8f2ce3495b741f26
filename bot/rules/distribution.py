"""How the predikat of a unit spread against SE MenPANRB 3/2023: warnings, never a change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.rules.predikat import Predikat
from bot.rules.schemes import LimitKind, Organisation, Pattern, PatternLimit

SOURCE = "SE MenPANRB 3/2023"
SMALL = 10
FEWEST_FOR_SOMEBODY = 3


@dataclass(frozen=True, slots=True)
class Departure:
    """A line of the pattern that is not kept: `count` of `people`, expected `least` to `most`.

    `limit` is the line itself, to be quoted with `SOURCE`.
    """

    organisation: Organisation
    limit: PatternLimit
    count: int
    people: int
    least: int
    most: int


def departures(
    patterns: tuple[Pattern, ...], organisation: Organisation, counts: Mapping[Predikat, int]
) -> tuple[Departure, ...]:
    """Every line of the scheme's pattern that `counts` (employees by predikat) does not keep.

    A guide: the evaluation team keeps or mends with a written reason, nobody's predikat is
    changed by it. From ten people on the percentages hold to the person. Below ten they cannot
    be met exactly, so each is rounded to the next person in favour of what the team proposed.
    A majority is the most frequent predikat; below ten a tie is one too. Somebody who needs
    improvement is not asked for among fewer than three, where no majority could stand beside.
    ValueError for a negative count, or an organisation without a pattern.
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("nobody is counted less than zero times")
    for pattern in patterns:
        if pattern.organisation is organisation:
            return tuple(_departures(pattern, counts, sum(counts.values())))
    raise ValueError(f"no pattern for {organisation}")


def _departures(
    pattern: Pattern, counts: Mapping[Predikat, int], people: int
) -> Iterator[Departure]:
    for limit in pattern.limits:
        count = sum(counts.get(predikat, 0) for predikat in limit.predikat)
        least, most = _range(limit, counts, people)
        if not least <= count <= most:
            yield Departure(pattern.organisation, limit, count, people, least, most)


def _range(limit: PatternLimit, counts: Mapping[Predikat, int], people: int) -> tuple[int, int]:
    down, up = people * limit.percent // 100, -(-people * limit.percent // 100)
    small = people < SMALL
    match limit.kind:
        case LimitKind.MOST:
            return 0, up if small else down
        case LimitKind.LEAST:
            return (down if small else up), people
        case LimitKind.MAJORITY:
            others = [n for predikat, n in counts.items() if predikat not in limit.predikat]
            return max(others, default=0) + (0 if small else 1), people
    return int(people >= FEWEST_FOR_SOMEBODY), people
