"""Two hands for a signed value, and the levels that a decision puts in place."""

import pytest

from bot.rules.corrections import Bar, bar, leaves_open
from bot.rules.objections import State
from bot.rules.schemes import Source
from bot.rules.scoring import Mark, with_levels

SARI, BUDI, MAYA, RINA = 1, 2, 3, 4


@pytest.mark.parametrize(
    ("person", "proposer", "found"),
    [
        (SARI, None, Bar.EMPLOYEE),
        (SARI, SARI, Bar.EMPLOYEE),
        (BUDI, None, Bar.RATED),
        (BUDI, MAYA, Bar.RATED),
        (MAYA, MAYA, Bar.PROPOSED),
        (MAYA, None, None),
        (RINA, MAYA, None),
    ],
)
def test_who_may_propose_and_who_may_confirm(
    person: int, proposer: int | None, found: Bar | None
) -> None:
    assert bar(person, SARI, {BUDI}, proposer) is found


def test_no_correction_beside_an_objection_that_waits_or_was_decided() -> None:
    states = [None, *State]
    assert {state for state in states if leaves_open(state)} == {
        None, State.DRAFT, State.WITHDRAWN,
    }  # fmt: skip


def test_levels_take_the_place_of_one_groups_and_of_nobody_elses() -> None:
    marks = {
        "mutu": [Mark(Source.SUPERIOR, 3, 60), Mark(Source.SUPERIOR, 4, 32), Mark(Source.TEAM, 2)],
        "jumlah": [Mark(Source.SUPERIOR, 3)],
    }
    found = with_levels(marks, Source.SUPERIOR, {"mutu": 5})
    assert found["mutu"] == [
        Mark(Source.SUPERIOR, 5, 60), Mark(Source.SUPERIOR, 5, 32), Mark(Source.TEAM, 2),
    ]  # fmt: skip
    assert found["jumlah"] == marks["jumlah"]
    assert marks["mutu"][0].level == 3
    for key, group in (("jumlah", Source.TEAM), ("tidak_ada", Source.SUPERIOR)):
        with pytest.raises(KeyError):
            with_levels(marks, group, {key: 5})
