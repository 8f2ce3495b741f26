"""Handing an objection in, and taking it back while it is undecided."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import unit_of
from bot.actions.holidays import workdays_around
from bot.actions.me import Me
from bot.actions.objections import owing
from bot.actions.objections.drafting import about, mine_of
from bot.actions.objections.drafts import Mine, draft_of, indicators_of
from bot.actions.objections.exhibits import demand_settled, mark_of
from bot.actions.objections.people import demanded, sides_of
from bot.actions.refusals import Refused
from bot.rules.objections import Case, Clocks, Hindrance, Party, State, clocks, filing_hindrances
from bot.rules.typed import is_small_talk
from bot.screens import Went, place
from bot.texts import words
from bot.texts.objections import answers as texts
from storage import audit, objections
from storage.objections import Objection


def file(session: Session, me: Me, objection_id: int, seen: str = "") -> Went:
    """Hand in what I have `seen`; both sides' clocks begin."""
    mine = mine_of(session, me, objection_id)
    row, shown = mine.row, draft_of(session, mine, 0)
    if row.edition != mine.result.edition or seen not in ("", shown.seen):
        objections.write(session, objection_id, edition=mine.result.edition)
        return Went(place("objections.confirm", objection_id), words.changed_since())
    _demand_complete(mine)
    demand_settled(session, objection_id)
    limits = _clocks(session, mine)
    values = {"hearing_until": limits.hearing_until, "decision_until": limits.decision_until}
    if not objections.file(session, objection_id, filed_at=me.now, **values):
        raise Refused(texts.only_once(), "already")
    facts = {
        "employee": me.employee_id, "period": row.period_id, "edition": row.edition,
        "indicators": row.indicators, "exhibits": mark_of(session, objection_id),
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "objections.file", about(objection_id), facts)
    for rater in sides_of(session, row.period_id, row.employee_id).raters:
        objections.ask(session, objection_id, rater, Party.SUPERIOR)
    objections.ask(session, objection_id, me.employee_id, Party.EMPLOYEE)
    owing.settle(session, _fresh(session, objection_id), me.now)
    return Went(place("objections.card", objection_id), texts.filed_notice())


def withdraw(session: Session, me: Me, objection_id: int) -> Went:
    """Take it back while it is undecided; the result is final then."""
    found = demanded(session, me, "objections.withdraw", objection_id)
    if not objections.withdraw(session, objection_id, me.now):
        raise Refused(texts.over(), "over")
    facts = {"state": State.WITHDRAWN.value, "outcome": "", "levels": ""}
    audit.record(
        session, me.now, me.employee_id, "objections.withdraw", about(objection_id), facts
    )
    row = _fresh(session, objection_id)
    owing.settle(session, row, me.now)
    reviewer = owing.reviewing(session, row, found.sides, me.now)
    for person in dict.fromkeys([*found.sides.raters, *reviewer]):
        owing.write(session, row, "objections.withdrawn", person, me.now)
    return Went(place("objections.card", objection_id), texts.withdrawn_notice())


def _demand_complete(mine: Mine) -> None:
    if not indicators_of(mine.row):
        raise Refused(texts.choose_first(), "no_indicator")
    case, at = Case(mine.row.employee_id, frozenset()), mine.standing
    hindrances = set[Hindrance]()
    if at.window is not None:
        hindrances = set(filing_hindrances(case, mine.row.reasons, at.window, at.today))
    if is_small_talk(mine.row.reasons):
        hindrances.add(Hindrance.WITHOUT_REASONS)
    if hindrances:
        raise Refused(texts.reasons_wanted(), min(hindrances).value)


def _clocks(session: Session, mine: Mine) -> Clocks:
    rules = schemes.of_period(session, mine.period).objection
    pinned = replace(rules, days=mine.period.objection_days)
    today = mine.standing.today
    unit = unit_of(session, mine.row.employee_id)
    return clocks(today, pinned, workdays_around(session, unit.days_per_week, today))


def _fresh(session: Session, objection_id: int) -> Objection:
    row = objections.get(session, objection_id)
    assert row is not None
    return row
