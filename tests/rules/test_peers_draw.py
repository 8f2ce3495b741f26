"""The draw of colleagues: caps, conflicts, lines of command, seeds, and who is left short."""

import random
from collections import Counter
from dataclasses import replace
from itertools import combinations
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.rules.peers import Bar, Colleague, Draw, Shortness, Way, draw
from bot.rules.schemes import PeerRules

RULES = PeerRules()
TIGHT = PeerRules(fewest=3, most=3, load=3)


def team(size: int, superior: int = 100, unit: int = 1, first: int = 1) -> list[Colleague]:
    return [Colleague(key, unit, superior) for key in range(first, first + size)]


def raters(made: Draw, ratee: int) -> set[int]:
    return {one.rater for one in made.drawn if one.ratee == ratee}


def loads(made: Draw) -> Counter[int]:
    return Counter(one.rater for one in made.drawn)


def ways(made: Draw, ratee: int) -> dict[int, Way]:
    return {one.rater: one.way for one in made.drawn if one.ratee == ratee}


def test_a_team_of_four_rates_each_other() -> None:
    made = draw(team(4), RULES, "seed")
    assert {key: raters(made, key) for key in range(1, 5)} == {
        key: set(range(1, 5)) - {key} for key in range(1, 5)
    }
    assert not made.short


def test_everybody_gets_the_most_and_carries_the_same() -> None:
    made = draw(team(30), RULES, "seed")
    assert Counter(one.ratee for one in made.drawn) == dict.fromkeys(range(1, 31), 5)
    assert set(loads(made).values()) == {5}


def test_the_team_comes_before_the_unit() -> None:
    made = draw([*team(6), *team(20, superior=200, first=50)], RULES, "seed")
    for key in range(1, 7):
        assert raters(made, key) == set(range(1, 7)) - {key}


def test_a_small_team_is_filled_up_from_the_unit() -> None:
    made = draw([*team(2), *team(20, superior=200, first=50)], RULES, "seed")
    assert 2 in raters(made, 1)
    assert len(raters(made, 1)) == 5


def test_heads_of_units_are_rated_by_the_other_heads() -> None:
    heads = [Colleague(key, unit=key, superior=100) for key in range(1, 6)]
    staff = [
        Colleague(10 * key + n, unit=key, superior=key) for key in range(1, 6) for n in (1, 2)
    ]
    made = draw([Colleague(100, 0, None), *heads, *staff], RULES, "seed")
    assert raters(made, 1) == {2, 3, 4, 5}
    assert {one.ratee for one in made.short} == {100, *(person.key for person in staff)}


def test_nobody_is_asked_up_or_down_the_line() -> None:
    line = [Colleague(n, 1, n - 1 if n > 1 else None) for n in range(1, 6)]
    made = draw([*line, *team(4, superior=5, first=50)], RULES, "seed")
    assert not {one.rater for one in made.drawn} & {1, 2, 3, 4, 5}
    assert {one.ratee for one in made.short} == {1, 2, 3, 4, 5}


def test_a_circle_in_the_hierarchy_does_not_hang() -> None:
    made = draw([Colleague(1, 1, 2), Colleague(2, 1, 1), *team(4, first=3)], RULES, "seed")
    assert 2 not in raters(made, 1)


def test_both_proposals_are_taken() -> None:
    others = team(10, superior=200, unit=2, first=50)
    made = draw([*team(10), *others], RULES, "s", by_employee={1: 50}, by_superior={1: 51})
    drawn = ways(made, 1)
    assert drawn[50] is Way.EMPLOYEE
    assert drawn[51] is Way.SUPERIOR
    assert list(drawn.values()).count(Way.LOT) == 3


def test_both_proposing_the_same_count_once() -> None:
    made = draw(team(10), RULES, "s", by_employee={1: 2}, by_superior={1: 2})
    assert ways(made, 1)[2] is Way.EMPLOYEE
    assert len(raters(made, 1)) == 5
    assert not made.declined


