"""Both sides are heard: whoever rated explains, and the employee answers, once each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import local_day, unit_of
from bot.actions.holidays import workdays_around
from bot.actions.me import Me
from bot.actions.objections import owing
from bot.actions.objections.drafting import about, sentences
from bot.actions.objections.drafts import indicators_of
from bot.actions.objections.people import Seen, demanded, limits_of, names
from bot.actions.refusals import Refused
from bot.rules.objections import Act, Party, State, after_explanation, may
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.objections import answers as texts
from storage import audit, duties, objections, periods
from storage.duties import DutyKind
from storage.objections import Explanation

OWED = {Party.SUPERIOR: DutyKind.EXPLAIN_OBJECTION, Party.EMPLOYEE: DutyKind.ANSWER_EXPLANATION}


@dataclass(frozen=True, slots=True)
class Word:
    """What I am asked, and what I am about to say; `seen` marks it."""

    objection_id: int
    mine: bool
    name: str
    year: int
    quarter: int
    indicators: Sequence[str]
    reasons: str
    heard: Sequence[tuple[str, str]]
    until: date
    today: date
    draft: str
    seen: str


def word(session: Session, me: Me, objection_id: int) -> Word:
    """The question for my explanation, or for my answer to one."""
    found, mine = _asked(session, me, objection_id)
    row = found.row
    period = periods.get(session, row.period_id)
    assert period is not None
    scheme = schemes.of_period(session, period)
    told = objections.explanations(session, objection_id)
    called = names(session, [row.employee_id, *(one.person_id for one in told)])
    return Word(
        objection_id=objection_id,
        mine=found.party is Party.EMPLOYEE,
        name=called[row.employee_id],
        year=period.year,
        quarter=period.quarter,
        indicators=[scheme.indicator(key).name for key in indicators_of(row)],
        reasons=row.reasons,
        heard=[
            (called[one.person_id], one.said)
            for one in told
            if one.party == Party.SUPERIOR and one.said and one.person_id != me.employee_id
        ],
        until=limits_of(row).hearing_until,
        today=local_day(session, row.employee_id, me.now),
        draft=mine.draft,
        seen=stamp(mine.draft),
    )


def write(session: Session, me: Me, objection_id: int, text: str) -> Place:
    """Keep what I am about to say."""
    _asked(session, me, objection_id)
    objections.draft_word(session, objection_id, me.employee_id, sentences(text))
    return place("objections.telling", objection_id)


def tell(session: Session, me: Me, objection_id: int, seen: str = "") -> Went:
    """Say what I have `seen`, for good."""
    found, mine = _asked(session, me, objection_id)
    if not mine.draft:
        raise Refused(texts.reasons_wanted(), "without_reasons")
    if seen not in ("", stamp(mine.draft)):
        return Went(place("objections.telling", objection_id), words.changed_since())
    return _give(session, me, found, mine.draft)


def nothing(session: Session, me: Me, objection_id: int) -> Went:
    """I have nothing to add to what was explained."""
    found, _ = _asked(session, me, objection_id)
    if found.party is not Party.EMPLOYEE:
        raise Refused(texts.reasons_wanted(), "without_reasons")
    return _give(session, me, found, "")


def to_say(session: Session, me: Me, found: Seen) -> Explanation | None:
    """My word, if it is asked for now: not given, in time, and mine to give.

    The employee answers what was explained, so nothing is asked before somebody has.
    """
    row = found.row
    if Act.EXPLAIN not in may(State(row.state), found.party):
        return None
    told = objections.explanations(session, row.id or 0)
    mine = next((one for one in told if one.person_id == me.employee_id), None)
    late = local_day(session, row.employee_id, me.now) > limits_of(row).hearing_until
    if mine is None or mine.given_at is not None or late:
        return None
    explained = any(one.given_at for one in told if one.party == Party.SUPERIOR)
    return mine if explained or mine.party == Party.SUPERIOR else None


def _asked(session: Session, me: Me, objection_id: int) -> tuple[Seen, Explanation]:
    found = demanded(session, me, "objections.explain", objection_id)
    mine = to_say(session, me, found)
    if mine is None:
        raise Refused(words.not_available(), "not_asked")
    return found, mine


def _give(session: Session, me: Me, found: Seen, text: str) -> Went:
    row = found.row
    assert row.id is not None
    if not objections.say(session, row.id, me.employee_id, text, me.now):
        raise Refused(words.not_available(), "said")
    facts = {"person": me.employee_id, "party": found.party.value}
    audit.record(session, me.now, me.employee_id, "objections.explain", about(row.id), facts)
    duties.done(
        session, OWED[found.party], me.now, owner_id=me.employee_id, period_id=row.period_id,
        about_id=0 if found.party is Party.EMPLOYEE else row.employee_id, object_id=row.id,
    )  # fmt: skip
    if found.party is Party.SUPERIOR:
        unit = unit_of(session, row.employee_id)
        today = local_day(session, row.employee_id, me.now)
        calendar = workdays_around(session, unit.days_per_week, today)
        limits = after_explanation(limits_of(row), today, calendar)
        objections.change(
            session, row.id, hearing_until=limits.hearing_until,
            decision_until=limits.decision_until,
        )  # fmt: skip
        owing.write(session, row, "objections.explained", row.employee_id, me.now)
    fresh = objections.get(session, row.id)
    assert fresh is not None
    owing.settle(session, fresh, me.now)
    return Went(place("objections.card", row.id), texts.said_notice())
