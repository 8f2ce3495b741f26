"""What would have made a result better: the fewest levels that one group would have had to add."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import product

from bot.rules.predikat import Expectation, Predikat
from bot.rules.schemes import LEVELS, Axis, Indicator, Scheme, Source
from bot.rules.scoring.result import AxisPart, Mark, Score, value_of

Marks = Mapping[str, Sequence[Mark]]
Reckon = Callable[[Marks], Score]
EXPECTATIONS, PREDIKATS = tuple(Expectation), tuple(Predikat)  # upwards, downwards


@dataclass(frozen=True, slots=True)
class Raise:
    """The group's lowest level of an indicator, and to which it would have had to go."""

    indicator: str
    level: int
    to: int


@dataclass(frozen=True, slots=True)
class AxisLift:
    """How one axis would have reached `reaches`, for which `short` points were missing.

    `ways`: where a single level was enough every one that was; else one way with the fewest
    levels; none when the group alone could not have lifted it. `predikat` is what would have
    followed, the other axis as it is.
    """

    axis: Axis
    reaches: Expectation
    short: Decimal
    ways: tuple[tuple[Raise, ...], ...]
    predikat: Predikat | None


@dataclass(frozen=True, slots=True)
class Lifts:
    """Each axis that could be higher, and the fewest levels to a better predikat.

    `better` is None where there is none, or where the group alone cannot give it.
    """

    axes: tuple[AxisLift, ...]
    better: tuple[Predikat, tuple[Raise, ...]] | None


@dataclass(frozen=True, slots=True)
class _Given:
    marks: Marks
    scheme: Scheme
    group: Source
    now: Score
    fixed: Collection[str]
    reckoned: Callable[[tuple[str, ...]], Score]

    def after(self, keys: Sequence[str]) -> Score:
        return self.reckoned(tuple(sorted(keys)))


def lifts(
    marks: Marks, scheme: Scheme, reckon: Reckon, group: Source, fixed: Collection[str] = ()
) -> Lifts:
    """What levels of `group` would have changed about the result that `reckon` makes of `marks`.

    Indicators that are `fixed` stay as they are.

    Exact: a level is worth the same wherever it is added to an indicator (or less, where some of
    the group are at the top already), so the dearest first are the fewest; and every answer has
    gone through `reckon`, the formula with its roundings.
    """
    after = cache(lambda keys: reckon(raised(marks, keys, group)))
    given = _Given(marks, scheme, group, after(()), fixed, after)
    steps = {part.axis: _dearest(given, part.axis) for part in given.now.axes}
    higher = [part for part in given.now.axes if part.expectation is not Expectation.ABOVE]
    axes = tuple(_lift(given, part, steps[part.axis]) for part in higher)
    return Lifts(axes, _better(given, steps))


def raised(marks: Marks, keys: Sequence[str], group: Source) -> dict[str, list[Mark]]:
    """Marks in which the group gave one level more for each time a key is named, at most 5."""
    found = {key: list(own) for key, own in marks.items()}
    for key in keys:
        found[key] = [_up(mark) if mark.group is group else mark for mark in found[key]]
    return found


def _up(mark: Mark) -> Mark:
    return replace(mark, level=min(mark.level + 1, max(LEVELS)))


def _lift(given: _Given, part: AxisPart, steps: Sequence[str]) -> AxisLift:
    reaches = EXPECTATIONS[EXPECTATIONS.index(part.expectation) + 1]
    thresholds = given.scheme.thresholds
    limit = thresholds.met if reaches is Expectation.MET else thresholds.above
    fewest = _fewest(given, part.axis, reaches, steps)
    ways = [] if fewest is None else [fewest]
    if fewest is not None and len(fewest) == 1:
        singles = [[key] for key in dict.fromkeys(steps)]
        ways = [one for one in singles if _reaches(given.after(one), part.axis, reaches)]
    predikat = given.after(ways[0]).predikat if ways else None
    told = tuple(_raises(given, way) for way in ways)
    return AxisLift(part.axis, reaches, limit - part.value, told, predikat)


def _better(
    given: _Given, steps: Mapping[Axis, Sequence[str]]
) -> tuple[Predikat, tuple[Raise, ...]] | None:
    """Of all places in the table with a better predikat the one with the fewest levels."""
    now = given.now.predikat
    if now is None:
        return None
    ways = {
        (axis, wanted): _fewest(given, axis, wanted, own)
        for axis, own in steps.items()
        for wanted in EXPECTATIONS
    }
    found = [
        [*one, *other]
        for hasil, perilaku in product(EXPECTATIONS, repeat=2)
        if (one := ways[Axis.HASIL_KERJA, hasil]) is not None
        and (other := ways[Axis.PERILAKU, perilaku]) is not None
    ]
    for way in sorted(found, key=len):
        reached = given.after(way).predikat
        if reached is not None and PREDIKATS.index(reached) < PREDIKATS.index(now):
            return reached, _raises(given, way)
    return None


def _fewest(
    given: _Given, axis: Axis, reaches: Expectation, steps: Sequence[str]
) -> list[str] | None:
    """The fewest levels with which the axis reaches it; [] when it has, None when it cannot."""
    low, high = 0, len(steps)
    if not _reaches(given.after(steps), axis, reaches):
        return None
    while low < high:
        middle = (low + high) // 2
        if _reaches(given.after(steps[:middle]), axis, reaches):
            high = middle
        else:
            low = middle + 1
    return list(steps[:low])


def _reaches(score: Score, axis: Axis, wanted: Expectation) -> bool:
    part = score.axis(axis)
    return part is not None and EXPECTATIONS.index(part.expectation) >= EXPECTATIONS.index(wanted)


def _raises(given: _Given, way: Sequence[str]) -> tuple[Raise, ...]:
    lowest = {key: min(m.level for m in given.marks[key] if m.group is given.group) for key in way}
    return tuple(Raise(key, low, low + way.count(key)) for key, low in lowest.items())


def _dearest(given: _Given, axis: Axis) -> list[str]:
    """Every level that the group could add on this axis, by what it adds, most first."""
    scheme = given.scheme
    priced = [
        (worth, number, indicator.key)
        for number, indicator in enumerate(scheme.on_axis(axis))
        if indicator.key not in given.fixed
        for worth in _worths(given, indicator)
    ]
    return [key for _, _, key in sorted(priced, key=lambda one: (-one[0], one[1]))]


def _worths(given: _Given, indicator: Indicator) -> Iterator[Fraction]:
    """What each further level of the group adds to the axis, up to the weights all share."""
    marks = given.marks.get(indicator.key, ())
    own = [mark for mark in marks if mark.group is given.group]
    there = {mark.group for mark in marks}
    shares = {s.source: Fraction(s.weight) for s in indicator.sources if s.source in there}
    if not own or given.group not in shares:
        return
    weight = Fraction(indicator.weight) * shares[given.group] / sum(shares.values())
    days = sum(mark.days for mark in own)
    while any(mark.level < max(LEVELS) for mark in own):
        more = [_up(mark) for mark in own]
        pairs = zip(own, more, strict=True)
        gained = sum((value_of(b.level) - value_of(a.level)) * a.days for a, b in pairs)
        yield weight * gained / days
        own = more
