"""Conditions of a promotion: PP 99/2000, PermenPANRB 1/2023; domain.md 1.8 and 3.4."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.angka_kredit import REQUIREMENTS, Jenjang
from bot.rules.career import Condition, Kind, Known, Path, forecast, next_rank, promotion
from bot.rules.career.promotion import years_before
from bot.rules.predikat import Predikat

TODAY = date(2026, 11, 23)
GOOD = {2024: Predikat.BAIK, 2025: Predikat.SANGAT_BAIK}
CLERK = Known(pppk=False, rank="II/c", rank_since=date(2022, 10, 1), predikat=GOOD)
ANALYST = Known(
    pppk=False, rank="III/a", rank_since=date(2024, 10, 1), post_since=date(2024, 10, 1),
    credit=Decimal("50.00"), predikat=GOOD,
)  # fmt: skip


def state(
    known: Known, jenjang: Jenjang | None = None, today: date = TODAY
) -> dict[Kind, bool | None]:
    return {one.kind: one.met for one in promotion(known, jenjang, today).conditions}


@pytest.mark.parametrize(
    ("rank", "after"),
    [
        ("I/d", "II/a"),
        ("II/d", "III/a"),
        ("III/d", "IV/a"),
        ("IV/e", None),
        ("IX", None),
        ("", None),
    ],
)
def test_next_rank(rank: str, after: str | None) -> None:
    assert next_rank(rank) == after


def test_every_rank_of_a_jenjang_leads_to_the_next() -> None:
    for jenjang, need in REQUIREMENTS.items():
        for rank in need.ranks[:-1]:
            step = promotion(replace(ANALYST, rank=rank), jenjang, TODAY)
            assert (step.path, step.rank) == (Path.FUNCTIONAL, next_rank(rank))
        last = promotion(replace(ANALYST, rank=need.ranks[-1]), jenjang, TODAY)
        assert last.path is (Path.HIGHEST if need.for_next is None else Path.JENJANG)


def test_four_years_to_the_day() -> None:
    assert promotion(CLERK, None, TODAY).ready
    due = promotion(CLERK, None, date(2026, 9, 30)).conditions[0]
    assert due == Condition(Kind.RANK_YEARS, False, day=date(2026, 10, 1))
    assert state(CLERK, today=date(2026, 10, 1))[Kind.RANK_YEARS]
    leap = replace(CLERK, rank_since=date(2024, 2, 29))
    assert promotion(leap, None, TODAY).conditions[0].day == date(2028, 2, 29)
    odd = replace(ANALYST, rank_since=date(2024, 2, 29))
    assert promotion(odd, Jenjang.AHLI_PERTAMA, TODAY).conditions[0].day == date(2026, 3, 1)


@given(st.dates(date(1980, 1, 1), date(2090, 1, 1)), st.dates(date(1980, 1, 1), date(2090, 1, 1)))
def test_who_is_two_years_in_a_rank_is_found_to_the_day(since: date, today: date) -> None:
    """The list finds whoever the condition calls due, and nobody else."""
    known = replace(ANALYST, rank_since=since)
    due = promotion(known, Jenjang.AHLI_PERTAMA, today).conditions[0].met
    assert (since <= years_before(today, 2)) is due


def test_functional_two_years_and_credit() -> None:
    step = promotion(ANALYST, Jenjang.AHLI_PERTAMA, TODAY)
    assert (step.path, step.rank, step.ready) == (Path.FUNCTIONAL, "III/b", True)
    short = replace(ANALYST, credit=Decimal("49.99"))
    assert state(short, Jenjang.AHLI_PERTAMA)[Kind.CREDIT] is False
    assert state(replace(ANALYST, credit=None), Jenjang.AHLI_PERTAMA)[Kind.CREDIT] is None


def test_credit_counts_from_the_last_rank() -> None:
    later = replace(ANALYST, post_since=date(2020, 1, 1), credit=Decimal(90), at_rank=Decimal(50))
    credit = promotion(later, Jenjang.AHLI_PERTAMA, TODAY).conditions[1]
    assert (credit.have, credit.need, credit.met) == (Decimal(40), Decimal(50), False)
    unknown = replace(later, at_rank=None)
    assert unknown.since_rank is None, "how much of it was there before is not on record"
    assert replace(later, at_rank=Decimal(95)).since_rank == 0


def test_the_next_jenjang_asks_for_credit_and_the_test_of_competence() -> None:
    top = replace(ANALYST, rank="III/b", credit=Decimal(100))
    step = promotion(top, Jenjang.AHLI_PERTAMA, TODAY)
    assert (step.path, step.jenjang) == (Path.JENJANG, Jenjang.AHLI_MUDA)
    assert state(top, Jenjang.AHLI_PERTAMA)[Kind.EXAM] is None
    assert state(replace(top, exam=date(2026, 5, 5)), Jenjang.AHLI_PERTAMA)[Kind.EXAM]
    before = replace(top, exam=date(2024, 5, 5))
    assert state(before, Jenjang.AHLI_PERTAMA)[Kind.EXAM] is None, "that was for this jenjang"


@pytest.mark.parametrize(
    ("predikat", "met"),
    [
        (GOOD, True), ({2025: Predikat.BAIK}, None), ({}, None),
        ({2024: Predikat.BUTUH_PERBAIKAN, 2025: Predikat.SANGAT_BAIK}, False),
        ({2025: Predikat.KURANG}, False), ({2023: Predikat.KURANG, **GOOD}, True),
    ],
)  # fmt: skip
def test_at_least_baik_in_each_of_the_last_two_years(
    predikat: dict[int, Predikat], met: bool | None
) -> None:
    assert state(replace(CLERK, predikat=predikat))[Kind.PREDIKAT] is met


def test_a_penalty_holds_back_to_its_last_day() -> None:
    under = replace(CLERK, penalty_until=TODAY)
    assert state(under)[Kind.PENALTY] is False
    assert state(under, today=date(2026, 11, 24))[Kind.PENALTY] is True


def test_a_pppk_has_no_rank_to_rise_in() -> None:
    step = promotion(Known(pppk=True, rank="IX"), Jenjang.AHLI_PERTAMA, TODAY)
    assert step == promotion(Known(pppk=True, rank=""), None, TODAY)
    assert (step.path, step.conditions, step.ready) == (Path.NONE_PPPK, (), False)


@pytest.mark.parametrize(
    ("jenjang", "missing", "months"),
    [
        (Jenjang.AHLI_PERTAMA, "50", (32, 48, 64)),
        (Jenjang.AHLI_MUDA, "0", (0, 0, 0)),
        (Jenjang.PEMULA, "15", (32, 48, 64)),
        (Jenjang.AHLI_UTAMA, "0.01", (1, 1, 1)),
        (Jenjang.AHLI_PERTAMA, "520", (333, None, None)),
    ],
)
def test_forecast(jenjang: Jenjang, missing: str, months: tuple[int | None, ...]) -> None:
    """Four years at Baik for a rank, 2.67 at Sangat Baik (domain.md 3.4)."""
    told = forecast(jenjang, Decimal(missing))
    assert tuple(one.months for one in told) == months
