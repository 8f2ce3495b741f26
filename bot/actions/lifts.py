"""What would have changed a result: of the result as it stands, by its own formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import levels, results, schemes
from bot.actions.me import Me
from bot.rules.schemes import Scheme, Thresholds
from bot.rules.scoring import Lifts, Score, lifts
from storage import results as stored
from storage.results import Result


@dataclass(frozen=True, slots=True)
class Card:
    """`found` is None when the result cannot be made again of what the raters sent.

    `fixed` are the names of indicators whose level calibration put in place: those stay.
    """

    period_id: int
    employee_id: int
    year: int
    quarter: int
    score: Score
    names: Mapping[str, str]
    thresholds: Thresholds
    found: Lifts | None
    fixed: Sequence[str] = ()


def card(session: Session, me: Me, period_id: int, employee_id: int) -> Card:
    """For everybody who may read the result."""
    shown = results.card(session, me, period_id, employee_id)
    result = stored.of(session, period_id, employee_id)
    assert result is not None
    scheme = schemes.by_number(session, result.scheme_id)
    basis = levels.basis_of(session, result)
    fixed = [i.name for i in scheme.indicators if basis and i.key in basis.calibrated]
    return Card(
        period_id=period_id,
        employee_id=employee_id,
        year=shown.year,
        quarter=shown.quarter,
        score=shown.score,
        names=shown.names,
        thresholds=shown.thresholds,
        found=_lifts(session, result, scheme, basis) if basis else None,
        fixed=fixed,
    )


def _lifts(session: Session, result: Result, scheme: Scheme, basis: levels.Basis) -> Lifts:
    def reckon(marks: levels.Marks) -> Score:
        return levels.reckon(session, result, levels.Basis(marks, basis.calibrated))

    return lifts(basis.marks, scheme, reckon, levels.GROUP, basis.calibrated)