@pytest.mark.parametrize(
    ("proposed", "bar"),
    [(1, Bar.SELF), (77, Bar.UNKNOWN), (100, Bar.IN_LINE), (3, Bar.CONFLICT)],
)
def test_proposals_that_are_barred(proposed: int, bar: Bar) -> None:
    people = [*team(10), Colleague(100, 1, None, rated=False)]
    made = draw(people, RULES, "s", conflicts=[(3, 1)], by_employee={1: proposed})
    assert [(one.proposed, one.by, one.bar) for one in made.declined] == [
        (proposed, Way.EMPLOYEE, bar)
    ]
    assert len(raters(made, 1)) == 5


def test_the_most_popular_carries_no_more_than_the_cap() -> None:
    made = draw(team(20), RULES, "s", by_employee=dict.fromkeys(range(2, 21), 1))
    assert loads(made)[1] == RULES.load
    assert len(made.declined) == 19 - RULES.load
    assert {one.bar for one in made.declined} == {None}


def test_who_is_on_leave_is_not_asked_but_rated() -> None:
    made = draw([*team(10), Colleague(11, 1, 100, cap=0)], RULES, "s")
    assert loads(made)[11] == 0
    assert len(raters(made, 11)) == 5


def test_who_is_not_rated_is_still_asked() -> None:
    made = draw([*team(3), Colleague(9, 1, 100, rated=False)], RULES, "s")
    assert not raters(made, 9)
    assert loads(made)[9] == 3


@pytest.mark.parametrize(
    ("people", "conflicts", "reason"),
    [
        (team(3), [], Shortness.FEW_COWORKERS),
        (team(4), [(1, 2)], Shortness.CONFLICTS),
        ([Colleague(1, 1, 100), *(Colleague(n, 1, 100, 0) for n in (2, 3, 4))], [],
         Shortness.LOAD),
    ],
)  # fmt: skip
def test_who_is_short_is_named_and_nobody_is_troubled(
    people: list[Colleague], conflicts: list[tuple[int, int]], reason: Shortness
) -> None:
    made = draw(people, RULES, "s", conflicts=conflicts)
    assert {one.ratee: one.reason for one in made.short}[1] is reason
    assert not raters(made, 1)


def test_an_exactly_sufficient_load_serves_everybody() -> None:
    for seed in range(30):
        made = draw(team(11), TIGHT, str(seed))
        assert not made.short
        assert set(loads(made).values()) == {3}


def test_the_lot_is_fair_over_seeds() -> None:
    """Each of the nine others is drawn for the first about equally often."""
    seen = Counter(rater for n in range(400) for rater in raters(draw(team(10), TIGHT, str(n)), 1))
    assert set(seen) == set(range(2, 11))
    assert all(90 <= times <= 180 for times in seen.values())  # expected 133, sd 9.4


def test_ten_thousand_in_seconds() -> None:
    rng = random.Random(1)
    people = [Colleague(0, 0, None)]
    people += [Colleague(n, n, 0) for n in range(1, 101)]
    people += [
        Colleague(100 + n, unit, unit) for n in range(1, 9901) for unit in [rng.randint(1, 100)]
    ]
    proposals = {n: rng.randint(101, 10_000) for n in range(101, 10_001)}
    began = process_time()
    made = draw(people, RULES, "2026-2", by_employee=proposals, by_superior=proposals)
    assert process_time() - began < 20
    assert max(loads(made).values()) <= RULES.load
    assert {one.ratee for one in made.short} == {0}


KEYS = st.integers(1, 12)
PEOPLE = st.lists(
    st.builds(
        Colleague,
        KEYS,
        st.integers(1, 2),
        st.none() | st.integers(1, 14),
        st.none() | st.integers(0, 4),
        st.booleans(),
    ),
    unique_by=lambda person: person.key,
    max_size=12,
)
CONFLICTS = st.lists(st.tuples(KEYS, KEYS), max_size=8)
PROPOSALS = st.dictionaries(KEYS, KEYS, max_size=8)
WANTED = st.builds(PeerRules, st.just(3), st.integers(3, 5), st.integers(1, 6))


