"""What is published of colleagues' answers, and an attacker who subtracts all of it."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.numbers import half_up
from bot.rules.peers import Answer, Release, marks, overall, release
from bot.rules.schemes import PeerRules, Source
from bot.rules.scoring import Mark

RULES = PeerRules()
A, B = "kolaborasi", "harmonis"
Unknown = tuple[int, int, str]  # ratee, number of the answer, indicator
Equation = dict[Unknown, Fraction]
ANSWERS = st.builds(Answer, st.dictionaries(st.sampled_from([A, B]), st.integers(1, 5)))


def answers(*levels: int) -> list[Answer]:
    return [Answer({A: level}) for level in levels]


def test_three_answers_are_shown_and_two_are_not() -> None:
    assert release(1, answers(4, 5, 3), [A], RULES).figures[0].value == 100
    few = release(1, answers(4, 5), [A], RULES)
    assert not few.shown
    assert few.withheld == (A,)


def test_an_indicator_that_too_few_answered_is_withheld_alone() -> None:
    given = [Answer({A: 4, B: 4}), Answer({A: 5, B: 2}), Answer({A: 3})]
    released = release(1, given, [A, B], RULES)
    assert [figure.indicator for figure in released.figures] == [A]
    assert released.withheld == (B,)
    assert set(marks(released)) == {A}


def test_a_release_is_made_once() -> None:
    first = release(1, answers(4, 4, 4), [A], RULES)
    again = release(1, answers(4, 4, 4, 1, 1), [A], RULES, first)
    assert (again.figures, again.late) == (first.figures, 2)
    assert release(1, answers(4, 4), [A], RULES, again) == again


def test_what_was_withheld_stays_withheld_when_more_come() -> None:
    first = release(1, answers(4, 4), [A], RULES)
    again = release(1, answers(4, 4, 4), [A], RULES, first)
    assert not again.shown
    assert again.late == 1


def test_the_order_of_answers_is_not_kept() -> None:
    assert release(1, answers(5, 1, 3), [A], RULES) == release(1, answers(3, 5, 1), [A], RULES)


def test_the_score_gets_exactly_what_was_released() -> None:
    released = release(1, answers(5, 1, 3), [A], RULES)
    assert marks(released) == {A: [Mark(Source.PEERS, level) for level in (1, 3, 5)]}


def test_a_level_outside_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        Answer({A: 6})


def test_a_mean_over_people_needs_three_who_are_shown() -> None:
    shown = [release(n, answers(3, 4, 5), [A], RULES) for n in (1, 2)]
    hidden = release(3, answers(1, 1), [A], RULES)
    assert overall([*shown, hidden], A, RULES) is None
    third = release(4, answers(5, 5, 5), [A], RULES)
    mean = overall([*shown, hidden, third], A, RULES)
    assert mean is not None
    assert (mean.people, mean.value) == (3, Fraction(320, 3))


@settings(deadline=None)
@given(st.lists(ANSWERS, max_size=7), st.lists(ANSWERS, max_size=3))
def test_no_figure_ever_rests_on_fewer_than_three_or_changes(
    given_: list[Answer], late: list[Answer]
) -> None:
    first = release(1, given_, [A, B], RULES)
    assert all(len(figure.levels) >= 3 for figure in first.figures)
    again = release(1, given_ + late, [A, B], RULES, first)
    assert (again.figures, again.withheld, again.late) == (
        first.figures,
        first.withheld,
        len(late),
    )


# ------------------------------------------------------------------------- the attack


def determined(equations: Iterable[Equation], known: set[Unknown]) -> set[Unknown]:
    """Every unknown that some combination of the equations and the known answers isolates."""
    reduced = [{u: c for u, c in e.items() if u not in known} for e in equations]
    rows: dict[Unknown, Equation] = {}
    for equation in reduced:
        row = _minus(equation, rows)
        if row:
            pivot = min(row)
            row = {u: c / row[pivot] for u, c in row.items()}
            rows = {p: _minus(other, {pivot: row}) for p, other in rows.items()} | {pivot: row}
    return {pivot for pivot, row in rows.items() if len(row) == 1}


def _minus(equation: Equation, rows: dict[Unknown, Equation]) -> Equation:
    row = dict(equation)
    for pivot, other in rows.items():
        if times := row.get(pivot, Fraction()):
            for unknown, coefficient in other.items():
                row[unknown] = row.get(unknown, Fraction()) - times * coefficient
    return {unknown: coefficient for unknown, coefficient in row.items() if coefficient}


def mean_of(unknowns: Sequence[Unknown]) -> Equation:
    return {unknown: Fraction(1, len(unknowns)) for unknown in unknowns}


def mixed(parts: Sequence[Equation], weights: Sequence[int]) -> Equation:
    """A total: the weights of what is missing are shared, as the score does."""
    total = Fraction(sum(weights))
    made: Equation = {}
    for part, weight in zip(parts, weights, strict=True):
        for unknown, coefficient in part.items():
            made[unknown] = made.get(unknown, Fraction()) + coefficient * weight / total
    return made


def behind(released: Release, given: Sequence[Answer], key: str) -> list[Unknown]:
    return [(released.ratee, n, key) for n, answer in enumerate(given) if key in answer.levels]


def looks(released: Release, given: Sequence[Answer]) -> list[Equation]:
    """Everything one employee's screen shows: each figure, and totals in two weightings."""
    figures = [mean_of(behind(released, given, f.indicator)) for f in released.figures]
    weights = [{A: 10, B: 14}[figure.indicator] for figure in released.figures]
    totals = [mixed(figures, weights), mixed(figures, weights[::-1])] if figures else []
    return figures + totals


