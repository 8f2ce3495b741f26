"""The levels behind a result as it stands, and what would come of others by its own formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from bot.actions import schemes, scores
from bot.rules.achievements import read_marks
from bot.rules.panel import adjusted, read_levels
from bot.rules.schemes import Source
from bot.rules.scoring import FORMULAS, Mark, Score, with_levels
from storage import adjustments, corrections, objections
from storage.results import Result

GROUP = Source.SUPERIOR  # whose levels a decision may change: other people's answers stay theirs
Marks = Mapping[str, Sequence[Mark]]


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator of the superior's group: the level given, and the one to put in its place."""

    key: str
    name: str
    level: int
    mine: int | None


@dataclass(frozen=True, slots=True)
class Basis:
    """What a result is made of: everybody's marks, and by indicator the levels of calibration.

    A level of calibration stands in the place of what everybody gave on its indicator.
    """

    marks: Marks
    calibrated: Mapping[str, int] = field(default_factory=dict)

    def given(self) -> dict[str, int]:
        """The level that counts by indicator: of calibration, else of the superior's group.

        The lowest where several superiors rated.
        """
        found = {
            key: [m.level for m in own if m.group is GROUP] for key, own in self.marks.items()
        }
        return {key: min(own) for key, own in found.items() if own} | {**self.calibrated}

    def decided(self, levels: Mapping[str, int]) -> Basis:
        """With these levels in the place of those that counted."""
        anew = {key: level for key, level in levels.items() if key in self.calibrated}
        others = {key: level for key, level in levels.items() if key not in anew}
        marks = with_levels(self.marks, GROUP, others)
        return Basis(marks, {**self.calibrated, **anew})


def basis_of(session: Session, result: Result) -> Basis | None:
    """What a result is made of, with everything that was decided on it.

    None when the formula does not make the stored result of it: then nothing may be built on it.
    """
    basis = _until(session, result, result.edition)
    return basis if reckon(session, result, basis) == scores.read_parts(result) else None


def given_before(session: Session, result: Result, edition: int) -> dict[str, int]:
    """The levels that the decision which made this edition found."""
    return _until(session, result, edition - 1).given()


def reckon(session: Session, result: Result, basis: Basis) -> Score:
    """What the result's own scheme and formula make of it."""
    scheme = schemes.by_number(session, result.scheme_id)
    score = FORMULAS[result.formula](basis.marks, scheme)
    return adjusted(score, basis.calibrated, scheme) if basis.calibrated else score


def changed(session: Session, result: Result, basis: Basis, levels: Mapping[str, int]) -> Score:
    """The score with these levels in the place of those that counted."""
    return reckon(session, result, basis.decided(levels))


def _until(session: Session, result: Result, edition: int) -> Basis:
    """As it was in this edition: calibration comes before every other decision."""
    person = result.employee_id
    sent = scores.sent(session, result.period_id, person, person).get(person)
    signed = adjustments.applied(session, result.id or 0)
    calibrated = read_levels(signed.levels) if signed and signed.edition < edition else {}
    basis = Basis(sent.marks if sent else {}, calibrated)
    for made, levels in _decided(session, result):
        if made <= edition:
            basis = basis.decided(levels)
    return basis


def _decided(session: Session, result: Result) -> list[tuple[int, dict[str, int]]]:
    """Edition and levels of all decisions that changed this result, in their order."""
    numbers = (result.id or 0,)
    found = [
        *objections.decided_levels(session, numbers),
        *corrections.decided_levels(session, numbers),
    ]
    ordered = sorted(found, key=lambda one: one[1])
    return [(made, read_marks(levels)) for _, made, levels in ordered]
