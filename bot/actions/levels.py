"""The levels behind a result as it stands, and what would come of others by its own formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from bot.actions import schemes, scores
from bot.rules.achievements import read_marks
from bot.rules.schemes import Source
from bot.rules.scoring import FORMULAS, Mark, Score, with_levels
from storage import corrections, objections
from storage.results import Result

GROUP = Source.SUPERIOR  # whose levels a decision may change: other people's answers stay theirs
Marks = Mapping[str, Sequence[Mark]]


def marks_of(session: Session, result: Result) -> Marks | None:
    """Every mark in a result, with what decisions have put in place of the first ones.

    None when the formula does not make the stored result of them: then nothing may be built on
    them.
    """
    marks: Marks = sent_marks(session, result)
    for _, levels in _decided(session, result):
        marks = with_levels(marks, GROUP, levels)
    return marks if reckon(session, result, marks) == scores.read_parts(result) else None


def sent_marks(session: Session, result: Result) -> dict[str, list[Mark]]:
    """What the raters sent, as results are computed of it."""
    person = result.employee_id
    sent = scores.sent(session, result.period_id, person, person).get(person)
    return sent.marks if sent else {}


def given(marks: Marks) -> dict[str, int]:
    """The level of the superior's group by indicator; the lowest where several rated."""
    found = {key: [m.level for m in own if m.group is GROUP] for key, own in marks.items()}
    return {key: min(levels) for key, levels in found.items() if levels}


def given_before(session: Session, result: Result, edition: int) -> dict[str, int]:
    """The levels that the decision which made this edition found."""
    marks: Marks = sent_marks(session, result)
    for made, levels in _decided(session, result):
        if made < edition:
            marks = with_levels(marks, GROUP, levels)
    return given(marks)


def reckon(session: Session, result: Result, marks: Marks) -> Score:
    """What the result's own scheme and formula make of these marks."""
    return FORMULAS[result.formula](marks, schemes.by_number(session, result.scheme_id))


def changed(session: Session, result: Result, marks: Marks, levels: Mapping[str, int]) -> Score:
    """The score with these levels in place of those of the superior's group."""
    return reckon(session, result, with_levels(marks, GROUP, levels))


def _decided(session: Session, result: Result) -> list[tuple[int, dict[str, int]]]:
    """Edition and levels of all decisions that changed this result, in their order."""
    numbers = (result.id or 0,)
    found = [
        *objections.decided_levels(session, numbers),
        *corrections.decided_levels(session, numbers),
    ]
    ordered = sorted(found, key=lambda one: one[1])
    return [(made, read_marks(levels)) for _, made, levels in ordered]
