"""Awards: each obstacle alone, and places that do not depend on the order of asking."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.awards import (
    AwardRules,
    Candidate,
    Criterion,
    Obstacle,
    Record,
    award_obstacles,
    rank,
)
from bot.rules.predikat import Predikat
from bot.rules.quarters import Quarter

RULES = AwardRules()
Q2 = Quarter(2026, 2)
GOOD = Record(Decimal("104.00"), Predikat.BAIK, raters=3, roles=frozenset({"pegawai"}))


def test_nothing_keeps_a_good_record_away() -> None:
    assert award_obstacles(GOOD, RULES, Q2) == frozenset()


@pytest.mark.parametrize(
    ("change", "obstacle"),
    [
        ({"score": None, "predikat": None}, Obstacle.NO_RESULT),
        ({"score": Decimal("99.99")}, Obstacle.LOW_SCORE),
        ({"predikat": Predikat.KURANG}, Obstacle.LOW_PREDIKAT),
        ({"raters": 2}, Obstacle.FEW_RATERS),
        ({"roles": frozenset({"pegawai", "pimpinan"})}, Obstacle.EXCLUDED_ROLE),
        ({"disciplined_until": date(2026, 4, 1)}, Obstacle.DISCIPLINED),
        ({"objection_open": True}, Obstacle.OBJECTION_OPEN),
        ({"last_award": Quarter(2026, 1)}, Obstacle.WON_RECENTLY),
        ({"last_award": Quarter(2026, 2)}, Obstacle.WON_RECENTLY),
    ],
)
def test_each_obstacle_alone(change: dict[str, Any], obstacle: Obstacle) -> None:
    assert award_obstacles(replace(GOOD, **change), RULES, Q2) == {obstacle}


@pytest.mark.parametrize(
    "change",
    [
        {"score": Decimal("100.00")},
        {"disciplined_until": date(2026, 3, 31)},
        {"last_award": Quarter(2025, 4)},
        {"predikat": Predikat.SANGAT_BAIK},
    ],
)
def test_just_within(change: dict[str, Any]) -> None:
    assert award_obstacles(replace(GOOD, **change), RULES, Q2) == frozenset()


def test_the_rules_are_data() -> None:
    again = replace(GOOD, last_award=Quarter(2026, 1))
    assert not award_obstacles(again, replace(RULES, quarters_between=0), Q2)
    assert award_obstacles(GOOD, replace(RULES, lowest_score=Decimal(110)), Q2)


def candidate(
    key: str, score: str, work: str = "100", behaviour: str = "100", n: int = 0
) -> Candidate:
    return Candidate(key, Decimal(score), Decimal(work), Decimal(behaviour), n)


def test_places_and_what_decided_them() -> None:
    ranked = rank(
        [
            candidate("a", "105", "104", "106"),
            candidate("b", "110"),
            candidate("c", "105", "106", "103"),
            candidate("d", "105", "104", "106", 2),
            candidate("e", "100"),
        ],
        RULES,
    )
    assert [(r.place, r.candidate.key, r.decided_by, r.tied) for r in ranked] == [
        (1, "b", None, False),
        (2, "c", None, False),
        (3, "d", Criterion.HASIL_KERJA, False),
        (4, "a", Criterion.ACHIEVEMENTS, False),
        (5, "e", None, False),
    ]
    assert [r.near for r in ranked] == [False, False, True, True, False]


def test_full_ties_share_a_place_and_people_decide() -> None:
    same = [candidate(key, "105") for key in "cab"]
    ranked = rank([*same, candidate("z", "104")], RULES)
    assert [(r.place, r.candidate.key, r.tied) for r in ranked] == [
        (1, "a", True),
        (1, "b", True),
        (1, "c", True),
        (4, "z", False),
    ]


def test_another_order_of_criteria() -> None:
    rules = replace(RULES, tie_order=(Criterion.ACHIEVEMENTS, Criterion.SCORE))
    ranked = rank([candidate("a", "110"), candidate("b", "101", n=3)], rules)
    assert [r.candidate.key for r in ranked] == ["b", "a"]


def test_nobody() -> None:
    assert rank([], RULES) == []


CANDIDATES = st.lists(
    st.builds(
        Candidate,
        st.text("abcdefgh", min_size=1, max_size=3),
        *(st.sampled_from([Decimal(100), Decimal("100.01"), Decimal(110)]),) * 3,
        st.integers(0, 2),
    ),
    max_size=12,
    unique_by=lambda c: c.key,
)


@given(CANDIDATES, st.randoms(use_true_random=False))
def test_the_order_of_asking_does_not_matter(candidates: list[Candidate], dice: Any) -> None:
    shuffled = [*candidates]
    dice.shuffle(shuffled)
    assert rank(shuffled, RULES) == rank(candidates, RULES)


@given(CANDIDATES)
def test_places_follow_the_measures(candidates: list[Candidate]) -> None:
    ranked = rank(candidates, RULES)
    measures = [
        (
            r.candidate.score,
            r.candidate.hasil_kerja,
            r.candidate.perilaku,
            r.candidate.achievements,
        )
        for r in ranked
    ]
    assert measures == sorted(measures, reverse=True)
    for r, measure in zip(ranked, measures, strict=True):
        assert r.place == 1 + sum(other > measure for other in measures)
        assert r.tied is (measures.count(measure) > 1)
