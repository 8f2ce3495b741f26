"""Who really works with whom, and who may never be drawn for whom."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Colleague:
    """One employee as the draw sees them.

    `cap`: the most forms this person may get, `None` for the scheme's load, 0 for somebody who
    cannot be asked at all (long leave). `rated`: whether colleagues are asked about this person.
    """

    key: int
    unit: int
    superior: int | None
    cap: int | None = None
    rated: bool = True


class Bar(StrEnum):
    """Why one person is never asked about another."""

    SELF = "self"
    UNKNOWN = "unknown"
    IN_LINE = "in_line"  # one leads the other, directly or through others
    CONFLICT = "conflict"
    MUTUAL = "mutual"  # each proposed the other; one of both proposals is taken


class Coworkers:
    """The organisation as pools of co-workers: those with the same superior, then the unit."""

    def __init__(
        self, colleagues: Iterable[Colleague], conflicts: Iterable[Collection[int]], seed: str
    ) -> None:
        self.people = {person.key: person for person in sorted(colleagues, key=lambda p: p.key)}
        self.seed = seed
        self._conflicts: dict[int, set[int]] = defaultdict(set)
        for pair in conflicts:
            for one in pair:
                self._conflicts[one].update(other for other in pair if other != one)
        self._above = {key: frozenset(self._leaders(key)) for key in self.people}
        self.pools: dict[tuple[str, int], list[int]] = defaultdict(list)
        for key in self.people:
            for pool in self.pools_of(key):
                self.pools[pool].append(key)

    def pools_of(self, key: int) -> tuple[tuple[str, int], ...]:
        """Nearest first; who has no superior has no team."""
        person = self.people[key]
        unit = ("unit", person.unit)
        return (unit,) if person.superior is None else (("team", person.superior), unit)

    def in_order(self, keys: Iterable[int], *salt: object) -> list[int]:
        """The keys in an order that only the seed and `salt` decide."""
        return sorted(keys, key=lambda key: (self.rank(key, *salt), key))

    def rank(self, key: int, *salt: object) -> bytes:
        said = "\x1f".join(map(str, (self.seed, *salt, key)))
        return hashlib.blake2b(said.encode(), digest_size=8).digest()

    def bar(self, ratee: int, rater: int) -> Bar | None:
        """Why `rater` is never asked about `ratee`; None when nothing forbids it."""
        if ratee == rater:
            return Bar.SELF
        if rater not in self.people:
            return Bar.UNKNOWN
        if rater in self._above[ratee] or ratee in self._above[rater]:
            return Bar.IN_LINE
        return Bar.CONFLICT if rater in self._conflicts.get(ratee, ()) else None

    def around(self, ratee: int) -> Iterator[int]:
        """Everybody of the same team or unit, each once, without asking what bars them."""
        first: set[int] = set()
        for pool in self.pools_of(ratee):
            for key in self.pools[pool]:
                if key not in first:
                    yield key
            first.update(self.pools[pool] if pool[0] == "team" else ())

    def _leaders(self, key: int) -> Iterator[int]:
        seen = {key}
        superior = self.people[key].superior
        while superior is not None and superior not in seen:
            seen.add(superior)
            yield superior
            above = self.people.get(superior)
            superior = above.superior if above else None
