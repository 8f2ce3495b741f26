"""Ten thousand ways to tamper with the trail before its last anchor, all of them found."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.rules.audit import START, Row, Verdict, code_of, commit, sealing, walk
from tests.audit import KEY, Entry, chain, entry, erasure

TIMES = 10_000
LENGTH, ANCHORED = 40, 34
NOT_THE_KEY = b"another key of the attacker's own"

ENTRIES = [
    erasure([9]) if number == 20 else replace(entry(number), facts=None)
    if number % 5 == 0
    else entry(number)
    for number in range(1, LENGTH + 1)
]  # fmt: skip
TRUE = [row._replace(salt=None, facts=None) if row.number == 9 else row for row in chain(ENTRIES)]
CODES = {ANCHORED: code_of(ANCHORED, TRUE[ANCHORED - 1].mac)}

Tamper = Callable[[random.Random], list[Row]]


def somewhere(dice: random.Random) -> int:
    """The place of an anchored entry in the list."""
    return dice.randrange(ANCHORED)


def renumbered(rows: list[Row]) -> list[Row]:
    return [row._replace(number=number) for number, row in enumerate(rows, 1)]


def change_a_column(dice: random.Random) -> list[Row]:
    rows, at = list(TRUE), somewhere(dice)
    row = rows[at]
    if row.facts is None:
        parts = ["number", "moment", "actor", "action", "about", "commitment", "mac"]
    else:
        parts = list(Row._fields)
    part = dice.choice(parts)
    old = getattr(row, part)
    if isinstance(old, bytes):
        flip = 1 << dice.randrange(8)
        spot = dice.randrange(len(old))
        new: Any = old[:spot] + bytes([old[spot] ^ flip]) + old[spot + 1 :]
    elif isinstance(old, str):
        spot = dice.randrange(len(old))
        new = old[:spot] + dice.choice("xyz☃") + old[spot + 1 :]
    elif old is None:
        new = dice.choice([0, 1, "1", b"1"])
    else:
        new = dice.choice([old + 1, -old, str(old), None])
    rows[at] = row._replace(**{part: new})
    return rows


def delete_one(dice: random.Random) -> list[Row]:
    at = somewhere(dice)
    rows = TRUE[:at] + TRUE[at + 1 :]
    return renumbered(rows) if dice.random() < 0.5 else rows


def delete_a_stretch(dice: random.Random) -> list[Row]:
    start = somewhere(dice)
    end = dice.randint(start + 1, LENGTH)
    rows = TRUE[:start] + TRUE[end:]
    return renumbered(rows) if dice.random() < 0.5 else rows


def swap_two(dice: random.Random) -> list[Row]:
    rows, one = list(TRUE), somewhere(dice)
    other = dice.choice([at for at in range(LENGTH) if at != one])
    rows[one], rows[other] = rows[other], rows[one]
    return renumbered(rows) if dice.random() < 0.5 else rows


def insert_one(dice: random.Random) -> list[Row]:
    at, source = somewhere(dice), dice.choice(TRUE)
    forged = source._replace(actor=dice.randrange(10**6))
    return renumbered([*TRUE[:at], dice.choice([source, forged]), *TRUE[at:]])


def cut_off(dice: random.Random) -> list[Row]:
    return TRUE[: somewhere(dice)]


def take_facts_away(dice: random.Random) -> list[Row]:
    rows = list(TRUE)
    at = dice.choice([at for at in range(ANCHORED) if rows[at].facts is not None])
    rows[at] = rows[at]._replace(salt=None, facts=None)
    return rows


def change_facts_and_commitment(dice: random.Random) -> list[Row]:
    rows, at = list(TRUE), somewhere(dice)
    salt, facts = dice.randbytes(16), f'{{"level": {dice.randrange(10**6)}}}'
    rows[at] = rows[at]._replace(salt=salt, facts=facts, commitment=commit(salt, facts))
    return rows


def move_facts(dice: random.Random) -> list[Row]:
    rows = list(TRUE)
    with_facts = [at for at in range(ANCHORED) if rows[at].facts is not None]
    one, other = dice.sample(with_facts, 2)
    rows[one] = rows[one]._replace(salt=TRUE[other].salt, facts=TRUE[other].facts)
    rows[other] = rows[other]._replace(salt=TRUE[one].salt, facts=TRUE[one].facts)
    return rows


def chain_anew_without_the_key(dice: random.Random) -> list[Row]:
    at = somewhere(dice)
    return resealed(changed(at, dice), at, NOT_THE_KEY)


def chain_anew_with_the_key(dice: random.Random) -> list[Row]:
    """The operator's own attack: everything fits again, but not what was sent out."""
    at = somewhere(dice)
    rows = resealed(changed(at, dice), at, KEY)
    gone = at + dice.randrange(1, LENGTH - at)
    if dice.random() < 0.5:
        rows = resealed(renumbered(rows[:gone] + rows[gone + 1 :]), at, KEY)
    return rows


def roll_back_and_go_on_with_the_key(dice: random.Random) -> list[Row]:
    """An older copy of the database, to which other entries were added."""
    at = somewhere(dice)
    others: list[Entry] = [entry(10**6 + number) for number in range(LENGTH - at)]
    rows = [*TRUE[:at], *renumbered([*TRUE[:at], *chain(others)])[at:]]
    return resealed(rows, at, KEY)


def changed(at: int, dice: random.Random) -> list[Row]:
    rows = list(TRUE)
    rows[at] = rows[at]._replace(actor=dice.randrange(10**6, 10**7))
    return rows


def resealed(rows: list[Row], start: int, key: bytes) -> list[Row]:
    mac = rows[start - 1].mac if start else START
    seal, done = sealing(key), rows[:start]
    for row in rows[start:]:
        mac = seal(mac, *row[:6])
        done.append(row._replace(mac=mac))
    return done


WAYS: tuple[Tamper, ...] = (
    change_a_column,
    delete_one,
    delete_a_stretch,
    swap_two,
    insert_one,
    cut_off,
    take_facts_away,
    change_facts_and_commitment,
    move_facts,
    chain_anew_without_the_key,
    chain_anew_with_the_key,
    roll_back_and_go_on_with_the_key,
)


def found(rows: list[Row]) -> Verdict:
    assert rows != TRUE, "nothing was tampered with"
    return walk(KEY, rows, CODES)


def test_the_trail_is_whole_before_anybody_touches_it() -> None:
    assert walk(KEY, TRUE, CODES).broken is None
    assert walk(KEY, TRUE, CODES).erased == 1


def test_every_tampering_before_the_last_anchor_is_found() -> None:
    dice = random.Random(20260812)
    tried: Counter[str] = Counter()
    for _ in range(TIMES):
        tamper = dice.choice(WAYS)
        tried[tamper.__name__] += 1
        verdict = found(tamper(dice))
        assert verdict.broken is not None, tamper.__name__
        assert verdict.broken <= ANCHORED, tamper.__name__
    assert sum(tried.values()) == TIMES
    assert len(tried) == len(WAYS)


def test_without_an_anchor_the_key_holder_would_not_be_found() -> None:
    """Why anchors must leave the operators' reach."""
    forged = chain_anew_with_the_key(random.Random(1))
    assert walk(KEY, forged).broken is None
