"""A form goes back to its superior with a reason: a draft again, and its result is gone."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import scores
from bot.actions.me import Me
from bot.actions.panel.rounds import forget
from bot.actions.panel.scope import Subject, demand_working, sentence, subject
from bot.actions.refusals import Refused
from bot.rules.schemes import Source
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import panel as texts
from bot.texts import words
from storage import adjustments, appraisals, audit, duties, employees, outbox, returns
from storage.appraisals import Appraisal
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.returns import FormReturn


@dataclass(frozen=True, slots=True)
class Returning:
    """What is about to go back, to whom, and why."""

    return_id: int
    period_id: int
    employee_id: int
    name: str
    superior: str
    reason: str


def ask_return(session: Session, me: Me, period_id: int, employee_id: int) -> Returning:
    """Asks why the form goes back."""
    found = subject(session, me, period_id, employee_id)
    return _returning(session, found, _returnable(session, found), 0, "")


def write_return(session: Session, me: Me, period_id: int, employee_id: int, text: str) -> Place:
    """Keep why, in a draft of mine."""
    found = subject(session, me, period_id, employee_id)
    form = _returnable(session, found)
    number = returns.draft(
        session, form.id or 0, period_id, employee_id, me.employee_id, sentence(text), me.now
    )
    return place("panel.returning", number)


def confirm_return(session: Session, me: Me, return_id: int) -> Returning:
    """The last look before it goes back."""
    one, found = _mine(session, me, return_id)
    return _returning(session, found, _returnable(session, found), return_id, one.reason)


def give_back(session: Session, me: Me, return_id: int, seen: str = "") -> Went:
    """Open the superior's form again. Its result goes; what it was stays in the record."""
    one, found = _mine(session, me, return_id)
    if not still(seen, one.reason):
        return Went(place("panel.returning", return_id), words.changed_since())
    form, result = _returnable(session, found), found.result
    by, total, predikat = form.official_id, result.total, result.predikat
    gone = scores.withdraw(session, found.period, one.employee_id, me.now, me.employee_id)
    if not gone or not returns.carry_out(session, one, (total, predikat), me.now):
        raise Refused(words.changed_since(), "changed")
    forget(session, one.period_id, one.employee_id, me.now)
    facts = {
        "return": return_id, "period": one.period_id, "for": by, "total": total,
        "predikat": predikat,
    }  # fmt: skip
    about = f"appraisal/{one.appraisal_id}"
    audit.record(session, me.now, me.employee_id, "panel.give_back", about, facts)
    _owe_again(session, me, found, return_id)
    there = place("panel.list", one.period_id)
    return Went(there, texts.given_back())


def _owe_again(session: Session, me: Me, found: Subject, return_id: int) -> None:
    """The superior of today owes the rating again, and is written to."""
    person, period = found.person, found.period
    assert period.id is not None
    if person.superior_id is None:
        return
    about = person.id or 0
    duties.owe_again(session, DutyKind.APPRAISE, period.id, [person.superior_id], about_id=about)
    outbox.put(
        session, f"panel.returned/{return_id}", Kind.DECISION, "panel.returned", me.now,
        to=person.superior_id, facts={"return": return_id},
        opens=place("appraisals.form", period.id, about),
    )  # fmt: skip


def _returnable(session: Session, found: Subject) -> Appraisal:
    """The superior's sent form behind the result; Refused when it may not go back."""
    demand_working(found.period)
    period_id, person = found.result.period_id, found.result.employee_id
    living = adjustments.living(session, period_id, person)
    if found.result.edition > 1 or (living and living.state == adjustments.WAITING):
        raise Refused(texts.adjusted_already(), "adjusted")
    for form in appraisals.sent_about(session, period_id, person):
        if form.source == Source.SUPERIOR and form.official_id == found.person.superior_id:
            return form
    raise Refused(texts.no_form(), "no_form")


def _mine(session: Session, me: Me, return_id: int) -> tuple[FormReturn, Subject]:
    one = returns.get(session, return_id)
    about, period_id = (one.employee_id, one.period_id) if one else (0, 0)
    found = subject(session, me, period_id, about)
    if one is None or one.returned_by != me.employee_id or one.state != returns.DRAFT:
        raise Refused(words.not_available(), "foreign_draft")
    return one, found


def _returning(
    session: Session, found: Subject, form: Appraisal, number: int, reason: str
) -> Returning:
    superior = employees.get(session, form.official_id)
    return Returning(
        number,
        found.result.period_id,
        found.result.employee_id,
        found.person.name,
        superior.name if superior else "",
        reason,
    )
