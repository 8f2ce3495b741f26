"""Proposer, decider and winner are three people, whatever roles they hold."""

from __future__ import annotations

import pytest

from bot.rules.proposals import (
    AGENCY,
    Case,
    Conflict,
    conflict_of_decider,
    conflict_of_proposer,
    scopes,
)

CASE = Case(candidate=1, proposers=frozenset({2}), deciders=frozenset({3}))


@pytest.mark.parametrize(
    ("person", "proposing", "deciding"),
    [
        (1, Conflict.CANDIDATE, Conflict.CANDIDATE),
        (2, None, Conflict.PROPOSED),
        (3, Conflict.DECIDED, None),
        (4, None, None),
    ],
)
def test_each_takes_one_part_only(
    person: int, proposing: Conflict | None, deciding: Conflict | None
) -> None:
    assert conflict_of_proposer(CASE, person) is proposing
    assert conflict_of_decider(CASE, person) is deciding


def test_a_grant_for_the_agency_swallows_those_for_units() -> None:
    assert scopes({None, 5}) == (AGENCY,)
    assert scopes({7, 5}) == (5, 7)
    assert scopes(set()) == ()
