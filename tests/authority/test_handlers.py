"""Everybody presses everything, through the real dispatcher: the expectation holds there too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rules.authority import TABLE
from bot.texts import words
from handlers import needs
from handlers.conversations import whole_table
from tests.authority.cases import ME, Case, read
from tests.authority.people import ACTING, ONE_OF_EACH_ROLE, POWERLESS
from tests.authority.pressing import Pressing, may, refusals

CASES = read()
FOR_ANYBODY = {"certificates.check", "surveys.answer"}
"""A paper is anybody's to ask about, a survey anybody's to answer."""
LOSING = [case for case in CASES if case.lost and f"{{{case.lost}}}" in case.where]


def test_every_name_declares_its_right_and_every_right_is_used() -> None:
    whole_table()
    used = {
        right for part in (needs.PEOPLE, needs.GUESTS) for rows in part.values() for right in rows
    }
    assert used - {needs.REFUSED} == TABLE.keys()


def test_a_name_that_declares_nothing_is_refused() -> None:
    table = whole_table()
    door = table.places["home.menu"]
    with pytest.raises(ValueError, match=r"places: new\.door declares no right"):
        needs.declared(replace(table, places={**table.places, "new.door": door}), needs.PEOPLE)


def test_every_name_has_a_case_for_every_right_it_declares() -> None:
    declared = {
        (part, name, right)
        for part, rows in needs.PEOPLE.items()
        for right, names in rows.items()
        for name in names.split()
    }
    cases = {(case.part, case.name, one) for case in CASES for one in (case.right, case.also)}
    assert declared - cases == set()
    assert {one for one in cases - declared if one[2]} == set()


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_everybody_gets_what_the_expectation_says(pressing: Pressing, case: Case) -> None:
    world, watch = pressing.world, pressing.watch
    people = ACTING if case.about != ME or case.whose else ONE_OF_EACH_ROLE
    allowed = [key for key in people if not case.right or may(case, key)]
    demanded: set[str] = set()
    for key in people:
        if key in allowed:
            continue
        said = await pressing.presses(key, case)
        assert said in refusals(case), f"{key} was not refused: {said!r}"
        demanded |= {
            right for *name, right in watch.demanded if tuple(name) == (case.part, case.name)
        }
    assert world.effects() == []
    done = False
    for key in allowed:
        if key == allowed[-1]:
            pressing.reads_english(key)
        said = await pressing.presses(key, case)
        assert said not in refusals(case), f"{key} was refused"
        demanded |= {
            right for *name, right in watch.demanded if tuple(name) == (case.part, case.name)
        }
        done = done or not said
        if said:
            assert world.effects() == [], f"{key} was told {said!r}"
        world.restore()
    assert pressing.left_over() == []
    assert done is case.done
    assert {case.right, case.also} - {""} <= demanded
    assert demanded <= needs.needed(needs.PEOPLE, case.part, case.name) | {"forums.create"}


@pytest.mark.parametrize("case", LOSING, ids=str)
async def test_what_does_not_exist_is_refused_in_the_same_words(
    pressing: Pressing, case: Case
) -> None:
    for key in ("sari", "budi", "wayan", "maya"):
        assert await pressing.presses(key, case, lost=True) in refusals(case), key
    assert pressing.world.effects() == []


@pytest.mark.parametrize("key", POWERLESS)
async def test_who_has_no_active_account_reaches_nothing(pressing: Pressing, key: str) -> None:
    for case in CASES:
        if case.right in FOR_ANYBODY:
            continue
        if case.part in {"places", "acts"}:
            assert await pressing.presses(key, case) == words.not_available(), str(case)
        elif case.part == "typed" and "kode" not in case.said:
            await pressing.presses(key, case)
            assert pressing.watch.reached == []
    assert pressing.world.effects() == []
