"""The index of a unit: its own services and those under it; who has too few looks upwards."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.surveys.grades import Weight
from bot.rules.surveys.units import Served, UnitIndex, indices, lean
from tests.rules.test_surveys import alike

TREE = {1: None, 2: 1, 3: 1, 4: 2}
EXACT = Weight.EXACT


def found(services: list[Served], *, fewest: int = 1, leans: bool = False, climbs: bool = True,
          parents: dict[int, int | None] | None = None) -> dict[int, UnitIndex]:  # fmt: skip
    tree = parents or TREE
    return indices(tree, services, weight=EXACT, fewest=fewest, leans=leans, climbs=climbs)


def test_a_unit_has_the_answers_of_those_under_it() -> None:
    at = found([Served(4, 7, "jasa", alike(10, 4)), Served(2, 8, "jasa", alike(30, 3))])
    assert at[4] == UnitIndex(4, 10, Decimal("100.00"), Decimal("100.00"))
    assert at[2] == UnitIndex(2, 40, Decimal("81.25"), Decimal("81.25"))
    assert at[1] == UnitIndex(1, 40, Decimal("81.25"), Decimal("81.25"))
    assert at[3] == at[1], "a unit without services has the index of the one above it"


def test_too_few_answers_look_upwards_or_have_none() -> None:
    services = [Served(4, 7, "jasa", alike(29, 4)), Served(3, 8, "jasa", alike(31, 2))]
    at = found(services, fewest=30)
    assert (at[4].unit_id, at[4].answers) == (1, 60)
    assert (at[3].unit_id, at[3].answers) == (3, 31)
    assert set(found(services, fewest=30, climbs=False)) == {1, 3}
    assert found(services, fewest=61) == {}


def test_services_lean_to_their_kind_alone() -> None:
    services = [
        Served(2, 7, "jasa", alike(3, 4)), Served(3, 8, "jasa", alike(300, 3, 3, 2)),
        Served(4, 9, "barang", alike(5, 2, 1)),
    ]  # fmt: skip
    told = lean(services, EXACT)
    assert told[2, 7].index < 100
    assert told[2, 7].services == 2
    assert told[4, 9].index == told[4, 9].own
    at = found(services, leans=True)
    assert at[2].own == Decimal("62.50")
    assert at[2].value < at[2].own


def test_a_service_that_moved_counts_for_both_units() -> None:
    at = found([Served(2, 7, "jasa", alike(5, 4)), Served(3, 7, "jasa", alike(5, 2))])
    assert [str(at[unit].own) for unit in (2, 3, 1)] == ["100.00", "50.00", "75.00"]


def test_units_that_go_round_end() -> None:
    round_: dict[int, int | None] = {1: 2, 2: 1}
    at = found([Served(1, 7, "jasa", alike(5, 4))], parents=round_)
    assert (at[1].answers, at[2].answers) == (5, 5)


levels = st.lists(st.integers(1, 4), min_size=1, max_size=3)
served = st.tuples(st.integers(1, 4), st.integers(1, 60), levels)


@given(st.lists(served, max_size=8), st.booleans(), st.integers(1, 40))
def test_every_unit_lies_between_its_services(
    given_: list[tuple[int, int, list[int]]], leans: bool, fewest: int
) -> None:
    services = [
        Served(unit, number, "jasa", alike(count, *own))
        for number, (unit, count, own) in enumerate(given_)
    ]
    at = found(services, fewest=fewest, leans=leans)
    own = [Decimal(25) * max(own) for _, _, own in given_]
    for one in at.values():
        assert one.answers >= fewest
        assert Decimal(25) <= one.value <= max(own)
