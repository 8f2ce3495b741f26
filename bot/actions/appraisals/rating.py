"""Filling the form: one indicator a screen, kept at every tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import deeds, schemes
from bot.actions.achievements.results import Deed
from bot.actions.appraisals.forms import Form, open_form
from bot.actions.expectations.reading import by_indicator, of_person
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.reports import parts
from bot.actions.reports.parts import ResultLine
from bot.rules.appraisals import departs
from bot.rules.schemes import LEVELS, Indicator
from bot.screens import Place, place
from bot.texts import appraisals as texts
from bot.texts import words
from storage import appraisals, audit, reports
from storage.appraisals import Rating
from storage.periods import Period

SHORTEST, LONGEST = 10, 400


@dataclass(frozen=True, slots=True)
class Step:
    """One indicator of the form; `titles` are rated achievements with their level for it.

    `planned` are the planned results that serve it, with what the report says of each.
    """

    number: int
    step: int
    steps: int
    name: str
    indicator: Indicator
    titles: Sequence[tuple[str, int]]
    proposed: int | None
    level: int | None
    planned: Sequence[ResultLine] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """A level that departs from the proposal, and the reason given so far.

    `across`: it was given criterion by criterion.
    """

    number: int
    step: int
    name: str
    indicator: str
    level: int
    proposed: int
    reason: str | None
    across: int = 0


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
        planned=planned_for(session, form.period, form.appraisal.employee_id, asked),
    )


def planned_for(
    session: Session, period: Period, about: int, asked: Indicator
) -> list[ResultLine]:
    """The planned results of this indicator, as the report that was sent has them."""
    report = reports.of(session, period.id or 0, about)
    said = parts.sent(session, period, about, report).results
    known = {one.planned.number: one for one in said}
    served = by_indicator(of_person(session, period, about)).get(asked.key, [])
    return [known.get(one.number) or parts.unreported(one) for one in served]


def rate(session: Session, me: Me, appraisal_id: int, step: int, level: int) -> Place:
    """Keep a level; a departure from the proposal leads to the question why."""
    form, wants_reason = keep(session, me, appraisal_id, step, level)
    if wants_reason:
        return place("appraisals.reason", appraisal_id, step)
    return form.next_open(step)


def keep(session: Session, me: Me, appraisal_id: int, step: int, level: int) -> tuple[Form, bool]:
    """Keep a level; the form as it is then, and whether a reason is still wanted."""
    form = open_form(session, me, appraisal_id)
    asked = form.at(step)
    if level not in LEVELS:
        raise Refused(words.not_available(), "no_such_level")
    take(session, me, form)
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
    departed = departs(form.given[asked.key], form.scheme.departure_gap)
    return form, departed and not rating.reason


def ask_reason(session: Session, me: Me, appraisal_id: int, step: int, across: int = 0) -> Reason:
    """The departure that wants a reason."""
    form = open_form(session, me, appraisal_id)
    asked = form.at(step)
    given = form.ratings.get(asked.key)
    if given is None or given.proposed is None:
        raise Refused(words.not_available(), "no_departure")
    said = (given.level, given.proposed, given.reason)
    return Reason(appraisal_id, step, form.person.name, asked.name, *said, across)


def reason(session: Session, me: Me, appraisal_id: int, step: int, text: str) -> Place:
    """Keep why a level departs from what the achievements propose."""
    return explain(session, me, appraisal_id, step, text).next_open(step)


def explain(session: Session, me: Me, appraisal_id: int, step: int, text: str) -> Form:
    """Keep the reason; the form it stands in."""
    form = open_form(session, me, appraisal_id)
    said = sentence(text)
    take(session, me, form)
    if not appraisals.give_reason(session, appraisal_id, form.at(step).key, said):
        raise Refused(words.not_available(), "not_rated")
    return form


def take(session: Session, me: Me, form: Form, note: str | None = None) -> None:
    """Lock the draft for this transaction; somebody may have sent it a moment ago."""
    if not appraisals.touch(session, form.number, me.employee_id, note):
        raise Refused(texts.already_sent(), "already_sent")


def _deeds(session: Session, form: Form) -> Sequence[Deed]:
    quarter = schemes.quarter_of(form.period)
    return deeds.deeds_of(session, form.appraisal.employee_id, quarter)


def sentence(text: str) -> str:
    """A text fit to be kept. Raises Refused when it is too short or too long."""
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said
