"""Filling the form: one indicator a screen, kept at every tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import deeds, rights, schemes
from bot.actions.achievements.results import Deed
from bot.actions.appraisals.forms import Form, demand_open, open_form
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.appraisals import departs
from bot.rules.periods import PeriodState
from bot.rules.schemes import LEVELS, Indicator, Source
from bot.screens import Place, place
from bot.texts import appraisals as texts
from bot.texts import words
from storage import appraisals, audit, employees, periods
from storage.appraisals import Rating

SHORTEST, LONGEST = 10, 400
PAGE = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One indicator of the form; `titles` are rated achievements with their level for it."""

    number: int
    step: int
    steps: int
    name: str
    indicator: Indicator
    titles: Sequence[tuple[str, int]]
    proposed: int | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A level that departs from the proposal, and the reason given so far."""

    number: int
    step: int
    name: str
    indicator: str
    level: int
    proposed: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Feedback:
    number: int
    name: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Lines:
    """The indicators to choose one to change from: step, name, level."""

    number: int
    name: str
    lines: Sequence[tuple[int, str, int | None]]
    page: int
    pages: int


def start(session: Session, me: Me, period_id: int, employee_id: int) -> Place:
    """Begin the form about one of mine, or go on where it was left."""
    rights.demand(session, me, "appraisals.rate", about=employee_id)
    person, period = employees.get(session, employee_id), periods.get(session, period_id)
    assert person is not None
    assert person.superior_id is not None
    if period is None or period.state == PeriodState.PLANNED:
        raise Refused(words.not_available(), "unknown_period")
    demand_open(session, me, period, employee_id)
    if appraisals.sent_about(session, period_id, employee_id):
        raise Refused(texts.already_sent(), "already_sent")
    begun = appraisals.begin(
        session, period_id, employee_id, Source.SUPERIOR,
        person.superior_id, me.employee_id, me.now,
    )  # fmt: skip
    assert begun.id is not None
    audit.record(session, me.now, me.employee_id, "appraisals.start", f"appraisal/{begun.id}")
    return open_form(session, me, begun.id).next_open()


def indicator(session: Session, me: Me, appraisal_id: int, step: int) -> Step:
    """One indicator with its anchors, the achievements for it and the level they propose."""
    form = open_form(session, me, appraisal_id)
    asked = form.at(step)
    done = _deeds(session, form)
    given = form.ratings.get(asked.key)
    return Step(
        number=appraisal_id,
        step=step,
        steps=len(form.asked),
        name=form.person.name,
        indicator=asked,
        titles=[(deed.title, deed.levels[asked.key]) for deed in done if asked.key in deed.levels],
        proposed=deeds.proposed(done, asked.key, form.scheme.level_proposal),
        level=given.level if given else None,
    )


def rate(session: Session, me: Me, appraisal_id: int, step: int, level: int) -> Place:
    """Keep a level; a departure from the proposal leads to the question why."""
    form = open_form(session, me, appraisal_id)
    asked = form.at(step)
    if level not in LEVELS:
        raise Refused(words.not_available(), "no_such_level")
    _take(session, me, form)
    proposed = deeds.proposed(_deeds(session, form), asked.key, form.scheme.level_proposal)
    before = form.ratings.get(asked.key)
    same = before is not None and (before.level, before.proposed) == (level, proposed)
    rating = Rating(
        appraisal_id=appraisal_id,
        indicator=asked.key,
        level=level,
        proposed=proposed,
        reason=before.reason if before and same else None,
        at=me.now,
        by_id=me.employee_id,
    )
    appraisals.rate(session, rating)
    facts = {"indicator": asked.key, "level": level}
    audit.record(
        session, me.now, me.employee_id, "appraisals.rate", f"appraisal/{appraisal_id}", facts
    )
    form.ratings[asked.key] = rating
    if departs(form.given[asked.key], form.scheme.departure_gap) and not rating.reason:
        return place("appraisals.reason", appraisal_id, step)
    return form.next_open(step)


def ask_reason(session: Session, me: Me, appraisal_id: int, step: int) -> Reason:
    """The departure that wants a reason."""
    form = open_form(session, me, appraisal_id)
    asked = form.at(step)
    given = form.ratings.get(asked.key)
    if given is None or given.proposed is None:
        raise Refused(words.not_available(), "no_departure")
    return Reason(
        appraisal_id, step, form.person.name, asked.name, given.level, given.proposed, given.reason
    )


def reason(session: Session, me: Me, appraisal_id: int, step: int, text: str) -> Place:
    """Keep why a level departs from what the achievements propose."""
    form = open_form(session, me, appraisal_id)
    said = _sentence(text)
    _take(session, me, form)
    if not appraisals.give_reason(session, appraisal_id, form.at(step).key, said):
        raise Refused(words.not_available(), "not_rated")
    return form.next_open(step)


def ask_feedback(session: Session, me: Me, appraisal_id: int) -> Feedback:
    """The note to the person as it stands."""
    form = open_form(session, me, appraisal_id)
    return Feedback(appraisal_id, form.person.name, form.appraisal.note)


def advise(session: Session, me: Me, appraisal_id: int, text: str) -> Place:
    """Keep my feedback to the person."""
    form = open_form(session, me, appraisal_id)
    _take(session, me, form, _sentence(text))
    return place("appraisals.summary", appraisal_id)


def lines(session: Session, me: Me, appraisal_id: int, page: int = 0) -> Lines:
    """All indicators, to change any one of them."""
    form = open_form(session, me, appraisal_id)
    pages = -(-len(form.asked) // PAGE)
    page = min(max(page, 0), pages - 1)
    shown = [
        (step, i.name, form.ratings[i.key].level if i.key in form.ratings else None)
        for step, i in enumerate(form.asked, 1)
    ]
    some = shown[page * PAGE : (page + 1) * PAGE]
    return Lines(appraisal_id, form.person.name, some, page, pages)


def _take(session: Session, me: Me, form: Form, note: str | None = None) -> None:
    """Lock the draft for this transaction; somebody may have sent it a moment ago."""
    if not appraisals.touch(session, form.number, me.employee_id, note):
        raise Refused(texts.already_sent(), "already_sent")


def _deeds(session: Session, form: Form) -> Sequence[Deed]:
    quarter = schemes.quarter_of(form.period)
    return deeds.deeds_of(session, form.appraisal.employee_id, quarter)


def _sentence(text: str) -> str:
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said
