"""The draw while it is being made: who is drawn for whom, and who carries how much."""

from bisect import bisect_left, insort
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from enum import StrEnum

from bot.rules.peers.coworkers import Bar, Coworkers


class Way(StrEnum):
    """How a rater came to a ratee."""

    EMPLOYEE = "employee"
    SUPERIOR = "superior"
    LOT = "lot"


class Loads:
    """Every step keeps the caps and asks `Coworkers.bar`; nothing here depends on input order."""

    def __init__(
        self, field: Coworkers, load: int, standing: Iterable[tuple[int, int, Way]] = ()
    ) -> None:
        self._field = field
        self._standing: dict[int, dict[int, Way]] = defaultdict(dict)
        for ratee, rater, way in standing:
            self._standing[ratee][rater] = way
        self._cap = {k: load if p.cap is None else p.cap for k, p in field.people.items()}
        self.load = dict.fromkeys(field.people, 0)
        self.drawn: dict[int, dict[int, Way]] = defaultdict(dict)
        self._about: dict[int, set[int]] = defaultdict(set)
        self._free: dict[tuple[str, int], dict[int, list[tuple[bytes, int]]]] = defaultdict(dict)
        self._place: dict[int, tuple[bytes, int]] = {}
        for key in field.people:
            self._enter(key)

    def full(self, rater: int) -> bool:
        return self.load[rater] >= self._cap[rater]

    def propose(self, ratee: int, rater: int, way: Way) -> None:
        """Take a proposal unless it is barred, the proposed is full, or it answers another's.

        Of two employees who propose one another, one is asked about the other, not both.
        """
        free = self._fits(ratee, rater) and not self.full(rater)
        if free and self.bar(ratee, rater, way) is None:
            self.add(ratee, rater, way)

    def bar(self, ratee: int, rater: int, way: Way) -> Bar | None:
        """A wish is barred that answers a wish: this rater wished for this ratee and got them."""
        wished = self._standing[rater].get(ratee) or self.drawn[rater].get(ratee)
        return Bar.MUTUAL if way is wished is Way.EMPLOYEE else None

    def mutual(self, ratee: int, rater: int) -> bool:
        """Whether this rater is rated by this ratee."""
        return ratee in self.drawn[rater] or ratee in self._standing[rater]

    def add(self, ratee: int, rater: int, way: Way) -> None:
        self.drawn[ratee][rater] = way
        self._about[rater].add(ratee)
        self._move(rater, 1)

    def remove(self, ratee: int, rater: int) -> None:
        del self.drawn[ratee][rater]
        self._about[rater].remove(ratee)
        self._move(rater, -1)

    def release(self, ratee: int) -> None:
        """Nobody is asked about this person."""
        for rater in list(self.drawn[ratee]):
            self.remove(ratee, rater)

    def give(self, ratee: int) -> bool:
        """One more rater by lot, by moving others if need be; False when no order of moves can."""
        if (rater := self._lightest(ratee)) is not None:
            self.add(ratee, rater, Way.LOT)
            return True
        return self._give_by_moving(ratee)

    def give_freely(self, ratee: int) -> bool:
        """One more rater by lot from those who still may carry one; nobody is moved."""
        if (rater := self._lightest(ratee)) is None:
            return False
        self.add(ratee, rater, Way.LOT)
        return True

    def level(self) -> None:
        """Move lots from the loaded to the light inside a pool until no move levels anything."""
        order = self._field.in_order(self.load, "level")
        moved = 1
        while moved:
            moved = sum(self._lighten(rater) for rater in order)

    def part(self) -> None:
        """Two ratees exchange their raters where that leaves fewer who rate one another."""
        for rater in self._field.in_order(self.load, "part"):
            for ratee in self._lots(rater):
                if self.mutual(ratee, rater):
                    self._exchange(ratee, rater)

    def _exchange(self, ratee: int, rater: int) -> None:
        pool = self._pool(ratee, rater)
        for instead in self._field.around(ratee):
            if not self._better(ratee, rater, instead):
                continue
            for other in self._lots(instead):
                if self._pool(other, instead) == pool and self._better(other, instead, rater):
                    self.remove(other, instead)
                    self._replace(ratee, rater, instead)
                    self.add(other, rater, Way.LOT)
                    return

    def _better(self, ratee: int, rater: int, instead: int) -> bool:
        """Whether this one may rate in the place of the other, from as near, and for no favour."""
        if not self._fits(ratee, instead) or self.mutual(ratee, instead):
            return False
        return self._pool(ratee, instead) == self._pool(ratee, rater)

    def _lighten(self, rater: int) -> bool:
        moved = False
        for ratee in self._lots(rater):
            pool = self._pool(ratee, rater)
            lighter = self._lightest(ratee, pool, self.load[rater] - 1)
            if lighter is None:
                continue
            if self.mutual(ratee, rater) or not self.mutual(ratee, lighter):
                self._replace(ratee, rater, lighter)
                moved = True
        return moved

    def _pool(self, ratee: int, rater: int) -> tuple[str, int]:
        mine, theirs = self._field.pools_of(ratee), self._field.pools_of(rater)
        return next(pool for pool in mine if pool in theirs)

    def _lightest(
        self, ratee: int, only: tuple[str, int] | None = None, below: int | None = None
    ) -> int | None:
        """The least loaded co-worker who is free: of the team first, then of the unit.

        Of each, first those whom this ratee does not rate in turn: who could return a favour.
        """
        for pool in (only,) if only else self._field.pools_of(ratee):
            in_turn: int | None = None
            for load in sorted(self._free[pool]):
                if below is not None and load >= below:
                    break
                for _, rater in self._free[pool][load]:
                    if self._fits(ratee, rater):
                        if not self.mutual(ratee, rater):
                            return rater
                        in_turn = rater if in_turn is None else in_turn
            if in_turn is not None:
                return in_turn
        return None

    def _fits(self, ratee: int, rater: int) -> bool:
        return rater not in self.drawn[ratee] and self._field.bar(ratee, rater) is None

    def _give_by_moving(self, ratee: int) -> bool:
        """Breadth first over those who are full (an augmenting path, Ford and Fulkerson 1956)."""
        wanted: dict[int, tuple[int, int | None]] = {}
        queue = deque(self._want(ratee, None, wanted))
        while queue:
            rater = queue.popleft()
            for other in self._lots(rater):
                if (free := self._lightest(other)) is not None:
                    self._replace(other, rater, free)
                    self._follow(rater, wanted)
                    return True
                queue.extend(self._want(other, rater, wanted))
        return False

    def _want(
        self, ratee: int, instead_of: int | None, wanted: dict[int, tuple[int, int | None]]
    ) -> Iterator[int]:
        for rater in self._field.around(ratee):
            if rater not in wanted and self._fits(ratee, rater):
                wanted[rater] = (ratee, instead_of)
                yield rater

    def _follow(self, freed: int, wanted: dict[int, tuple[int, int | None]]) -> None:
        ratee, instead_of = wanted[freed]
        while instead_of is not None:
            self._replace(ratee, instead_of, freed)
            freed = instead_of
            ratee, instead_of = wanted[freed]
        self.add(ratee, freed, Way.LOT)

    def _lots(self, rater: int) -> list[int]:
        lots = [ratee for ratee in self._about[rater] if self.drawn[ratee][rater] is Way.LOT]
        return self._field.in_order(lots, "lots", rater)

    def _replace(self, ratee: int, rater: int, by: int) -> None:
        self.remove(ratee, rater)
        self.add(ratee, by, Way.LOT)

    def _move(self, rater: int, step: int) -> None:
        self._leave(rater)
        self.load[rater] += step
        self._enter(rater)

    def _enter(self, rater: int) -> None:
        if not self.full(rater):
            load = self.load[rater]
            place = self._place[rater] = (self._field.rank(rater, "load", load), rater)
            for pool in self._field.pools_of(rater):
                insort(self._free[pool].setdefault(load, []), place)

    def _leave(self, rater: int) -> None:
        if not self.full(rater):
            for pool in self._field.pools_of(rater):
                row = self._free[pool][self.load[rater]]
                del row[bisect_left(row, self._place[rater])]
