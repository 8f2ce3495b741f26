"""The draw of colleagues for a whole organisation: one proposed by each side, the rest by lot."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.peers.coworkers import Bar, Colleague, Coworkers
from bot.rules.peers.loads import Loads, Way
from bot.rules.schemes import PeerRules


class Shortness(StrEnum):
    """Why somebody has too few colleagues who can be asked."""

    FEW_COWORKERS = "few_coworkers"
    CONFLICTS = "conflicts"
    LOAD = "load"  # enough are there, but they carry all they may


@dataclass(frozen=True, slots=True)
class Drawn:
    ratee: int
    rater: int
    way: Way


@dataclass(frozen=True, slots=True)
class Short:
    """Nobody is asked about `ratee`: fewer than the scheme's fewest could be, `reason` says why.

    A result from so few could never be shown, so nobody is troubled for it.
    """

    ratee: int
    reason: Shortness


@dataclass(frozen=True, slots=True)
class Declined:
    """A proposal that could not be taken; `bar` None: the proposed carries all they may."""

    ratee: int
    proposed: int
    by: Way
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Draw:
    """Sorted by ratee and rater. The same `seed` over the same facts gives the same draw."""

    seed: str
    drawn: tuple[Drawn, ...]
    short: tuple[Short, ...]
    declined: tuple[Declined, ...]


def draw(
    colleagues: Iterable[Colleague],
    rules: PeerRules,
    seed: str,
    *,
    conflicts: Iterable[Collection[int]] = (),
    by_employee: Mapping[int, int] | None = None,
    by_superior: Mapping[int, int] | None = None,
    standing: Iterable[tuple[int, int, Way]] = (),
) -> Draw:
    """Who is asked about whom, for the whole organisation at once.

    Everybody who is rated gets the proposal of the employee and of the superior (anybody of the
    organisation who is not barred and not full), then lots among real co-workers: those under the
    same superior first, then those of the same unit, always the least loaded. Nobody is asked
    beyond their cap, about themselves, up or down their line, or across a conflict (`conflicts`:
    pairs of keys). First everybody gets `rules.fewest`, moving lots where that helps, so that
    somebody is short only when no draw that keeps the proposals could serve them beside those
    already served; then as many as `rules.most`.

    Of two employees who propose one another one proposal is taken; a lot makes two people rate one
    another only where nobody else of the team, else of the unit, is free. `standing` are ratee,
    rater and way of former draws of the quarter, which count for that. `seed` is any recorded
    text; the order of the input plays no part. Opinions of peers may count for behaviour:
    PP 30/2019 art. 41.
    """
    field = Coworkers(colleagues, conflicts, seed)
    loads = Loads(field, rules.load, standing)
    ratees = [key for key, person in field.people.items() if person.rated]
    proposals = [
        (way, ratee, proposed[ratee])
        for way, proposed in ((Way.EMPLOYEE, by_employee or {}), (Way.SUPERIOR, by_superior or {}))
        for ratee in field.in_order(ratees, "proposal", way)
        if ratee in proposed
    ]
    for way, ratee, proposed in proposals:
        loads.propose(ratee, proposed, way)
    served = _serve(field, loads, ratees, rules.fewest)
    for number in range(rules.fewest, rules.most):
        for ratee in field.in_order(served, "more", number):
            if len(loads.drawn[ratee]) == number:
                loads.give_freely(ratee)
    loads.level()
    loads.part()
    drawn = [Drawn(r, by, way) for r in served for by, way in loads.drawn[r].items()]
    declined = [
        Declined(
            ratee, proposed, way, field.bar(ratee, proposed) or loads.bar(ratee, proposed, way)
        )
        for way, ratee, proposed in proposals
        if ratee in served and proposed not in loads.drawn[ratee]
    ]
    return Draw(
        seed,
        tuple(sorted(drawn, key=lambda one: (one.ratee, one.rater))),
        tuple(Short(r, _shortness(field, r, rules.fewest)) for r in ratees if r not in served),
        tuple(sorted(declined, key=lambda one: (one.ratee, one.by))),
    )


def _serve(field: Coworkers, loads: Loads, ratees: list[int], fewest: int) -> set[int]:
    """All or nothing: who cannot get the fewest gives back what they had, for others to use."""
    waiting = set(ratees)
    for number in range(fewest):
        for ratee in field.in_order(waiting, "first", number):
            if len(loads.drawn[ratee]) == number and not loads.give(ratee):
                loads.release(ratee)
                waiting.remove(ratee)
    lost = set(ratees) - waiting
    again = True
    while again:
        again = False
        for ratee in field.in_order(lost, "again"):
            if _fill(loads, ratee, fewest):
                lost.remove(ratee)
                again = True
    return set(ratees) - lost


def _fill(loads: Loads, ratee: int, fewest: int) -> bool:
    while len(loads.drawn[ratee]) < fewest:
        if not loads.give(ratee):
            loads.release(ratee)
            return False
    return True


def _shortness(field: Coworkers, ratee: int, fewest: int) -> Shortness:
    free = conflicting = 0
    for rater in field.around(ratee):
        bar = field.bar(ratee, rater)
        free += bar is None
        conflicting += bar is Bar.CONFLICT
        if free >= fewest:
            return Shortness.LOAD
    enough = free + conflicting >= fewest
    return Shortness.CONFLICTS if enough else Shortness.FEW_COWORKERS
