"""Kinds of awards: faults of what a scheme names, and points that cannot be gamed by numbers."""

from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.awards import (
    QUARTERLY,
    AwardKind,
    AwardRules,
    Candidate,
    Criterion,
    Measure,
    Span,
    Weighing,
    points,
    rank,
)
from bot.rules.schemes import FaultKind, faults
from storage.scheme_files import default_text, read_kept, read_scheme

SCHEME = read_scheme(default_text())
TEN, TWENTY, FORTY = Decimal(10), Decimal(20), Decimal(40)
# BPS Jombang: performance, attendance, realisation, each drawn apart within the office
JOMBANG = (
    Weighing(Measure.HASIL_KERJA, FORTY, spread=True),
    Weighing(Measure.ATTENDANCE, FORTY, spread=True),
    Weighing(Measure.SCORE, TWENTY, spread=True),
)
INNOVATOR = next(kind for kind in SCHEME.award if kind.key == "inovator")


def numbers(*given: str) -> list[Decimal | None]:
    return [Decimal(one) if one else None for one in given]


def test_a_scheme_without_kinds_has_the_quarterly_one_alone() -> None:
    old = read_kept(default_text().split("[[award]]")[0])
    assert old.award_kinds == (QUARTERLY,)
    assert QUARTERLY.rules(old.awards) == old.awards == AwardRules()


def test_what_a_kind_leaves_open_is_as_for_all() -> None:
    assert INNOVATOR.rules(SCHEME.awards) == replace(SCHEME.awards, lowest_score=Decimal(90))


@pytest.mark.parametrize(
    ("change", "fault", "where"),
    [
        ({"criteria": JOMBANG[:2]}, FaultKind.AWARD_TOTAL, "award.2.criteria"),
        ({"criteria": (Weighing(Measure.VOTE, Decimal(100)),)}, FaultKind.AWARD_EMPTY, ""),
        ({"criteria": (*JOMBANG[:2], *JOMBANG[:1])}, FaultKind.AWARD_TWICE, "award.2.criteria"),
        ({"criteria": (Weighing(Measure.INDICATOR, Decimal(100), "sulap"),)},
         FaultKind.AWARD_MEASURE, "award.2.criteria.0.of"),
        ({"criteria": (Weighing(Measure.SCORE, Decimal(0)),)}, FaultKind.WEIGHT_NOT_POSITIVE, ""),
        ({"nominate_days": 12, "vote_days": 12}, FaultKind.AWARD_DAYS, "award.2.vote_days"),
        ({"vote_days": 60}, FaultKind.AWARD_DAYS, "award.2.vote_days"),
        ({"nominate_days": 3}, FaultKind.AWARD_DAYS, "award.2.vote_days"),
        ({"span": Span.SERVICE}, FaultKind.AWARD_ROUND, "award.2.criteria"),
        ({"quorum": 0}, FaultKind.OUT_OF_RANGE, "award.2.quorum"),
        ({"excluded_roles": frozenset({"raja"})}, FaultKind.ROLE_UNKNOWN, ""),
        ({"tie_order": ()}, FaultKind.TIE_ORDER, "award.2.tie_order"),
        ({"key": "pegawai_teladan"}, FaultKind.KEY_TWICE, "award.2.key"),
        ({"key": "x" * 25}, FaultKind.TOO_LONG, "award.2.key"),
        ({"name": " "}, FaultKind.NAME_EMPTY, "award.2.name"),
    ],
)  # fmt: skip
def test_each_fault_is_named(change: dict[str, Any], fault: FaultKind, where: str) -> None:
    kinds = list(SCHEME.award)
    kinds[2] = replace(INNOVATOR, **change)
    found = faults(replace(SCHEME, award=tuple(kinds)))
    assert fault in {one.kind for one in found}
    assert not where or where in {one.where for one in found if one.kind is fault}


def test_points_of_the_published_formula() -> None:
    """40/40/20, each drawn apart: best and worst of a column are 100 and 0."""
    found = points(
        JOMBANG,
        {
            "a": numbers("90", "100", "80"),
            "b": numbers("100", "80", "100"),
            "c": numbers("95", "90", "80"),
        },
    )
    assert {key: one.total for key, one in found.items()} == {
        "a": Decimal("40.00"),
        "b": Decimal("60.00"),
        "c": Decimal("40.00"),
    }
    assert found["c"].parts == (Decimal("50.00"), Decimal("50.00"), Decimal("0.00"))


def test_where_all_are_equal_spreading_gives_everybody_100() -> None:
    same = numbers("88.5", "100", "104")
    found = points(JOMBANG, dict.fromkeys("abc", same))
    assert {one.total for one in found.values()} == {Decimal(100)}


def test_who_lacks_a_value_shares_its_weight_and_who_lacks_all_has_no_points() -> None:
    plain = (Weighing(Measure.SCORE, Decimal(60)), Weighing(Measure.VOTE, Decimal(40)))
    found = points(
        plain, {"a": numbers("100", ""), "b": numbers("", ""), "c": numbers("90", "110")}
    )
    assert {key: one.total for key, one in found.items()} == {"a": 100, "c": 98}


values = st.none() | st.decimals(0, 120, places=2)


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(values, values, values), min_size=1))
def test_points_stay_between_0_and_100_and_do_not_depend_on_the_order(
    people: dict[str, tuple[Decimal | None, ...]],
) -> None:
    found = points(JOMBANG, people)
    assert all(0 <= one.total <= 100 for one in found.values())
    assert found == points(JOMBANG, dict(reversed(list(people.items()))))


def test_points_come_before_the_tie_order() -> None:
    one = Candidate("a", Decimal(110), Decimal(110), Decimal(110), 3, points=Decimal(80))
    other = Candidate("b", Decimal(100), Decimal(90), Decimal(90), 0, points=Decimal(81))
    equal = replace(one, key="c", points=Decimal(81))
    for order in permutations([one, other, equal]):
        ranked = rank(order, AwardRules())
        assert [(r.place, r.candidate.key, r.decided_by, r.near) for r in ranked] == [
            (1, "c", None, False),
            (2, "b", Criterion.SCORE, True),
            (3, "a", None, True),
        ]


def test_a_kind_that_votes_says_so() -> None:
    assert INNOVATOR.votes
    assert not AwardKind("x", "X", Span.QUARTER, criteria=JOMBANG).votes
