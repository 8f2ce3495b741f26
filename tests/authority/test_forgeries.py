"""Forged buttons mean nothing; `FORGERIES=1000000` makes as many as a release asks for."""

from __future__ import annotations

import os
import random
import string
from collections.abc import Callable, Sequence

from bot.actions import buttons
from bot.actions.buttons import Acting, Reading
from bot.screens import Button, Place, Screen
from bot.texts import words
from storage.database import Database
from tests.authority.world import World
from tests.cast import Cast
from tests.conftest import NOW

FORGERIES = int(os.environ.get("FORGERIES", "20000"))
OWNERS = (101, 102, 103)
SIGNS = string.ascii_letters + string.digits + "-_./"
Forge = Callable[[random.Random, Sequence[str]], str]


def flipped(dice: random.Random, real: Sequence[str]) -> str:
    """One bit of a real one."""
    data = dice.choice(real)
    at = dice.randrange(len(data))
    return data[:at] + chr(ord(data[at]) ^ 1 << dice.randrange(7)) + data[at + 1 :]


def cut(dice: random.Random, real: Sequence[str]) -> str:
    data = dice.choice(real)
    return (
        data[: dice.randrange(len(data))] if dice.random() < 0.5 else data[dice.randrange(1, 9) :]
    )


def spliced(dice: random.Random, real: Sequence[str]) -> str:
    """The beginning of one and the end of another."""
    one, other = dice.choice(real), dice.choice(real)
    return one[: dice.randrange(len(one))] + other[dice.randrange(len(other)) :]


def resealed(dice: random.Random, real: Sequence[str]) -> str:
    """Another place or token under a real mark."""
    body, _, mac = dice.choice(real).rpartition(".")
    return f"{body}{dice.choice(SIGNS)}.{mac}" if dice.random() < 0.5 else f"r.home.menu.{mac}"


def random_token(dice: random.Random, _: Sequence[str]) -> str:
    token = "".join(dice.choices(SIGNS[:64], k=22))
    return f"a.{token}.{dice.randrange(8)}.{''.join(dice.choices(SIGNS[:64], k=8))}"


def noise(dice: random.Random, _: Sequence[str]) -> str:
    """Anything a client can send, whole characters or not."""
    return "".join(chr(dice.choice((dice.randrange(128), dice.randrange(0xFFFF)))) for _ in
                   range(dice.randrange(40)))  # fmt: skip


FORGES: tuple[Forge, ...] = (flipped, cut, spliced, resealed, random_token, noise)


def real_ones(database: Database) -> dict[int, list[str]]:
    """Issued buttons of both kinds, by owner."""
    places = [
        Place("home.menu"),
        Place("achievements.card", (42,)),
        Place("forums.people", (7, "coming", 0)),
    ]
    screen = Screen("x", [[Button("x", opens=one), Button("x", does=one)] for one in places])
    with database.transaction() as session:
        drawn = [
            buttons.issue(session, screen, owner, 0, NOW) for owner in OWNERS for _ in "12345"
        ]
    found: dict[int, list[str]] = {owner: [] for owner in OWNERS}
    for number, one in enumerate(drawn):
        found[OWNERS[number // 5]] += [str(key.data) for row in one.rows for key in row]
    return found


def test_no_forgery_means_anything(sqlite: Database) -> None:
    real, key = real_ones(sqlite), sqlite.vault.key("buttons")
    everything = [data for some in real.values() for data in some]
    for owner, some in real.items():
        for data in some:
            assert isinstance(buttons.read(key, data, owner), Reading | Acting)
            assert not any(buttons.read(key, data, other) for other in OWNERS if other != owner)
    dice, accepted = random.Random(FORGERIES), []
    for number in range(FORGERIES):
        forged = FORGES[number % len(FORGES)](dice, everything)
        presser = OWNERS[number % len(OWNERS)]
        if forged not in real[presser] and buttons.read(key, forged, presser) is not None:
            accepted.append(forged)
    assert accepted == []


def test_every_forge_makes_what_was_not_issued(sqlite: Database) -> None:
    everything = [data for some in real_ones(sqlite).values() for data in some]
    for forge in FORGES:
        made = [forge(random.Random(seed), everything) for seed in range(50)]
        assert sum(one not in everything for one in made) > 40


async def test_forgeries_are_politely_refused(cast: Cast, sqlite: Database) -> None:
    real = [data for some in real_ones(sqlite).values() for data in some]
    world = World(cast, sqlite)
    world.keep()
    dice = random.Random(1)
    for number in range(120):
        forged = FORGES[number % len(FORGES)](dice, real)
        if forged in real or not forged.isascii():
            continue
        cast.sari.office.telegram.toasts.clear()
        await cast.sari.taps("", data=forged)
        assert cast.sari.toasts == [words.not_available()], forged
    assert world.effects() == []
