"""The reviewer decides, once: keeps the result, or gives other levels with a written reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import levels, publication, schemes, scores
from bot.actions.days import local_day
from bot.actions.levels import Line
from bot.actions.me import Me
from bot.actions.objections import minutes, owing
from bot.actions.objections.drafting import about, sentences
from bot.actions.objections.drafts import indicators_of
from bot.actions.objections.people import Seen, case_of, demanded, limits_of, names
from bot.actions.publication import Correction
from bot.actions.refusals import Refused
from bot.rules.achievements import read_marks, written_marks
from bot.rules.objections import Hindrance, Outcome, State, decision_hindrances
from bot.rules.schemes import LEVELS
from bot.rules.scoring import Score
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.objections import answers as texts
from storage import audit, duties, objections, periods, results
from storage.duties import DutyKind
from storage.results import Result


@dataclass(frozen=True, slots=True)
class Desk:
    """What I am about to decide, with the score before and after; `hindered` says why not yet.

    `lines` are empty where the formula does not make the result again: it can only be kept.
    """

    objection_id: int
    name: str
    year: int
    quarter: int
    today: date
    until: date
    lines: Sequence[Line]
    before: Score
    after: Score
    reason: str
    hindered: frozenset[Hindrance]
    hearing_until: date
    seen: str


def desk(session: Session, me: Me, objection_id: int) -> Desk:
    """Where I put my decision together."""
    return _desk(session, me, _deciding(session, me, objection_id))


def choose(session: Session, me: Me, objection_id: int, key: str) -> tuple[Desk, Line]:
    """One indicator, with the levels that may be put in place of the one given."""
    at = desk(session, me, objection_id)
    line = next((one for one in at.lines if one.key == key), None)
    if line is None:
        raise Refused(words.not_available(), "other_indicator")
    return at, line


def put(session: Session, me: Me, objection_id: int, key: str, level: int) -> Place:
    """Give this indicator another level in my draft; 0 leaves it as it is.

    An objection never makes a result worse: only higher levels can be given.
    """
    _, line = choose(session, me, objection_id, key)
    draft = read_marks(objections.verdict_draft(session, objection_id, me.employee_id).levels)
    draft.pop(key, None)
    if level in higher(line.level):
        draft[key] = level
    kept = written_marks(draft)
    objections.draft_verdict(session, objection_id, me.employee_id, levels=kept)
    return place("objections.decide", objection_id)


def higher(level: int) -> list[int]:
    return [one for one in LEVELS if one > level]


def write_reason(session: Session, me: Me, objection_id: int, text: str) -> Place:
    """Keep why I decide so."""
    _deciding(session, me, objection_id)
    said = sentences(text)
    objections.draft_verdict(session, objection_id, me.employee_id, reason=said)
    return place("objections.decide", objection_id)


def decide(session: Session, me: Me, objection_id: int, seen: str = "") -> Went:
    """Decide as I have `seen` it, finally; a changed result is published again."""
    found = _deciding(session, me, objection_id)
    at = _desk(session, me, found)
    if at.hindered:
        raise Refused(texts.hindrance(min(at.hindered), at.hearing_until), min(at.hindered).value)
    if seen not in ("", at.seen):
        return Went(place("objections.decide", objection_id), words.changed_since())
    given = {one.key: one.mine for one in at.lines if one.mine is not None}
    outcome = Outcome.CHANGED if given else Outcome.UPHELD
    kept, result = written_marks(given), _result(session, found)
    made = result.edition + 1 if given else None
    done = objections.decide(
        session, objection_id, me.employee_id, me.now, outcome, at.reason, kept, made
    )
    if not done:
        raise Refused(texts.over(), "over")
    facts = {"state": State.DECIDED.value, "outcome": outcome.value, "levels": kept}
    audit.record(session, me.now, me.employee_id, "objections.decide", about(objection_id), facts)
    if given:
        correction = Correction(at.after, result.raters, at.reason)
        publication.publish_again(session, me.now, me.employee_id, result.id or 0, correction)
    minutes.issue(session, me, found.row)
    _tell(session, me, found)
    return Went(place("objections.card", objection_id), texts.decided_notice())


def _tell(session: Session, me: Me, found: Seen) -> None:
    row = objections.get(session, found.row.id or 0)
    assert row is not None
    duties.done(
        session, DutyKind.DECIDE_OBJECTION, me.now, period_id=row.period_id,
        about_id=row.employee_id, object_id=row.id or 0,
    )  # fmt: skip
    owing.settle(session, row, me.now)
    for person in dict.fromkeys([row.employee_id, *found.sides.raters]):
        owing.write(session, row, "objections.decided", person, me.now)


def _deciding(session: Session, me: Me, objection_id: int) -> Seen:
    return demanded(session, me, "objections.decide", objection_id)


def _desk(session: Session, me: Me, found: Seen) -> Desk:
    row, result = found.row, _result(session, found)
    period = periods.get(session, row.period_id)
    assert period is not None
    assert row.id is not None
    scheme, basis = schemes.of_period(session, period), levels.basis_of(session, result)
    draft = objections.verdict_draft(session, row.id, me.employee_id)
    before = scores.read_parts(result)
    mine, given = read_marks(draft.levels), basis.given() if basis else {}
    keys = [key for key in indicators_of(row) if key in given]
    lines = [Line(key, scheme.indicator(key).name, given[key], mine.get(key)) for key in keys]
    wanted = {one.key: one.mine for one in lines if one.mine is not None}
    today, limits = local_day(session, row.employee_id, me.now), limits_of(row)
    case = case_of(session, row, me.employee_id)
    return Desk(
        objection_id=row.id,
        name=names(session, [row.employee_id])[row.employee_id],
        year=period.year,
        quarter=period.quarter,
        today=today,
        until=limits.decision_until,
        lines=lines,
        before=before,
        after=before if basis is None else levels.changed(session, result, basis, wanted),
        reason=draft.reason,
        hindered=decision_hindrances(case, me.employee_id, draft.reason, limits, today),
        hearing_until=limits.hearing_until,
        seen=stamp(draft.levels, draft.reason, result.edition),
    )


def _result(session: Session, found: Seen) -> Result:
    result = results.get(session, found.row.result_id)
    assert result is not None
    return result