@settings(max_examples=60, deadline=None)
@given(PEOPLE, CONFLICTS, PROPOSALS, PROPOSALS, WANTED, st.randoms(use_true_random=False))
def test_what_always_holds(
    people: list[Colleague],
    conflicts: list[tuple[int, int]],
    mine: dict[int, int],
    theirs: dict[int, int],
    rules: PeerRules,
    rng: random.Random,
) -> None:
    facts = {"conflicts": conflicts, "by_employee": mine, "by_superior": theirs}
    made = draw(people, rules, "seed", **facts)  # type: ignore[arg-type]
    by_key = {person.key: person for person in people}
    for rater, carried in loads(made).items():
        cap = by_key[rater].cap
        assert carried <= (rules.load if cap is None else cap)
    for one in made.drawn:
        assert one.ratee != one.rater
        assert by_key[one.ratee].rated
        assert (one.ratee, one.rater) not in conflicts
        assert (one.rater, one.ratee) not in conflicts
        assert by_key[one.ratee].superior != one.rater
        assert by_key[one.rater].superior != one.ratee
    got = Counter(one.ratee for one in made.drawn)
    short = {one.ratee for one in made.short}
    assert short | set(got) == {person.key for person in people if person.rated}
    assert not short & set(got)
    assert all(rules.fewest <= number <= rules.most for number in got.values())
    shuffled = rng.sample(people, len(people))
    assert draw(shuffled, rules, "seed", **facts) == made  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(PEOPLE, CONFLICTS, st.integers(1, 5))
def test_short_by_load_means_no_draw_could_serve_them_too(
    people: list[Colleague], conflicts: list[tuple[int, int]], load: int
) -> None:
    rules = PeerRules(3, 3, load)
    made = draw(people, rules, "seed", conflicts=conflicts)
    served = {one.ratee for one in made.drawn}
    boundless = [replace(person, cap=None) for person in people]
    roomy = draw(boundless, PeerRules(3, 12, 99), "x", conflicts=conflicts)
    for one in made.short:
        if one.reason is Shortness.LOAD:
            several = served | {one.ratee}
            assert not _could_serve(several, people, roomy, load)


def _could_serve(ratees: set[int], people: list[Colleague], roomy: Draw, load: int) -> bool:
    """Whether any draw could: unit-capacity matching of three seats per ratee, by search."""
    room = {p.key: load if p.cap is None else p.cap for p in people}
    allowed = {r: raters(roomy, r) for r in ratees}
    held: dict[tuple[int, int], bool] = {}

    def place(ratee: int, seen: set[int]) -> bool:
        for rater in allowed[ratee]:
            if rater in seen or held.get((ratee, rater)):
                continue
            seen.add(rater)
            holding = [r for r in ratees if held.get((r, rater))]
            if len(holding) < room[rater]:
                held[ratee, rater] = True
                return True
            for other in holding:
                if place(other, seen):
                    held[other, rater] = False
                    held[ratee, rater] = True
                    return True
        return False

    return all(place(ratee, set()) for _ in range(3) for ratee in sorted(ratees))


@settings(max_examples=30, deadline=None)
@example(12, 10)
@given(st.integers(4, 20), st.integers(0, 50))
def test_no_lot_could_move_to_a_lighter_colleague(size: int, seed: int) -> None:
    """But where two people would come to rate one another by it."""
    made = draw(team(size), RULES, str(seed), by_employee=dict.fromkeys(range(2, size + 1), 1))
    carried = loads(made)
    for one, lighter in ((o, k) for o in made.drawn for k in range(1, size + 1)):
        if one.way is not Way.LOT or lighter in {one.ratee, *raters(made, one.ratee)}:
            continue
        if one.ratee not in raters(made, lighter):
            assert carried[lighter] >= carried[one.rater] - 1


def test_another_seed_is_another_draw() -> None:
    made = [draw(team(30), RULES, seed).drawn for seed in ("a", "b", "c")]
    assert all(one != other for one, other in combinations(made, 2))
    assert draw(team(30), RULES, "a").drawn == made[0]
