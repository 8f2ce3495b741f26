"""What would have made a result better, held against every combination there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.predikat import Expectation, Predikat
from bot.rules.schemes import Axis
from bot.rules.scoring import AxisLift, Lifts, Mark, Raise, Score, lifts, raised, score
from tests.rules.test_scoring import PEERS, SCHEME, SUPERIOR, SURVEY, TEAM

Marks = Mapping[str, Sequence[Mark]]
reckon = partial(score, scheme=SCHEME)
RATED = ("mutu", "jumlah", "santun", "disiplin")  # by the superior
UPWARDS = tuple(Expectation)


def marks_of(levels: Mapping[str, int], **others: Sequence[Mark]) -> dict[str, list[Mark]]:
    """Levels of the superior by indicator, and further marks."""
    found = {key: [Mark(SUPERIOR, level)] for key, level in levels.items()}
    for key, more in others.items():
        found.setdefault(key, []).extend(more)
    return found


def asks(marks: Marks) -> Lifts:
    return lifts(marks, SCHEME, reckon, SUPERIOR)


def test_a_single_level_that_was_missing_is_named_wherever_it_was() -> None:
    marks = marks_of({"mutu": 4, "jumlah": 4, "santun": 3, "disiplin": 4})
    found = asks(marks)
    hasil, perilaku = found.axes
    assert (hasil.axis, hasil.reaches, hasil.short) == (
        Axis.HASIL_KERJA, Expectation.ABOVE, Decimal(10),
    )  # fmt: skip
    assert hasil.ways == ((Raise("mutu", 4, 5),),)  # 100 + 20 × 62,5 %; jumlah alone gives 107,50
    assert hasil.predikat is Predikat.KURANG
    assert (perilaku.reaches, perilaku.short) == (Expectation.MET, Decimal("3.00"))
    assert perilaku.ways == ((Raise("santun", 3, 4),), (Raise("disiplin", 4, 5),))
    assert perilaku.predikat is Predikat.BAIK


def test_nothing_is_better_than_the_best() -> None:
    found = asks(marks_of(dict.fromkeys(RATED, 5)))
    assert found == Lifts((), None)


def test_what_calibration_decided_is_not_to_be_raised() -> None:
    marks = marks_of({"mutu": 4, "jumlah": 4, "santun": 3, "disiplin": 4})
    hasil, perilaku = lifts(marks, SCHEME, reckon, SUPERIOR, {"mutu", "santun"}).axes
    assert (hasil.ways, perilaku.ways) == ((), ((Raise("disiplin", 4, 5),),))


def test_what_others_keep_low_no_level_of_the_superior_lifts() -> None:
    low = [Mark(PEERS, 1), Mark(PEERS, 1), Mark(PEERS, 1)]
    found = asks(marks_of(dict.fromkeys(RATED, 5), santun=low, disiplin=low))
    (perilaku,) = found.axes
    assert (perilaku.reaches, perilaku.ways, perilaku.predikat) == (Expectation.MET, (), None)
    assert found.better is None


def test_an_indicator_that_the_group_did_not_rate_is_never_named() -> None:
    marks = marks_of({"mutu": 4, "santun": 4, "disiplin": 4}, survei=[Mark(SURVEY, 1)])
    named = {one.indicator for lift in asks(marks).axes for way in lift.ways for one in way}
    assert named <= {"mutu", "santun", "disiplin"}


def test_two_superiors_in_a_quarter_each_give_a_level_more() -> None:
    both = [Mark(SUPERIOR, 3, 60), Mark(SUPERIOR, 5, 32)]
    marks = marks_of({"jumlah": 4, "santun": 4, "disiplin": 4}, mutu=both)
    assert raised(marks, ["mutu"], SUPERIOR)["mutu"] == [
        Mark(SUPERIOR, 4, 60), Mark(SUPERIOR, 5, 32),
    ]  # fmt: skip
    check(marks)


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.integers(3, 5), min_size=4, max_size=4),
    st.lists(st.integers(1, 5), max_size=3),
    st.lists(st.integers(1, 5), max_size=2),
)
def test_no_fewer_levels_would_have_done(
    levels: list[int], peers: list[int], team: list[int]
) -> None:
    others = {
        "santun": [Mark(PEERS, level) for level in peers],
        "mutu": [Mark(TEAM, level) for level in team],
    }
    check(marks_of(dict(zip(RATED, levels, strict=True)), **others))


def check(marks: Marks) -> None:
    """Against all ways to add levels, each gone through the formula."""
    now, found = reckon(marks), asks(marks)
    every = [(len(way), reckon(raised(marks, way, SUPERIOR))) for way in _ways(marks)]
    for lift in found.axes:
        fewest = min((n for n, after in every if _has(after, lift)), default=None)
        counts = {sum(one.to - one.level for one in way) for way in lift.ways}
        assert counts == (set() if fewest is None else {fewest})
    better = [n for n, after in every if _rank(after) < _rank(now)]
    told = None if found.better is None else sum(r.to - r.level for r in found.better[1])
    assert told == min(better, default=None)


def _ways(marks: Marks) -> list[list[str]]:
    """Every way to add levels, up to the top everywhere."""
    room = {key: 5 - min(m.level for m in marks[key] if m.group is SUPERIOR) for key in RATED}
    each = [range(room[key] + 1) for key in RATED]
    return [
        [key for key, times in zip(RATED, way, strict=True) for _ in range(times)]
        for way in product(*each)
    ]


def _has(after: Score, lift: AxisLift) -> bool:
    part = after.axis(lift.axis)
    assert part is not None
    return UPWARDS.index(part.expectation) >= UPWARDS.index(lift.reaches)


def _rank(one: Score) -> int:
    assert one.predikat is not None
    return list(Predikat).index(one.predikat)
