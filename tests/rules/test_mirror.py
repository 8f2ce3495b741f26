"""A rater's own mirror: figures by hand, planted habits, and silence where little is known."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.mirror import Deed, Figure, Form, Mirror, Silence, drift, mirror
from bot.rules.quarters import Quarter

Q2 = Quarter(2026, 2)
KEYS = ("a", "b", "c", "d")
FEW, SAME = Silence.TOO_FEW, Silence.NO_DIFFERENCE


def forms(*levels: str) -> list[Form]:
    """`345` is one employee with levels 3, 4 and 5 for a, b and c."""
    return [
        Form(n, {key: int(level) for key, level in zip(KEYS, given_, strict=False)})
        for n, given_ in enumerate(levels)
    ]


def day(number: int) -> date:
    return Q2.first_day + timedelta(number)


def said(figure: Figure) -> str | None:
    return None if figure.value is None else str(figure.value)


@pytest.mark.parametrize(
    ("given_", "mean", "spread", "halo"),
    [
        (("44", "44", "44", "44", "44"), "100.00", "0.00", None),
        (("11", "22", "33", "44", "55"), "80.00", "31.62", "1.00"),
        (("15", "24", "33", "42", "51"), "80.00", "0.00", "-1.00"),
        (("12", "21", "34", "43", "55"), "80.00", "30.00", "0.80"),
        (("14", "24", "34", "44", "54"), "90.00", "15.81", None),
        (("134", "223", "341", "412", "545"), "78.67", "19.66", "0.15"),
    ],
)
def test_figures_by_hand(
    given_: tuple[str, ...], mean: str, spread: str, halo: str | None
) -> None:
    found = mirror(forms(*given_), Q2)
    assert (said(found.mean), said(found.spread), said(found.halo)) == (mean, spread, halo)


def test_all_alike_is_no_difference_rather_than_a_halo() -> None:
    found = mirror(forms("44", "44", "44", "44", "44"), Q2)
    assert found.halo == Figure(None, 5, SAME)


@pytest.mark.parametrize(
    ("employees", "mean", "spread", "halo"),
    [
        (0, FEW, FEW, FEW),
        (2, FEW, FEW, FEW),
        (3, None, FEW, FEW),
        (4, None, FEW, FEW),
        (5, None, None, None),
    ],
)
def test_too_few_to_say(
    employees: int, mean: Silence | None, spread: Silence | None, halo: Silence | None
) -> None:
    found = mirror(forms("12", "33", "45", "21", "54")[:employees], Q2)
    assert (found.mean.silence, found.spread.silence, found.halo.silence) == (mean, spread, halo)
    assert {found.mean.rests_on, found.spread.rests_on, found.halo.rests_on} == {employees}
    assert all((f.value is None) == (f.silence is not None) for f in (found.mean, found.halo))


def test_a_pair_seen_too_rarely_is_no_part_of_the_halo() -> None:
    """Only a and b were given to five; c, given to two, runs against both."""
    some = [*forms("11", "22", "33"), *forms("441", "552")]
    apart = [Form(n, form.levels) for n, form in enumerate(some)]
    assert said(mirror(apart, Q2).halo) == "1.00"


def dated(levels: str, *days: int) -> dict[str, object]:
    given_ = {key: int(level) for key, level in zip(KEYS, levels, strict=False)}
    deeds = tuple(Deed(key, day(n)) for key, n in zip(KEYS, days, strict=False))
    return {"levels": given_, "deeds": deeds}


def several(*given_: dict[str, object]) -> list[Form]:
    return [Form(n, **one) for n, one in enumerate(given_)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "value", "rests_on"),
    [
        (dated("35", 10, 80), "1.00", 10),
        (dated("53", 10, 80), "-1.00", 10),
        (dated("44", 10, 80), None, 10),
        (dated("35", 40, 40), None, 10),
        (dated("35", 10), None, 0),
        (dated("3535", 10, 20, 30, 40), "0.45", 20),
    ],
)
def test_recency(one: dict[str, object], value: str | None, rests_on: int) -> None:
    found = mirror(several(*[one] * 5), Q2).recency
    assert (said(found), found.rests_on) == (value, rests_on)


def test_a_good_employee_who_worked_late_is_no_recency() -> None:
    """Within each employee early and late are rated alike; only between them they differ."""
    early, late = dated("22", 5, 15), dated("55", 70, 80)
    assert mirror(several(*[early, late] * 3), Q2).recency == Figure(None, 12, SAME)


def test_achievements_outside_the_quarter_or_without_level_do_not_count() -> None:
    outside = Form(
        1, {"a": 3, "b": 4}, (Deed("a", day(-1)), Deed("b", day(91)), Deed("z", day(5)))
    )
    found = mirror([outside], Q2)
    assert found.recency.rests_on == 0
    assert found.late.rests_on == 1


@pytest.mark.parametrize(
    ("days", "late"),
    [
        ((0, 10, 20, 30, 69), "0.00"),
        ((0, 10, 20, 30, 70), "20.00"),
        ((70, 75, 80, 85, 90), "100.00"),
        ((0, 0, 90, 0, 0, 0), "16.67"),
        ((90, 90, 90, 90), None),
    ],
)
def test_the_share_of_the_last_three_weeks(days: tuple[int, ...], late: str | None) -> None:
    form = Form(1, {"a": 4}, tuple(Deed("a", day(n)) for n in days))
    assert said(mirror([form], Q2).late) == late


@pytest.mark.parametrize(
    ("now", "before", "moved"),
    [
        (Figure(Decimal("98.50"), 9), Figure(Decimal("91.25"), 7), Figure(Decimal("7.25"), 7)),
        (Figure(Decimal("98.50"), 9), Figure(None, 2, FEW), Figure(None, 2, FEW)),
        (Figure(None, 0, FEW), Figure(Decimal("91.25"), 7), Figure(None, 0, FEW)),
    ],
)
def test_drift(now: Figure, before: Figure, moved: Figure) -> None:
    assert drift(now, before) == moved


def habit(seed: int, halo: float, recency: float) -> Mirror:
    """A rater of forty: each level from the one impression, the indicator itself and lateness."""
    rng = random.Random(seed)
    made = []
    for ratee in range(40):
        impression = rng.gauss(0, 1)
        levels, deeds = {}, []
        for key in KEYS:
            when = rng.randint(0, 90)
            deeds.append(Deed(key, day(when)))
            seen = halo * impression + (1 - halo) * rng.gauss(0, 1) + recency * (when - 45) / 26
            levels[key] = max(1, min(5, round(3 + seen)))
        made.append(Form(ratee, levels, tuple(deeds)))
    return mirror(made, Q2)


@pytest.mark.parametrize("seed", range(5))
def test_planted_habits_are_seen(seed: int) -> None:
    plain, haloed, recent = habit(seed, 0, 0), habit(seed, 0.8, 0), habit(seed, 0, 1)
    assert abs(float(plain.halo.value or 0)) < 0.25
    assert float(haloed.halo.value or 0) > 0.6
    assert abs(float(plain.recency.value or 0)) < 0.25
    assert float(recent.recency.value or 0) > 0.5


def test_two_forms_about_one_employee_are_refused() -> None:
    with pytest.raises(ValueError, match="one form"):
        mirror([*forms("12"), *forms("34")], Q2)


@pytest.mark.parametrize("levels", [{}, {"a": 0}, {"a": 6}])
def test_forms_that_cannot_be(levels: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="level"):
        Form(1, levels)


FORMS = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(KEYS), st.integers(1, 5), min_size=1),
        st.lists(st.builds(Deed, st.sampled_from(KEYS), st.integers(-5, 95).map(day)), max_size=5),
    ),
    max_size=12,
).map(lambda given_: [Form(n, levels, tuple(d)) for n, (levels, d) in enumerate(given_)])


@settings(deadline=None)
@given(FORMS, st.randoms(use_true_random=False))
def test_figures_stay_in_their_bounds_in_any_order(given_: list[Form], rng: random.Random) -> None:
    found = mirror(given_, Q2)
    assert mirror(rng.sample(given_, len(given_)), Q2) == found
    bounds = {"mean": (40, 120), "spread": (0, 57), "halo": (-1, 1), "recency": (-1, 1)}
    for name, (least, most) in {**bounds, "late": (0, 100)}.items():
        figure: Figure = getattr(found, name)
        assert (figure.value is None) is (figure.silence is not None)
        assert figure.value is None or least <= figure.value <= most
