"""The chain's arithmetic, its codes, and who keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.audit import (
    START,
    BadCode,
    Candidate,
    Fault,
    Row,
    canonical,
    code_of,
    commit,
    holders,
    read_code,
    sealing,
    walk,
    written,
)
from bot.rules.authority import Role
from tests.audit import KEY, chain, entry, erasure

MAC = bytes(range(32))


def test_the_arithmetic_never_changes() -> None:
    """Trails that exist must stay checkable; these values were worked out with openssl."""
    assert commit(b"s" * 16, '{"level": 4}').hex() == (
        "1cb9a4e25fa3ddeaa0f9b71dd4b3e9760a551b0fc26c501886d0b3b10f8d6b15"
    )
    moment = written(datetime(2026, 8, 12, 10, 0, tzinfo=timezone(timedelta(hours=7))))
    assert moment == "2026-08-12 03:00:00.000000"
    sealed = sealing(b"k" * 32)(START, 1, moment, 7, "achievements.rate", "achievement/42", None)
    assert sealed.hex() == "f4f1f565c8378a5b7bae731506f3fef90d62ab251a8fd46513b6ab5c5151a836"
    assert code_of(10482, MAC) == "10482-000G-40R4-0M30-E204"


def test_facts_are_written_alike_whatever_their_order() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a": "é", "b": 1}'


@given(st.integers(1, 10**12), st.binary(min_size=32, max_size=32))
def test_a_code_is_read_as_it_was_made(number: int, mac: bytes) -> None:
    code = code_of(number, mac)
    sloppy = code.lower().replace("0", "o").replace("1", "l")
    digits, _, rest = sloppy.partition("-")
    typed = f" {number} - {rest.replace('-', ' ')} "
    assert read_code(code) == read_code(typed) == (number, code)
    assert digits


@given(st.binary(min_size=32, max_size=32), st.integers(1, 10**6), st.data())
def test_one_wrong_letter_is_noticed(mac: bytes, number: int, data: st.DataObject) -> None:
    code = code_of(number, mac)
    letters = [at for at, letter in enumerate(code) if letter != "-"]
    at = data.draw(st.sampled_from(letters))
    digits = at < code.index("-")
    pool = "0123456789" if digits else "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    wrong = data.draw(st.sampled_from(pool.replace(code[at], "")))
    with pytest.raises(BadCode):
        read_code(code[:at] + wrong + code[at + 1 :])


@pytest.mark.parametrize(
    "typed", ["", "abc", "12", "12-", "12-ABCD", "-ABCD-EFGH-JKMN-PQRS", "12-ABCD-EFGH-JKMN-PQR!"]
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(BadCode):
        read_code(typed)


def test_a_whole_chain_is_found_whole() -> None:
    rows = chain([entry(number) for number in range(1, 21)])
    verdict = walk(KEY, rows, {20: code_of(20, rows[19].mac), 7: code_of(7, rows[6].mac)})
    assert (verdict.entries, verdict.mac, verdict.broken) == (20, rows[19].mac, None)
    assert walk(KEY, []).broken is None


def test_another_key_fits_nothing() -> None:
    assert walk(b"x" * 32, chain([entry(1)])).broken == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("moment", "2026-08-12 03:00:00.000001"),
        ("actor", 8),
        ("actor", None),
        ("actor", "7"),
        ("action", "achievements.reject"),
        ("action", b"achievements.rate"),
        ("about", "achievement/43"),
        ("about", "\udcff"),
        ("commitment", None),
        ("commitment", "text"),
        ("mac", MAC),
        ("mac", "text"),
        ("mac", None),
    ],
)
def test_a_changed_entry_is_found(field: str, value: Any) -> None:
    rows = chain([entry(number) for number in range(1, 6)])
    rows[2] = rows[2]._replace(**{field: value})
    verdict = walk(KEY, rows)
    assert (verdict.broken, verdict.fault) == (3, Fault.CHANGED)


@pytest.mark.parametrize(
    ("field", "value"),
    [("facts", '{"level": 5}'), ("facts", "\udcff"), ("facts", b"x"), ("salt", b"x"), ("salt", 5)],
)
def test_changed_facts_are_found(field: str, value: Any) -> None:
    rows = chain([entry(number) for number in range(1, 6)])
    rows[2] = rows[2]._replace(**{field: value})
    verdict = walk(KEY, rows)
    assert (verdict.broken, verdict.fault) == (3, Fault.FACTS_CHANGED)


def test_facts_given_to_an_entry_without_are_found() -> None:
    rows = chain([entry(1), replace(entry(2), facts=None), entry(3)])
    assert rows[1].commitment is None
    rows[1] = rows[1]._replace(salt=b"s" * 16, facts="{}")
    assert walk(KEY, rows).fault is Fault.FACTS_CHANGED


def test_erased_facts_need_an_erasure_in_the_chain() -> None:
    rows = chain([entry(1), entry(2), entry(3), erasure([2, 3])])
    for number in (2, 3):
        rows[number - 1] = rows[number - 1]._replace(salt=None, facts=None)
    verdict = walk(KEY, rows)
    assert (verdict.broken, verdict.erased) == (None, 2)
    rows[0] = rows[0]._replace(salt=None, facts=None)
    assert (walk(KEY, rows).broken, walk(KEY, rows).fault) == (1, Fault.FACTS_GONE)


def test_an_erasure_that_hides_what_it_erased_accounts_for_nothing() -> None:
    rows = chain([entry(1), erasure([1])])
    rows = [row._replace(salt=None, facts=None) for row in rows]
    assert walk(KEY, rows).broken == 1


def test_what_an_erasure_names_later_is_not_covered() -> None:
    rows = chain([erasure([2]), entry(2)])
    rows[1] = rows[1]._replace(salt=None, facts=None)
    assert walk(KEY, rows).broken == 2


def test_a_cut_end_is_found_by_its_anchor_alone() -> None:
    rows = chain([entry(number) for number in range(1, 11)])
    code = code_of(8, rows[7].mac)
    assert walk(KEY, rows[:7]).broken is None
    verdict = walk(KEY, rows[:7], {8: code})
    assert (verdict.broken, verdict.fault) == (8, Fault.CUT_OFF)


def test_a_chain_written_anew_with_the_key_is_found_by_its_anchor_alone() -> None:
    entries = [entry(number) for number in range(1, 11)]
    rows = chain(entries)
    code = code_of(8, rows[7].mac)
    entries[2] = replace(entries[2], actor=99)
    forged = chain(entries)
    assert walk(KEY, forged).broken is None
    verdict = walk(KEY, forged, {8: code})
    assert (verdict.broken, verdict.fault) == (8, Fault.NOT_AS_ANCHORED)


def test_the_newest_daily_anchor_is_told() -> None:
    entries = [entry(1), replace(entry(2), action="audit.anchor"), entry(3)]
    assert walk(KEY, chain(entries)).anchored == 2


def test_the_walk_takes_rows_one_by_one() -> None:
    rows = chain([entry(number) for number in range(1, 4)])
    assert walk(KEY, iter(rows)).entries == 3
    assert isinstance(rows[0], Row)
    assert written(datetime(2026, 1, 1, tzinfo=UTC)).startswith("2026-01-01 ")


@pytest.mark.parametrize(
    ("people", "kept_by"),
    [
        ([], []),
        ([(1, Role.EVALUATION_TEAM, 1)], []),
        ([(1, Role.HR, 1), (2, Role.HEAD, 1), (3, Role.INSPECTORATE, 1)], [3, 2, 1]),
        ([(1, Role.INSPECTORATE, 1), (2, Role.INSPECTORATE, 1), (3, Role.HEAD, 2)], [1, 3, 2]),
        ([(1, Role.HR, 1), (1, Role.HEAD, 1)], [1]),
        ([(n, Role.HR, n) for n in range(5, 0, -1)], [1, 2, 3]),
    ],
)
def test_three_people_of_different_units_keep_the_anchor(
    people: list[tuple[int, Role, int]], kept_by: list[int]
) -> None:
    assert holders(Candidate(*one) for one in people) == kept_by
