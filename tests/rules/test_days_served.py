"""Days of a quarter per rater: every change inside it, and no day lost or counted twice."""

import itertools
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.days_served import (
    Acting,
    Idle,
    Post,
    Service,
    asked,
    days_by_rater,
    spans,
    weigh,
)
from bot.rules.quarters import Quarter

ME, OLD, NEW, PLT, TOP = 1, 2, 3, 4, 9
Q2 = Quarter(2026, 2)  # 91 days
FROM_OLD = Post(date(2020, 1, 1), OLD, TOP)


def d(month: int, day: int) -> date:
    return date(2026, month, day)


@pytest.mark.parametrize(
    ("service", "found"),
    [
        (Service(ME, (FROM_OLD,)), [(OLD, 91)]),
        (Service(ME, (FROM_OLD, Post(d(5, 1), NEW, TOP))), [(OLD, 30), (NEW, 61)]),
        (Service(ME, (FROM_OLD, Post(d(4, 1), NEW, TOP))), [(NEW, 91)]),
        (Service(ME, (FROM_OLD, Post(d(6, 30), NEW, TOP))), [(OLD, 90), (NEW, 1)]),
        (Service(ME, (FROM_OLD, Post(d(7, 1), NEW, TOP))), [(OLD, 91)]),
        (Service(ME, (FROM_OLD, Post(d(5, 1), OLD, NEW))), [(OLD, 91)]),
        (Service(ME, (FROM_OLD, Post(d(5, 1), None))), [(OLD, 30), (Idle.NO_SUPERIOR, 61)]),
        (Service(ME, ()), [(Idle.NO_SUPERIOR, 91)]),
        (Service(ME, (FROM_OLD,), (Acting(OLD, PLT, d(4, 11), d(4, 20)),)),
         [(OLD, 10), (PLT, 10), (OLD, 71)]),
        (Service(ME, (FROM_OLD,), (Acting(OLD, PLT, d(1, 1), d(12, 31)),)), [(PLT, 91)]),
        (Service(ME, (FROM_OLD,), (Acting(NEW, PLT, d(4, 11), d(4, 20)),)), [(OLD, 91)]),
        (Service(ME, (FROM_OLD,), (Acting(OLD, ME, d(4, 1), d(4, 30)),)), [(TOP, 30), (OLD, 61)]),
        (Service(ME, (FROM_OLD,), (Acting(OLD, ME, d(4, 1), d(4, 30)),
                                   Acting(TOP, PLT, d(4, 1), d(4, 10)))),
         [(PLT, 10), (TOP, 20), (OLD, 61)]),
        (Service(ME, (FROM_OLD,), (Acting(OLD, PLT, d(4, 1), d(6, 30)),
                                   Acting(OLD, NEW, d(5, 1), d(5, 31)))),
         [(PLT, 30), (NEW, 31), (PLT, 30)]),
        (Service(ME, (FROM_OLD,), leave=((d(5, 1), d(5, 31)),)),
         [(OLD, 30), (Idle.LEAVE, 31), (OLD, 30)]),
        (Service(ME, (FROM_OLD,), leave=((d(1, 1), d(12, 31)),)), [(Idle.LEAVE, 91)]),
        (Service(ME, (FROM_OLD,), leave=((d(5, 1), d(5, 20)), (d(5, 10), d(5, 31)))),
         [(OLD, 30), (Idle.LEAVE, 31), (OLD, 30)]),
        (Service(ME, (FROM_OLD,), joined=d(6, 1)), [(Idle.NOT_YET, 61), (OLD, 30)]),
        (Service(ME, (FROM_OLD,), left=d(4, 30)), [(OLD, 30), (Idle.LEFT, 61)]),
        (Service(ME, (FROM_OLD,), left=d(3, 31)), [(Idle.LEFT, 91)]),
        (Service(ME, (FROM_OLD, Post(d(5, 1), NEW, TOP)), (Acting(NEW, PLT, d(4, 20), d(5, 10)),),
                 ((d(6, 1), d(6, 5)),), left=d(6, 20)),
         [(OLD, 30), (PLT, 10), (NEW, 21), (Idle.LEAVE, 5), (NEW, 15), (Idle.LEFT, 10)]),
    ],
)  # fmt: skip
def test_spans(service: Service, found: list[tuple[object, int]]) -> None:
    cut = spans(service, Q2)
    assert [(span.rater or span.idle, span.days) for span in cut] == found
    assert cut[0].first == Q2.first_day
    assert cut[-1].last == Q2.last_day


@pytest.mark.parametrize(
    ("quarter", "days"),
    [(Quarter(2026, 1), 90), (Quarter(2028, 1), 91), (Quarter(2026, 3), 92)],
)  # fmt: skip
def test_quarters_of_every_length(quarter: Quarter, days: int) -> None:
    assert days_by_rater(spans(Service(ME, (FROM_OLD,)), quarter)) == {OLD: days}


