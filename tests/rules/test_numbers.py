"""Rounding and parts that add up."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.numbers import apportion, half_up

FRACTIONS = st.fractions(min_value=0, max_value=120, max_denominator=9999)


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("5.625", 2, "5.63"),
        ("3.125", 2, "3.13"),
        ("28.125", 2, "28.13"),
        ("2.8125", 2, "2.81"),
        ("64.995", 2, "65.00"),
        ("-0.005", 2, "-0.01"),
        ("-0.004", 2, "0.00"),
        ("2.5", 0, "3"),
        ("7", 2, "7.00"),
    ],
)
def test_halves_go_up(value: str, places: int, shown: str) -> None:
    assert str(half_up(Decimal(value), places)) == shown


def test_a_fraction_is_rounded_exactly() -> None:
    assert half_up(Fraction(2, 3) * 130) == Decimal("86.67")
    assert half_up(Fraction(17333, 200)) == Decimal("86.67")


def test_floats_are_refused() -> None:
    with pytest.raises(TypeError):
        half_up(0.1)  # type: ignore[arg-type]


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=6), st.integers(0, 4))
def test_agrees_with_the_decimal_module(value: Decimal, places: int) -> None:
    assert half_up(value, places) == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(st.lists(FRACTIONS, min_size=1, max_size=12))
def test_parts_add_up_and_hardly_move(parts: list[Fraction]) -> None:
    total = half_up(sum(parts, Fraction()))
    shown = apportion(parts, total)
    assert sum(shown) == total
    assert all(
        abs(s - p) < Fraction(1, 100) for s, p in zip(map(Fraction, shown), parts, strict=True)
    )


def test_thirds_of_a_hundred() -> None:
    thirds = [Fraction(100, 3)] * 3
    assert apportion(thirds, Decimal(100)) == (
        Decimal("33.34"),
        Decimal("33.33"),
        Decimal("33.33"),
    )


def test_a_total_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="do not belong"):
        apportion([Fraction(1), Fraction(2)], Decimal(9))
