"""Chapters: an office as it was made, some hundred updates, and a look at what is left."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.fuzz.acting import EVERYBODY, POWERLESS, Actors, Json
from tests.fuzz.checking import broken
from tests.fuzz.running import Fuzz

LENGTH = 1250
STRANGERS = 125
LARGEST = 30
OURS = "lease"  # the process holds it by the real clock


@dataclass
class Chapter:
    """What was sent, each batch as text, and what went wrong; both follow from the seed."""

    batches: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def sent(self) -> list[Json]:
        return [update for batch in self.batches for update in json.loads(batch)]


async def chapter(fuzz: Fuzz, seed: str, length: int = LENGTH) -> Chapter:
    """An office as it was made meets so many updates, the first of them from strangers."""
    fuzz.start_over(seed)
    dice, told = random.Random(seed), Chapter()
    await _play(fuzz, Actors(dice, POWERLESS), STRANGERS, told)
    told.wrong = [f"a stranger changed {name}" for name in fuzz.world.effects() if name != OURS]
    people = Actors(dice)
    for part in range(5):
        await _play(fuzz, people, (length - STRANGERS) // 5, told)
        fuzz.clock.advance(minutes=dice.choice((0, 1, 7, 60, 1500)) * (part + 1))
    told.wrong += [*await _answers(fuzz), *fuzz.faults(), *broken(fuzz.world)]
    return told


async def replay(fuzz: Fuzz, updates: Sequence[Json]) -> list[str]:
    """What goes wrong when an office as it was made is sent these, one batch each."""
    fuzz.start_over("replay")
    for update in updates:
        one = copy.deepcopy(update)
        one.setdefault("update_id", fuzz.number())
        await fuzz.feed([one])
    return [*await _answers(fuzz), *fuzz.faults(), *broken(fuzz.world)]


async def _play(fuzz: Fuzz, actors: Actors, count: int, told: Chapter) -> None:
    left = count
    while left > 0:
        size = min(left, actors.dice.randrange(1, LARGEST))
        batch = [actors.next(fuzz.number()) for _ in range(size)]
        told.batches.append(json.dumps(batch))
        await fuzz.feed(batch)
        left -= size


async def _answers(fuzz: Fuzz) -> Sequence[str]:
    """Everybody is still served: whoever says /menu is shown something."""
    before = dict(fuzz.phones.said)
    actors = Actors(random.Random(0))
    await fuzz.feed(
        [{"update_id": fuzz.number(), "message": actors.message(who, text="/menu")}
         for who in EVERYBODY]
    )  # fmt: skip
    silent = [who for who in EVERYBODY if fuzz.phones.said[who] <= before.get(who, 0)]
    return [f"{who} is served no more" for who in silent]
