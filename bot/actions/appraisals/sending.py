"""The form as a whole: what it comes to, what it lacks, and sending it for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.actions import scores, serving
from bot.actions.appraisals.forms import Form, open_form
from bot.actions.appraisals.ratees import ratees
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.appraisals import Lacking, is_low, lacking
from bot.rules.publication import RELEASED
from bot.rules.schemes import Source
from bot.rules.scoring import Score
from bot.rules.stamps import stamp, still
from bot.screens import Went, place
from bot.texts import appraisals as texts
from bot.texts import words
from storage import appraisals, audit, duties, supplements
from storage.duties import DutyKind


@dataclass(frozen=True, slots=True)
class Summary:
    """`lines` are step, name, level and whether a reason stands beside it; by scheme order.

    `seen` marks all that is shown, for the act that sends it.
    """

    number: int
    period_id: int
    employee_id: int
    name: str
    year: int
    quarter: int
    lines: Sequence[tuple[int, str, int | None, bool]]
    names: dict[str, str]
    score: Score
    low: bool
    note: str | None
    left_out: Sequence[str]
    lacking: Lacking
    seen: str
    team: bool = False


def summary(session: Session, me: Me, appraisal_id: int) -> Summary:
    """Everything at a glance before it is sent, with the score these levels come to."""
    form = open_form(session, me, appraisal_id)
    score = _score(form)
    rated, lacks = form.ratings, _lacks(form, score)
    return Summary(
        number=appraisal_id,
        period_id=form.appraisal.period_id,
        employee_id=form.appraisal.employee_id,
        name=form.person.name,
        year=form.period.year,
        quarter=form.period.quarter,
        lines=[
            (step, i.name, rated[i.key].level, bool(rated[i.key].reason))
            if i.key in rated
            else (step, i.name, None, False)
            for step, i in enumerate(form.asked, 1)
        ],
        names={i.key: i.name for i in form.scheme.indicators},
        score=score,
        low=not lacks.levels and is_low(score.total, form.scheme),
        note=form.appraisal.note,
        left_out=[i.name for i in form.left_out],
        lacking=lacks,
        seen=stamp(*form.shown),
        team=form.is_team,
    )


def send(session: Session, me: Me, appraisal_id: int, seen: str = "") -> Went:
    """Make what was `seen` final and keep the result it comes to. Once, whoever else presses."""
    form = open_form(session, me, appraisal_id)
    if not still(seen, *form.shown):
        return Went(place("appraisals.summary", appraisal_id), words.changed_since())
    hand_in(session, me, form, seen)
    there = form.period.id or 0
    if form.is_team:
        return Went(place("appraisals.team", there), texts.sent_notice())
    return Went(place("appraisals.form", there, form.appraisal.employee_id), texts.sent_notice())


def hand_in(session: Session, me: Me, form: Form, seen: str = "") -> None:
    """The same of a form in hand. Raises Refused when it lacks something or is sent already."""
    person = form.appraisal.employee_id
    if not appraisals.send(session, form.number, me.employee_id, me.now):
        raise Refused(texts.already_sent(), "already_sent")
    form = replace(form, ratings=appraisals.ratings(session, form.number))
    if not still(seen, *form.shown):
        raise Refused(words.changed_since(), "changed")
    if _lacks(form, _score(form)):
        raise Refused(texts.incomplete(), "incomplete")
    facts = {"period": form.period.id, "for": form.appraisal.official_id}
    about = f"appraisal/{form.number}"
    said = "appraisals.assess" if form.is_team else "appraisals.send"
    audit.record(session, me.now, me.employee_id, said, about, facts)
    if form.period.state in RELEASED:
        serving.put_days(session, form.period, [person])
        supplements.propose(session, form.appraisal.period_id, person, me.now)
        _finish(session, me, form)
        return
    result = scores.settle(session, form.period, person, me.now, me.employee_id)
    if form.is_team:
        _finish_team(session, me, form)
    elif result is None:
        raise Refused(texts.already_sent(), "already_rated")
    else:
        _finish(session, me, form)


def _finish(session: Session, me: Me, form: Form) -> None:
    """The superior's: what it was owed for is done, and with it what comes before a rating."""
    person, period = form.appraisal.employee_id, form.period
    assert period.id is not None
    duties.done(
        session, DutyKind.APPRAISE, me.now, owner_id=form.appraisal.official_id,
        period_id=period.id, about_id=person,
    )  # fmt: skip
    duties.withdraw(session, DutyKind.REPORT, me.now, period.id, owner_id=person)
    duties.withdraw(session, DutyKind.AGREE, me.now, period.id, about_id=person)


def _finish_team(session: Session, me: Me, form: Form) -> None:
    """A member's: with the last one nothing is owed any more."""
    period_id = form.period.id or 0
    sent = appraisals.own_states(session, period_id, Source.TEAM, [me.employee_id])
    left = {n for n in ratees(session, me, period_id) if sent.get(n) != appraisals.SENT}
    if not left:
        duties.done(session, DutyKind.ASSESS, me.now, owner_id=me.employee_id, period_id=period_id)


def _score(form: Form) -> Score:
    return scores.preview(form.ratings, form.scheme, form.period.formula, form.source)


def _lacks(form: Form, score: Score) -> Lacking:
    note = bool(form.appraisal.note)
    return lacking(form.asked, form.given, form.scheme, score.total, feedback=note)
