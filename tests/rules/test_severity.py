"""Severity of raters: simulated offices, shrinkage, intervals, and silence without overlap."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from statistics import fmean, pstdev
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.severity import Rating, Severities, adjust, severities, side_by_side
from bot.rules.severity.sparse import factored, inverse_diagonal, log_determinant, solved

PANEL = 10_000


def office(
    rng: random.Random, teams: int, size: int, panel: int = 6, votes: int = 2, apart: float = 8
) -> tuple[list[Rating], dict[int, float], dict[int, float]]:
    """Superiors rate their own team, members of a panel rate across teams; truth beside it."""
    strict = {rater: rng.gauss(0, apart) for rater in range(teams)}
    strict |= {PANEL + n: rng.gauss(0, apart) for n in range(panel)}
    truth: dict[int, float] = {}
    ratings = []
    for team in range(teams):
        level = rng.gauss(95, 7)
        for n in range(size):
            ratee = 100_000 + team * size + n
            truth[ratee] = level + rng.gauss(0, 7)
            raters = [team, *(PANEL + m for m in rng.sample(range(panel), votes))]
            for rater in raters:
                value = round(truth[ratee] + strict[rater] + rng.gauss(0, 5), 2)
                ratings.append(Rating(rater, ratee, Decimal(str(value))))
    return ratings, truth, strict


def rank_error(values: dict[int, float], truth: dict[int, float]) -> float:
    """Mean distance between the places in both orders."""
    places = {ratee: place for place, ratee in enumerate(sorted(truth, key=truth.__getitem__))}
    given_ = sorted(values, key=values.__getitem__)
    return fmean(abs(place - places[ratee]) for place, ratee in enumerate(given_))


def means(ratings: Sequence[Rating], value: Callable[[Rating], float]) -> dict[int, float]:
    own: dict[int, list[float]] = defaultdict(list)
    for one in ratings:
        own[one.ratee].append(value(one))
    return {ratee: fmean(values) for ratee, values in own.items()}


def z_score(ratings: Sequence[Rating]) -> Callable[[Rating], float]:
    own: dict[int, list[float]] = defaultdict(list)
    for one in ratings:
        own[one.rater].append(float(one.value))
    return lambda one: (float(one.value) - fmean(own[one.rater])) / (pstdev(own[one.rater]) or 1)


@pytest.mark.parametrize("superiors_only", [True, False])
@pytest.mark.parametrize("size", [3, 8])
def test_the_adjusted_order_beats_raw_and_z_scores(size: int, superiors_only: bool) -> None:
    errors: dict[str, list[float]] = defaultdict(list)
    for seed in range(8):
        ratings, truth, _ = office(random.Random(seed), teams=30, size=size)
        found = severities(ratings)
        counted = [r for r in ratings if r.rater < PANEL] if superiors_only else ratings
        sides = side_by_side(counted, found)
        adjusted = {one.ratee: float(one.adjusted) for one in sides}
        errors["adjusted"].append(rank_error(adjusted, truth))
        errors["raw"].append(rank_error(means(counted, lambda r: float(r.value)), truth))
        errors["z"].append(rank_error(means(counted, z_score(counted)), truth))
    assert fmean(errors["adjusted"]) < 0.85 * fmean(errors["raw"])
    assert fmean(errors["adjusted"]) < 0.85 * fmean(errors["z"])
    assert all(a < z for a, z in zip(errors["adjusted"], errors["z"], strict=True))


def test_where_all_are_alike_adjusting_harms_little() -> None:
    errors: dict[str, list[float]] = defaultdict(list)
    for seed in range(8):
        ratings, truth, _ = office(random.Random(seed), teams=30, size=3, apart=0)
        sides = side_by_side(ratings, severities(ratings))
        errors["adjusted"].append(rank_error({s.ratee: float(s.adjusted) for s in sides}, truth))
        errors["raw"].append(rank_error({s.ratee: float(s.raw) for s in sides}, truth))
    assert fmean(errors["adjusted"]) < 1.03 * fmean(errors["raw"])


def test_the_interval_holds_the_truth() -> None:
    inside = []
    for seed in range(10):
        ratings, _, strict = office(random.Random(seed), teams=30, size=3)
        found = severities(ratings)
        for rater, one in found.raters.items():
            assert one.low is not None
            assert one.high is not None
            inside.append(float(one.low) <= strict[rater] <= float(one.high))
    assert 0.90 <= fmean(inside) <= 0.99


def test_the_variances_are_found() -> None:
    found = [severities(office(random.Random(n), 40, 8, panel=10)[0]) for n in range(5)]
    assert fmean(float(one.between or 0) for one in found) == pytest.approx(8, abs=1)
    assert fmean(float(one.noise or 0) for one in found) == pytest.approx(5, abs=0.5)


def test_without_overlap_nothing_is_said() -> None:
    ratings, _, _ = office(random.Random(1), teams=20, size=5, votes=0, apart=20)
    found = severities(ratings)
    assert not found.enough
    assert found.contrasts == 0
    assert {(s.estimate, s.low, s.high, s.linked) for s in found.raters.values()} == {
        (Decimal("0.00"), None, None, False)
    }
    assert all(one.raw == one.adjusted for one in adjust(ratings, found))


def test_who_shares_nobody_gets_none_beside_others_who_do() -> None:
    ratings, _, _ = office(random.Random(2), teams=20, size=4)
    alone = [Rating(500, 900 + n, Decimal(119)) for n in range(6)]
    found = severities(ratings + alone)
    lone = found.raters[500]
    assert (lone.linked, lone.shared, lone.group) == (False, 0, 500)
    assert lone.estimate == 0
    assert found.between is not None
    assert lone.high == pytest.approx(Decimal("1.96") * found.between, abs=Decimal("0.02"))
    assert {one.group for rater, one in found.raters.items() if rater != 500} == {0}


def test_the_fewer_ratees_are_shared_the_more_is_shrunk() -> None:
    rng = random.Random(3)
    ratings, _, _ = office(rng, teams=30, size=6)
    widths = []
    for kept in (1, 2, 4, 6):
        own = [r for r in ratings if r.rater == 0][:kept]
        raised = [replace(r, value=Fraction(r.value) + 40) for r in own]
        found = severities([*(r for r in ratings if r.rater != 0), *raised]).raters[0]
        assert found.low is not None
        assert found.high is not None
        widths.append((found.high - found.low, -found.estimate, found.shared))
    assert [shared for _, _, shared in widths] == [1, 2, 4, 6]
    assert widths[0][0] > widths[1][0] > widths[2][0] > widths[3][0]
    assert widths[0][1] > widths[3][1]


def test_groups_without_a_common_ratee_are_named_apart() -> None:
    one, _, _ = office(random.Random(4), teams=4, size=3)
    two = [replace(r, rater=r.rater + 5000, ratee=r.ratee + 5000) for r in one]
    found = severities(one + two)
    assert {s.group for s in found.raters.values()} == {0, 5000}
    assert found.raters[2].estimate == found.raters[5002].estimate


def test_all_agreeing_is_no_severity() -> None:
    ratings = [Rating(rater, ratee, 80 + ratee) for rater in range(4) for ratee in range(6)]
    found = severities(ratings)
    assert {one.estimate for one in found.raters.values()} == {Decimal("0.00")}


def test_one_rater_rates_one_ratee_once() -> None:
    with pytest.raises(ValueError, match="once"):
        severities([Rating(1, 2, 80), Rating(1, 2, 90)])


def test_nobody_at_all() -> None:
    assert severities([]) == Severities({}, False, 0, None, None)


def test_an_organisation_in_seconds() -> None:
    ratings, _, _ = office(random.Random(5), teams=300, size=8, panel=20)
    began = process_time()
    assert severities(ratings).enough
    assert process_time() - began < 20


VALUES = st.integers(40, 120)
MADE = st.dictionaries(
    st.tuples(st.integers(1, 5), st.integers(11, 18)), VALUES, min_size=4, max_size=40
).map(lambda found: [Rating(*pair, value) for pair, value in found.items()])


@settings(deadline=None)
@given(MADE, st.randoms(use_true_random=False))
def test_the_order_of_ratings_plays_no_part(ratings: list[Rating], rng: random.Random) -> None:
    assert severities(rng.sample(ratings, len(ratings))) == severities(ratings)


@settings(deadline=None)
@given(MADE, st.integers(11, 18), st.integers(-40, 40))
def test_a_better_ratee_makes_nobody_lenient(ratings: list[Rating], ratee: int, more: int) -> None:
    better = [replace(r, value=r.value + more) if r.ratee == ratee else r for r in ratings]
    one, other = severities(ratings).raters, severities(better).raters
    assert all(abs(one[k].estimate - other[k].estimate) <= Decimal("0.01") for k in one)


@settings(deadline=None)
@given(MADE)
def test_estimates_are_never_wider_than_what_was_seen(ratings: list[Rating]) -> None:
    found = severities(ratings)
    widest = max(float(r.value) for r in ratings) - min(float(r.value) for r in ratings)
    assert all(abs(float(one.estimate)) <= widest + 0.01 for one in found.raters.values())
    for one in found.raters.values():
        assert one.linked or one.estimate == 0


@settings(deadline=None)
@given(st.integers(1, 7), st.integers(0, 1000))
def test_sparse_systems_against_the_definition(size: int, seed: int) -> None:
    rng = random.Random(seed)
    edges = [(i, j) for i in range(size) for j in range(i) if rng.random() < 0.5]
    matrix = {i: {i: 1.0 + size} for i in range(size)}
    for i, j in edges:
        matrix[i][j] = matrix[j][i] = rng.uniform(-1, 1)
    right = {i: rng.uniform(-5, 5) for i in range(size)}
    factor = factored(matrix)
    x = solved(factor, right)
    for i, row in matrix.items():
        assert sum(value * x[j] for j, value in row.items()) == pytest.approx(right[i])
    for i, value in inverse_diagonal(factor).items():
        assert value == pytest.approx(solved(factor, {i: 1.0})[i])
    assert log_determinant(factor) > 0


def test_a_matrix_that_is_not_positive_definite_is_refused() -> None:
    with pytest.raises(ValueError, match="positive"):
        factored({0: {0: 1.0, 1: 2.0}, 1: {0: 2.0, 1: 1.0}})
