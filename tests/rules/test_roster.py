"""Words of the roster: ranks, zones, roles, circles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import roster
from bot.rules.authority import Role
from bot.rules.nip import NipKind
from bot.rules.roster import RoleAt, Unknown


@pytest.mark.parametrize("written", ["III/a", "III/A", "iiia", "III a", "III-a", "III.a"])
def test_a_rank_may_be_written_in_many_ways(written: str) -> None:
    assert roster.rank(written, NipKind.PNS) == "III/a"


@pytest.mark.parametrize("written", ["", "V/a", "III/e", "III", "IX", "3a", "a"])
def test_what_is_no_rank_of_a_pns(written: str) -> None:
    with pytest.raises(Unknown):
        roster.rank(written, NipKind.PNS)


def test_ranks_of_pppk() -> None:
    assert [roster.rank(one.lower(), NipKind.PPPK) for one in roster.PPPK_RANKS] == list(
        roster.PPPK_RANKS
    )
    assert len(roster.PPPK_RANKS) == 17
    assert len(roster.PNS_RANKS) == 17
    assert roster.rank("", NipKind.PPPK) == ""
    for wrong in ["XVIII", "III/a", "0"]:
        with pytest.raises(Unknown):
            roster.rank(wrong, NipKind.PPPK)


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("WIB", "Asia/Jakarta"),
        ("wita", "Asia/Makassar"),
        ("WIT", "Asia/Jayapura"),
        ("Asia/Pontianak", "Asia/Pontianak"),
        ("", ""),
    ],
)
def test_zones(written: str, zone: str) -> None:
    assert roster.zone(written) == zone


@pytest.mark.parametrize("written", ["WIX", "GMT", "../etc/passwd", "/etc/passwd", "Asia", "\0"])
def test_what_is_no_zone(written: str) -> None:
    with pytest.raises(Unknown):
        roster.zone(written)


def test_roles_with_and_without_a_unit() -> None:
    assert roster.roles("pegawai; Tim Evaluasi ;kepegawaian@Kantor  Makassar;") == {
        RoleAt(Role.EVALUATION_TEAM),
        RoleAt(Role.HR, "Kantor Makassar"),
    }
    assert roster.roles("") == frozenset()
    with pytest.raises(Unknown):
        roster.roles("raja")


def test_circles_are_found_once() -> None:
    above = {"a": "b", "b": "c", "c": "a", "d": "a", "e": "e", "f": None, "g": "missing"}
    assert sorted(map(sorted, roster.loops(above))) == [["a", "b", "c"], ["e"]]


@given(st.dictionaries(st.integers(0, 30).map(str), st.integers(0, 30).map(str) | st.none()))
def test_every_circle_is_one_and_none_is_missed(above: dict[str, str | None]) -> None:
    found = roster.loops(above)
    for circle in found:
        assert [above[one] for one in circle] == [*circle[1:], circle[0]]
    on_circles = {one for circle in found for one in circle}
    for start in above:
        here: str | None = start
        for _ in range(len(above) + 1):
            here = above.get(here) if here is not None else None
        assert here is None or here in on_circles or here not in above
