"""Who may be honoured, why not, and in what order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter

from bot.rules.predikat import Predikat
from bot.rules.quarters import Quarter


class Criterion(StrEnum):
    """What candidates are compared by; the values name fields of Candidate."""

    SCORE = "score"
    HASIL_KERJA = "hasil_kerja"
    PERILAKU = "perilaku"
    ACHIEVEMENTS = "achievements"


class Obstacle(StrEnum):
    NO_RESULT = "no_result"
    LOW_SCORE = "low_score"
    LOW_PREDIKAT = "low_predikat"
    FEW_RATERS = "few_raters"
    EXCLUDED_ROLE = "excluded_role"
    DISCIPLINED = "disciplined"
    OBJECTION_OPEN = "objection_open"
    WON_RECENTLY = "won_recently"


@dataclass(frozen=True, slots=True)
class AwardRules:
    """Part of a scheme, published before the round.

    `quarters_between`: quarters that must lie between two awards (0: may win again at once).
    `near_tie`: a distance in points within which the panel compares pair by pair.
    `quorum`: percent of the panel that must vote. `ranking_list` False: places and points are
    shown to nobody, not even to the evaluation team.
    """

    lowest_score: Decimal = Decimal(100)
    fewest_raters: int = 3
    excluded_roles: frozenset[str] = frozenset({"pimpinan"})
    quarters_between: int = 1
    tie_order: tuple[Criterion, ...] = tuple(Criterion)
    near_tie: Decimal = Decimal(1)
    quorum: int = 60
    ranking_list: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """What the rules need to know about one employee in one quarter.

    `raters` counts people who rated; `disciplined_until` is the last day of a penalty.
    """

    score: Decimal | None
    predikat: Predikat | None
    raters: int
    roles: frozenset[str] = frozenset()
    disciplined_until: date | None = None
    objection_open: bool = False
    last_award: Quarter | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """`points` come first where the kind weighs criteria; None: the tie order alone compares."""

    key: str
    score: Decimal
    hasil_kerja: Decimal
    perilaku: Decimal
    achievements: int
    points: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place, and how it came about.

    `decided_by` separates a candidate from the one above with the same first criterion, `tied`
    shares the place because nothing does, and `near` lies close enough for a closer look.
    """

    place: int
    candidate: Candidate
    decided_by: Criterion | None = None
    tied: bool = False
    near: bool = False


def award_obstacles(record: Record, rules: AwardRules, quarter: Quarter) -> frozenset[Obstacle]:
    """Everything that keeps the employee from the award of `quarter`; empty means eligible."""
    return frozenset(_obstacles(record, rules, quarter))


def rank(candidates: Sequence[Candidate], rules: AwardRules) -> list[Ranked]:
    """Best first by the stated order; equal in all of it share a place, and people decide.

    The answer does not depend on the order in which the candidates come.
    """
    by_key = sorted(candidates, key=attrgetter("key"))
    in_order = sorted(by_key, key=lambda candidate: _measures(candidate, rules), reverse=True)
    ranked: list[Ranked] = []
    for number, candidate in enumerate(in_order, 1):
        above = ranked[-1] if ranked else None
        ranked.append(_placed(number, candidate, above, rules))
        if above and ranked[-1].tied:
            ranked[-2] = Ranked(above.place, above.candidate, above.decided_by, True, above.near)
    return ranked


def _placed(number: int, candidate: Candidate, above: Ranked | None, rules: AwardRules) -> Ranked:
    if above is None:
        return Ranked(number, candidate)
    differing = [
        criterion
        for criterion in rules.tie_order
        if attrgetter(criterion)(candidate) != attrgetter(criterion)(above.candidate)
    ]
    near = abs(_first(above.candidate) - _first(candidate)) <= rules.near_tie
    if candidate.points != above.candidate.points:
        return Ranked(number, candidate, None, False, near)
    if not differing:
        return Ranked(above.place, candidate, above.decided_by, True, near)
    first = candidate.points is None and differing[0] is rules.tie_order[0]
    return Ranked(number, candidate, None if first else differing[0], False, near)


def _first(candidate: Candidate) -> Decimal:
    return candidate.score if candidate.points is None else candidate.points


def _measures(candidate: Candidate, rules: AwardRules) -> list[Decimal]:
    stated = [Decimal(attrgetter(criterion)(candidate)) for criterion in rules.tie_order]
    return stated if candidate.points is None else [candidate.points, *stated]


def _obstacles(record: Record, rules: AwardRules, quarter: Quarter) -> Iterator[Obstacle]:
    if record.score is None or record.predikat is None:
        yield Obstacle.NO_RESULT
    if record.score is not None and record.score < rules.lowest_score:
        yield Obstacle.LOW_SCORE
    if record.predikat not in (None, Predikat.BAIK, Predikat.SANGAT_BAIK):
        yield Obstacle.LOW_PREDIKAT
    if record.raters < rules.fewest_raters:
        yield Obstacle.FEW_RATERS
    if record.roles & rules.excluded_roles:
        yield Obstacle.EXCLUDED_ROLE
    if record.disciplined_until and record.disciplined_until >= quarter.first_day:
        yield Obstacle.DISCIPLINED
    if record.objection_open:
        yield Obstacle.OBJECTION_OPEN
    if record.last_award and record.last_award.plus(rules.quarters_between) >= quarter:
        yield Obstacle.WON_RECENTLY