def whole_office(groups: Sequence[Sequence[Answer]], late: int) -> list[Equation]:
    """All screens before and after late answers, and the means over people."""
    found: list[Equation] = []
    released = [release(n, group, [A, B], RULES) for n, group in enumerate(groups)]
    for one, group in zip(released, groups, strict=True):
        more = [*group, *([Answer({A: 3, B: 3})] * late)]
        after = release(one.ratee, more, [A, B], RULES, one)
        found += looks(one, group) + looks(after, more[: after.answers])
    for key in (A, B):
        if mean := overall(released, key, RULES):
            parts = [
                mean_of(behind(one, group, key))
                for one, group in zip(released, groups, strict=True)
                if key in marks(one)
            ]
            assert len(parts) == mean.people
            found.append(mixed(parts, [1] * len(parts)))
    return found


PATTERNS = [Answer({A: 3, B: 3}), Answer({A: 3}), Answer({B: 3})]
GROUPS = [list(g) for size in range(6) for g in combinations_with_replacement(PATTERNS, size)]


@pytest.mark.parametrize("late", [0, 1, 2])
def test_no_subtraction_isolates_an_answer(late: int) -> None:
    """One employee with every mix of full and partial answers, beside three others.

    The attacker may have answered about everybody: all choices of one own answer each are tried.
    """
    beside = [[PATTERNS[0]] * size for size in (2, 3, 4)]
    for group in GROUPS:
        groups = [group, *beside]
        equations = whole_office(groups, late)
        for own in product(range(-1, len(group)), (-1, 0), (-1, 0)):
            mine = {(r, n, key) for r, n in enumerate(own) for key in (A, B)}
            assert not determined(equations, mine)


def test_the_attacker_finds_what_other_rules_would_give_away() -> None:
    three, four = [PATTERNS[0]] * 3, [PATTERNS[0]] * 4
    released = release(0, three, [A], RULES)
    first, second = (mean_of(behind(released, given, A)) for given in (three, four))
    assert determined([first, second], set()) == {(0, 3, A)}  # shown again when a fourth came
    assert determined([mean_of([(0, 0, A), (0, 1, A)])], {(0, 0, A)}) == {(0, 1, A)}  # two shown
    small = mean_of([(1, 0, A), (1, 1, A)])
    unit = mixed([first, small], [1, 1])
    assert determined([first, unit], {(1, 0, A)}) == {(1, 1, A)}  # hidden, but in the unit's mean


def test_only_unanimity_at_an_end_of_the_scale_can_be_read() -> None:
    """Every world of three answers, seen through the figure as shown and through one's own."""
    worlds = list(product(range(1, 6), repeat=3))

    def seen(world: tuple[int, ...]) -> object:
        return half_up(release(1, answers(*world), [A], RULES).figures[0].value), world[0]

    for world in worlds:
        alike = [other for other in worlds if seen(other) == seen(world)]
        certain = any(len({other[n] for other in alike}) == 1 for n in (1, 2))
        assert certain == (world[1:] in {(1, 1), (5, 5)})
