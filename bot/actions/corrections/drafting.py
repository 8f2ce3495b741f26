"""A correction that is being written: other levels, what they come to, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import levels, schemes, scores
from bot.actions.corrections.people import case_of, demand, get, result_of
from bot.actions.levels import Line
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.achievements import read_marks, written_marks
from bot.rules.corrections import bar
from bot.rules.schemes import LEVELS
from bot.rules.scoring import Score
from bot.rules.stamps import stamp
from bot.rules.typed import is_small_talk
from bot.screens import Place, place
from bot.texts import words
from bot.texts.corrections import replies as texts
from storage import corrections, employees, results, years
from storage.corrections import Correction

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """What is proposed, with the score before and after; `seen` marks all that is shown.

    `report` is the state of the person's yearly report; empty where there is none.
    """

    correction_id: int
    employee_id: int
    name: str
    year: int
    quarter: int
    lines: Sequence[Line]
    before: Score
    after: Score
    reason: str
    report: str
    page: int
    seen: str

    @property
    def changes(self) -> list[tuple[str, int, int]]:
        return [(one.name, one.level, one.mine) for one in self.lines if one.mine is not None]


def begin(session: Session, me: Me, result_id: int) -> Place:
    """Begin a correction of this result, or go on with mine."""
    result = results.get(session, result_id)
    demand(session, me, "corrections.propose", result.employee_id if result else 0)
    assert result is not None
    case = case_of(session, result)
    if bar(me.employee_id, result.employee_id, case.raters) is not None:
        raise Refused(texts.another(), "rated")
    row = corrections.draft(session, result, me.employee_id, me.now)
    if row.edition != result.edition:
        corrections.write(session, row.id or 0, edition=result.edition, levels="")
    return place("corrections.edit", row.id or 0, 0)


def draft(session: Session, me: Me, correction_id: int, page: int = 0) -> Draft:
    """My draft as it is."""
    return shown(session, my_draft(session, me, correction_id), page)


def choose(session: Session, me: Me, correction_id: int, key: str) -> tuple[Draft, Line]:
    """One indicator, with the levels to choose from."""
    at = draft(session, me, correction_id)
    line = next((one for one in at.lines if one.key == key), None)
    if line is None:
        raise Refused(words.not_available(), "unknown_indicator")
    return at, line


def put(session: Session, me: Me, correction_id: int, key: str, level: int) -> Place:
    """Put this level in the place of the one given; 0 leaves it."""
    _, line = choose(session, me, correction_id, key)
    kept = read_marks(my_draft(session, me, correction_id).levels)
    kept.pop(key, None)
    if level in LEVELS and level != line.level:
        kept[key] = level
    corrections.write(session, correction_id, levels=written_marks(kept))
    return place("corrections.edit", correction_id, 0)


def write_reason(session: Session, me: Me, correction_id: int, text: str) -> Place:
    """Keep why it has to be corrected."""
    my_draft(session, me, correction_id)
    corrections.write(session, correction_id, reason=sentences(text))
    return place("corrections.edit", correction_id, 0)


def shown(session: Session, row: Correction, page: int = 0) -> Draft:
    """A correction that is not decided, against the result as it is now."""
    result = result_of(session, row)
    case = case_of(session, result)
    scheme = schemes.by_number(session, result.scheme_id)
    given, mine = case.basis.given(), read_marks(row.levels)
    order = [indicator for indicator in scheme.indicators if indicator.key in given]
    person = employees.get(session, row.employee_id)
    report = years.of(session, case.period.year, row.employee_id)
    assert person is not None
    return Draft(
        correction_id=row.id or 0,
        employee_id=row.employee_id,
        name=person.name,
        year=case.period.year,
        quarter=case.period.quarter,
        lines=[Line(i.key, i.name, given[i.key], mine.get(i.key)) for i in order],
        before=scores.read_parts(result),
        after=levels.changed(session, result, case.basis, mine),
        reason=row.reason,
        report=report.state if report else "",
        page=page,
        seen=stamp(row.levels, row.reason, row.edition, result.edition),
    )


def sentences(text: str) -> str:
    """A reason in one piece. Raises Refused when it says nothing, or too much."""
    said = " ".join(text.split())
    if is_small_talk(said):
        raise Refused(texts.reason_wanted(), "without_reason")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said


def my_draft(session: Session, me: Me, correction_id: int) -> Correction:
    row = get(session, correction_id)
    demand(session, me, "corrections.propose", row.employee_id)
    if row.state != corrections.DRAFT or row.proposer_id != me.employee_id:
        raise Refused(words.not_available(), "no_draft")
    return row
