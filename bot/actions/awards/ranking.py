"""Everybody of a scope in the order of the scheme, with what stands in each one's way."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlmodel import Session

from bot.actions import deeds, schemes
from bot.actions.awards import measuring
from bot.actions.awards.eligible import others_of, record_of
from bot.actions.awards.kinds import KIND, kind_of
from bot.actions.awards.measuring import Standing
from bot.actions.refusals import Refused
from bot.rules.awards import (
    QUARTERLY,
    AwardKind,
    AwardRules,
    Candidate,
    Obstacle,
    Points,
    Ranked,
    award_obstacles,
    points,
    rank,
)
from bot.rules.proposals import AGENCY
from bot.texts import words
from storage import employees, units
from storage.awards import rounds
from storage.employees import Employee
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Row:
    """`points` are None where the kind weighs nothing; the score then speaks for itself."""

    employee_id: int
    name: str
    score: Decimal | None
    points: Decimal | None
    place: int | None
    tied: bool
    near: bool
    obstacles: Sequence[Obstacle]


def ranking(session: Session, period: Period, scope_id: int, key: str = KIND) -> list[Row]:
    """Everybody of the scope: ranked people first, then those without a result, by name.

    After a round only whom it put before the panel: others were not voted on.
    """
    assert period.id is not None
    kind = kind_of(session, period, key)
    voted = _voted(session, period, scope_id, key)
    names = {
        person.id or 0: person.name
        for person in _people(session, scope_id)
        if not voted or person.id in voted
    }
    ids = list(names)
    known = measuring.standings(session, period, kind, ids)
    rules = _reachable(kind.rules(schemes.of_period(session, period).awards), known.values())
    weighed = _weighed(session, period, kind, known, voted)
    others = others_of(session, period, kind, ids, rules)
    ranked = rank(_candidates(session, period, known, weighed), rules)
    places = {int(one.candidate.key): one for one in ranked}
    rows = []
    for number in sorted(ids, key=lambda n: places[n].place if n in places else len(ids) + 1):
        record = record_of(number, known.get(number), others)
        obstacles = sorted(award_obstacles(record, rules, schemes.quarter_of(period)))
        rows.append(_row(number, names[number], record.score, places.get(number), obstacles))
    return rows


def row_of(
    session: Session, period: Period, scope_id: int, employee_id: int, key: str = KIND
) -> Row:
    """One person's row; Refused for somebody who is not of the scope."""
    for row in ranking(session, period, scope_id, key):
        if row.employee_id == employee_id:
            return row
    raise Refused(words.not_available(), "not_ranked")


def compared(kind: AwardKind, values: Mapping[int, measuring.Values]) -> dict[int, Points]:
    """Points by person."""
    found = points(kind.criteria, {str(number): each for number, each in values.items()})
    return {int(key): each for key, each in found.items()}


def _voted(session: Session, period: Period, scope_id: int, key: str) -> Mapping[int, str]:
    """The candidates of a round that is over, with their values."""
    round_ = rounds.of_case(session, key, period.id or 0, scope_id)
    if round_ is None or round_.state not in rounds.OVER:
        return {}
    return rounds.entries(session, round_.id or 0)


def _weighed(
    session: Session, period: Period, kind: AwardKind, known: Mapping[int, Standing],
    voted: Mapping[int, str],
) -> dict[int, Points]:  # fmt: skip
    """Points where the kind weighs criteria; with the panel's vote once that is over."""
    if kind == QUARTERLY:
        return {}
    found = measuring.values_of(session, period, kind, known)
    found |= {one: measuring.read(text) for one, text in voted.items() if one in found}
    return compared(kind, found)


def _candidates(
    session: Session, period: Period, known: Mapping[int, Standing], weighed: Mapping[int, Points]
) -> list[Candidate]:
    counted = deeds.count_rated(session, known.keys(), schemes.quarter_of(period))
    return [
        Candidate(
            str(number), one.score, one.hasil_kerja, one.perilaku, counted.get(number, 0),
            weighed[number].total if number in weighed else None,
        )
        for number, one in known.items()
    ]  # fmt: skip


def _row(
    number: int, name: str, score: Decimal | None, at: Ranked | None, obstacles: list[Obstacle]
) -> Row:
    if at is None:
        told = [one for one in obstacles if one is not Obstacle.FEW_RATERS]
        return Row(number, name, score, None, None, False, False, told)
    return Row(
        number, name, score, at.candidate.points, at.place, at.tied, at.near, obstacles
    )  # fmt: skip


def _reachable(rules: AwardRules, known: Collection[Standing]) -> AwardRules:
    """The rules with no more raters demanded than anybody had: while only superiors are asked,
    the missing groups must not keep everybody from the award."""
    most = max((one.raters for one in known), default=1)
    return replace(rules, fewest_raters=min(rules.fewest_raters, most))


def _people(session: Session, scope_id: int) -> Sequence[Employee]:
    if scope_id == AGENCY:
        return employees.in_service(session)
    return employees.in_units(session, units.below(session, scope_id))