@pytest.mark.parametrize(
    "wrong",
    [
        {"posts": (FROM_OLD, Post(FROM_OLD.first, NEW))},
        {"acting": (Acting(OLD, PLT, d(5, 2), d(5, 1)),)},
        {"leave": ((d(5, 2), d(5, 1)),)},
        {"joined": d(5, 2), "left": d(5, 1)},
    ],
)
def test_facts_that_contradict_themselves(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"begin"):
        Service(ME, **{"posts": (FROM_OLD,), **wrong})  # type: ignore[arg-type]


DATES = st.dates(date(2026, 3, 1), date(2026, 8, 1))
PAIRS = st.tuples(DATES, DATES).map(sorted).map(tuple)
WHO = st.integers(1, 5)
SERVICES = st.builds(
    lambda posts, acting, leave, service: Service(
        ME,
        tuple(Post(first, *who) for first, who in posts.items()),
        tuple(Acting(*who, *days) for who, days in acting),
        tuple(leave),
        *service,
    ),
    st.dictionaries(DATES, st.tuples(st.none() | WHO, st.none() | WHO), max_size=4),
    st.lists(st.tuples(st.tuples(WHO, WHO), PAIRS), max_size=4),
    st.lists(PAIRS, max_size=3),
    PAIRS,
)


@settings(deadline=None)
@given(SERVICES)
def test_days_always_add_up_and_nobody_rates_themselves(service: Service) -> None:
    cut = spans(service, Q2)
    assert sum(span.days for span in cut) == 91
    assert all(a.last + timedelta(1) == b.first for a, b in itertools.pairwise(cut))
    assert all((a.rater, a.idle) != (b.rater, b.idle) for a, b in itertools.pairwise(cut))
    assert all((span.rater is None) is (span.idle is not None) for span in cut)
    assert ME not in days_by_rater(cut)
    for span in cut:
        for day in (span.first + timedelta(n) for n in range(span.days)):
            served = service.joined <= day <= service.left
            away = any(first <= day <= last for first, last in service.leave)
            assert (span.idle in (Idle.NOT_YET, Idle.LEFT)) is not served
            assert (span.idle is Idle.LEAVE) is (served and away)


@pytest.mark.parametrize(
    ("days", "shortest", "kept"),
    [
        ({OLD: 30, NEW: 61}, 1, {OLD: 30, NEW: 61}),
        ({OLD: 89, PLT: 2}, 14, {OLD: 89}),
        ({OLD: 14, PLT: 77}, 14, {OLD: 14, PLT: 77}),
        ({OLD: 5, NEW: 5}, 14, {NEW: 5}),
        ({OLD: 6, NEW: 5}, 14, {OLD: 6}),
        ({}, 14, {}),
    ],
)
def test_who_is_asked(days: dict[int, int], shortest: int, kept: dict[int, int]) -> None:
    assert asked(days, shortest) == kept


@pytest.mark.parametrize(
    ("values", "days", "value", "percent", "missing"),
    [
        ({OLD: 100}, {OLD: 91}, Fraction(100), ["100.00"], ()),
        ({OLD: 80, NEW: 120}, {OLD: 30, NEW: 61}, Fraction(9720, 91), ["32.97", "67.03"], ()),
        ({OLD: Decimal("88.5"), NEW: 100}, {OLD: 1, NEW: 2}, Fraction(577, 6),
         ["33.33", "66.67"], ()),
        ({1: 1, 2: 1, 3: 1}, {1: 30, 2: 30, 3: 30}, Fraction(1), ["33.34", "33.33", "33.33"], ()),
        ({NEW: 100}, {OLD: 30, NEW: 61}, Fraction(100), ["100.00"], (OLD,)),
        ({}, {OLD: 91}, None, [], (OLD,)),
        ({PLT: 40, OLD: 100}, {OLD: 91}, Fraction(100), ["100.00"], ()),
        ({}, {}, None, [], ()),
    ],
)  # fmt: skip
def test_weighing(
    values: dict[int, Decimal | int],
    days: dict[int, int],
    value: Fraction | None,
    percent: list[str],
    missing: tuple[int, ...],
) -> None:
    found = weigh(values, days)
    assert found.value == value
    assert [str(weight.percent) for weight in found.weights] == percent
    assert found.missing == missing


@given(st.dictionaries(WHO, st.tuples(st.integers(40, 120), st.integers(1, 92)), min_size=1))
def test_a_weighed_value_lies_between_and_percents_add_up(
    given_: dict[int, tuple[int, int]],
) -> None:
    found = weigh({r: v for r, (v, _) in given_.items()}, {r: n for r, (_, n) in given_.items()})
    values = [v for v, _ in given_.values()]
    assert found.value is not None
    assert min(values) <= found.value <= max(values)
    assert sum(weight.percent for weight in found.weights) == 100
