"""The first person: finds the result, gives other levels and a reason, hands it to a second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.actions import levels, rights, schemes, scores
from bot.actions.corrections.people import case_of, deciders, demand, get, my_units, result_of
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.rules.achievements import is_small_talk, read_marks, written_marks
from bot.rules.corrections import bar
from bot.rules.publication import RELEASED
from bot.rules.schemes import LEVELS
from bot.rules.scoring import Score
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import corrections as texts
from bot.texts import words
from storage import audit, corrections, duties, employees, outbox, results
from storage.corrections import Correction
from storage.duties import DutyKind
from storage.outbox import Kind

LONGEST, QUARTERS = 300, 4


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator of the superior's group: the level given, and the one to put in its place."""

    key: str
    name: str
    level: int
    mine: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is proposed, with the score before and after; `seen` marks all that is shown."""

    correction_id: int
    employee_id: int
    name: str
    year: int
    quarter: int
    lines: Sequence[Line]
    before: Score
    after: Score
    reason: str
    page: int
    seen: str

    @property
    def changes(self) -> list[tuple[str, int, int]]:
        return [(one.name, one.level, one.mine) for one in self.lines if one.mine is not None]


@dataclass(frozen=True, slots=True)
class Results:
    """The published results of one person: number, year, quarter."""

    employee_id: int
    name: str
    items: Sequence[tuple[int, int, int]]


def search(session: Session, me: Me) -> None:
    rights.demand(session, me, "corrections.list")


def find_person(session: Session, me: Me, text: str) -> Place:
    """Search people whose results my role reaches."""
    rights.demand(session, me, "corrections.list")
    ids = [one for one in find(session, text, my_units(session, me)) if one != me.employee_id]
    if not ids:
        raise Refused(texts.nobody(), "nobody_found")
    return place("corrections.found", *ids)


def people(session: Session, me: Me, *ids: int) -> Sequence[Found]:
    rights.demand(session, me, "corrections.list")
    return found(session, ids, my_units(session, me))


def published(session: Session, me: Me, employee_id: int) -> Results:
    """Which results of this person may be looked at for a correction."""
    demand(session, me, "corrections.propose", employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    items = [
        (result.id or 0, period.year, period.quarter)
        for result, period in results.newest_of(session, employee_id, 2 * QUARTERS)
        if period.state in RELEASED
    ]
    return Results(employee_id, person.name, items[:QUARTERS])


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
    return shown(session, _draft(session, me, correction_id), page)


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
    kept = read_marks(_draft(session, me, correction_id).levels)
    kept.pop(key, None)
    if level in LEVELS and level != line.level:
        kept[key] = level
    corrections.write(session, correction_id, levels=written_marks(kept))
    return place("corrections.edit", correction_id, 0)


def write_reason(session: Session, me: Me, correction_id: int, text: str) -> Place:
    """Keep why it has to be corrected."""
    _draft(session, me, correction_id)
    corrections.write(session, correction_id, reason=sentences(text))
    return place("corrections.edit", correction_id, 0)


def propose(session: Session, me: Me, correction_id: int, seen: str = "") -> Went:
    """Hand what I have `seen` to a second person, who is told."""
    row = _draft(session, me, correction_id)
    at = shown(session, row)
    result = result_of(session, row)
    if seen not in ("", at.seen) or row.edition != result.edition:
        corrections.write(session, correction_id, edition=result.edition)
        return Went(place("corrections.edit", correction_id, 0), words.changed_since())
    if not at.changes or not row.reason:
        raise Refused(texts.incomplete(), "incomplete")
    raters = case_of(session, result).raters
    second = deciders(session, row.employee_id, raters, me.employee_id, me.today)
    if not second:
        raise Refused(texts.nobody_else(), "no_decider")
    if not corrections.propose(session, correction_id, me.now):
        raise Refused(texts.waits_already(), "waits_already")
    facts = {"result": row.result_id, "edition": row.edition, "levels": row.levels}
    about = f"correction/{correction_id}"
    audit.record(session, me.now, me.employee_id, "corrections.propose", about, facts)
    due = me.today + timedelta(schemes.by_number(session, result.scheme_id).signing_days)
    for person in second:
        duties.owe(
            session, DutyKind.CONFIRM_CORRECTION, person, me.today, due,
            about_id=row.employee_id, object_id=correction_id,
        )  # fmt: skip
        outbox.put(
            session, f"corrections.proposed/{correction_id}/{person}", Kind.DECISION,
            "corrections.proposed", me.now, to=person, facts={"correction": correction_id},
            opens=place("corrections.card", correction_id),
        )  # fmt: skip
    return Went(place("corrections.card", correction_id), texts.proposed_notice())


def shown(session: Session, row: Correction, page: int = 0) -> Draft:
    """A correction that is not decided, against the result as it is now."""
    result = result_of(session, row)
    case = case_of(session, result)
    scheme = schemes.by_number(session, result.scheme_id)
    given, mine = case.basis.given(), read_marks(row.levels)
    order = [indicator for indicator in scheme.indicators if indicator.key in given]
    person = employees.get(session, row.employee_id)
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


def _draft(session: Session, me: Me, correction_id: int) -> Correction:
    row = get(session, correction_id)
    demand(session, me, "corrections.propose", row.employee_id)
    if row.state != corrections.DRAFT or row.proposer_id != me.employee_id:
        raise Refused(words.not_available(), "no_draft")
    return row
