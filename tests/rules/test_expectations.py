"""Planned results: what is in force, what is missing, how far they have come."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.expectations import (
    OPEN,
    State,
    Step,
    Wording,
    has_ended,
    in_force,
    in_hand,
    may_agree,
    may_propose,
    missing,
)
from bot.rules.figures import Amount, Counting, fits_amount, fits_target, percent, plain, progress
from bot.rules.periods import PeriodState

DAY = date(2026, 8, 12)
FIGURES = st.decimals(0, 10**6, places=2)
AMOUNTS = st.lists(
    st.builds(
        Amount, st.integers(1, 10**6), st.dates(DAY, DAY + timedelta(60)), FIGURES, st.booleans()
    ),
    unique_by=lambda one: one.achievement,
    max_size=12,
)
WORDINGS = st.lists(
    st.tuples(st.sampled_from(State), st.booleans(), st.booleans()), max_size=8
).map(
    lambda told: [
        Wording(n, 1, n, state, ends=ends, set_aside=aside and state in OPEN)
        for n, (state, ends, aside) in enumerate(told, 1)
    ]
)


@pytest.mark.parametrize(
    ("counting", "target", "realised", "expected"),
    [
        (Counting.TOTAL_MORE, "40", "12", "30.0"),
        (Counting.TOTAL_MORE, "40", "42", "105.0"),
        (Counting.TOTAL_MORE, "3", "2", "66.7"),
        (Counting.LAST_MORE, "95", "92.5", "97.4"),
        (Counting.TOTAL_MORE, "8", "0.5", "6.3"),  # a half is rounded up
        (Counting.LAST_LESS, "20", "18", "110.0"),
        (Counting.LAST_LESS, "20", "20", "100.0"),
        (Counting.LAST_LESS, "20", "25", "75.0"),
        (Counting.LAST_LESS, "20", "60", "0.0"),  # never below nought
        (Counting.TOTAL_LESS, "0", "0", "100.0"),
        (Counting.TOTAL_LESS, "0", "1", "0.0"),
    ],
)
def test_percent_of_the_target(
    counting: Counting, target: str, realised: str, expected: str
) -> None:
    assert str(percent(counting, Decimal(target), Decimal(realised))) == expected


def test_what_waits_is_said_apart_from_what_is_realised() -> None:
    amounts = [
        Amount(1, DAY, Decimal(12), rated=True),
        Amount(2, DAY, Decimal(5), rated=False),
        Amount(3, DAY + timedelta(1), Decimal("2.5"), rated=True),
    ]
    told = progress(Counting.TOTAL_MORE, Decimal(40), amounts)
    assert (told.realised, told.waiting) == (Decimal("14.5"), Decimal(5))
    assert told.percent == Decimal("36.3")
    newest = progress(Counting.LAST_LESS, Decimal(20), amounts)
    assert (newest.realised, newest.waiting) == (Decimal("2.5"), Decimal(5))


def test_without_any_achievement_nothing_is_realised_rather_than_nought() -> None:
    for counting in Counting:
        told = progress(counting, Decimal(20), [])
        assert (told.realised, told.waiting, told.percent) == (None, None, None)


@given(AMOUNTS, st.sampled_from(Counting), st.randoms())
def test_the_order_of_achievements_does_not_matter(
    amounts: list[Amount], counting: Counting, dice: object
) -> None:
    shuffled = list(amounts)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert progress(counting, Decimal(7), amounts) == progress(counting, Decimal(7), shuffled)


@given(AMOUNTS, FIGURES.filter(bool))
def test_more_of_a_total_is_never_worse_and_less_never_better(
    amounts: list[Amount], more: Decimal
) -> None:
    added = [*amounts, Amount(10**7, DAY, more, rated=True)]
    for counting, better in ((Counting.TOTAL_MORE, 1), (Counting.TOTAL_LESS, -1)):
        before = progress(counting, Decimal(100), [*amounts, Amount(10**8, DAY, Decimal(0), True)])
        after = progress(counting, Decimal(100), added)
        assert before.percent is not None
        assert after.percent is not None
        assert (after.percent - before.percent) * better >= 0


@given(WORDINGS)
def test_only_what_was_agreed_is_ever_in_force(said: list[Wording]) -> None:
    force = in_force(said)
    agreed = [one for one in said if one.state is State.AGREED]
    if force is not None:
        assert force is agreed[-1]
        assert not force.ends
    assert (force is None) == (not agreed or agreed[-1].ends)
    assert has_ended(said) == bool(agreed and agreed[-1].ends)


@given(WORDINGS, st.sampled_from(OPEN))
def test_a_change_in_hand_leaves_what_is_in_force(said: list[Wording], state: State) -> None:
    before = in_force(said)
    change = Wording(99, 1, 99, state)
    assert in_force([*said, change]) == before
    assert in_hand([*said, change]) is change
    agreed = Wording(99, 1, 99, State.AGREED)
    assert in_force([*said, agreed]) is agreed
    assert in_hand([*said, agreed]) is None


def test_what_was_set_aside_is_in_hand_no_more() -> None:
    assert in_hand([Wording(1, 1, 1, State.PROPOSED, set_aside=True)]) is None
    assert in_hand([]) is None


WHOLE = Wording(
    1, 1, 1, State.DRAFT, "Berkas selesai", "produktivitas", None, Decimal(40), "berkas",
    Counting.TOTAL_MORE,
)  # fmt: skip


def test_what_is_missing_is_named_in_the_order_of_the_steps() -> None:
    empty = Wording(1, 1, 1, State.DRAFT)
    assert missing(empty, changes=False) == (
        Step.TEXT, Step.INDICATOR, Step.TARGET, Step.COUNTING,
    )  # fmt: skip
    assert missing(WHOLE, changes=False) == ()
    assert missing(WHOLE, changes=True) == (Step.REASON,)
    ending = Wording(1, 1, 2, State.DRAFT, ends=True)
    assert missing(ending, changes=True) == (Step.REASON,)


def test_expectations_are_set_while_the_quarter_runs_and_agreed_until_it_is_rated() -> None:
    assert [state for state in PeriodState if may_propose(state)] == [PeriodState.OPEN]
    agreed = [state for state in PeriodState if may_agree(state, rated=False)]
    assert agreed == [PeriodState.OPEN, PeriodState.RATING]
    assert not any(may_agree(state, rated=True) for state in PeriodState)


def test_nought_fits_only_where_less_is_better() -> None:
    for counting in Counting:
        assert fits_target(Decimal(0), counting) is counting.less
        assert fits_target(Decimal(1), counting)
        assert fits_amount(Decimal(0), counting) is not counting.sums
    assert fits_target(Decimal(0))
    assert not fits_target(Decimal(-1))
    assert not fits_target(Decimal(10) ** 12)
    assert not fits_amount(Decimal(-1), Counting.LAST_MORE)


@given(st.decimals(0, 10**11, places=3))
def test_a_plain_number_is_the_same_number(number: Decimal) -> None:
    assert plain(number) == number
    assert "E" not in str(plain(number))
    assert not str(plain(number)).endswith(".0")
