"""Rounds of views: which one counts, beginning one, and asking again when a result has changed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import agency_days
from bot.actions.panel.scope import Subject, voters
from bot.actions.refusals import Refused
from bot.screens import place
from bot.texts import words
from storage import adjustments, audit, duties, employees, outbox, outdated, sittings
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.periods import Period
from storage.results import Result
from storage.sittings import Sitting


def current(session: Session, result: Result) -> Sitting | None:
    """The last round about this person, unless it was about other numbers than these."""
    newest = sittings.newest(session, result.period_id, result.employee_id)
    if newest is None or newest.state == sittings.VOID:
        return None
    stale = newest.seen not in ("", sittings.seen_of(result)) and result.edition == 1
    return None if stale else newest


def begin(
    session: Session, found: Subject, by: int | None, now: datetime, *, second: bool = False
) -> Sitting:
    """A round with a duty for everybody who has a view in it; a letter where it is not the first.

    Refused when somebody began one a moment ago.
    """
    period, person = found.period, found.person
    days = schemes.of_period(session, period).view_days
    today = agency_days(session, now).last
    due = max(today, min(today + timedelta(days), period.calibrate_until))
    sitting = sittings.begin(
        session,
        period.id or 0,
        person.id or 0,
        second=second,
        by=by,
        now=now,
        due_on=due,
        seen=sittings.seen_of(found.result),
    )
    if sitting is None or sitting.id is None:
        raise Refused(words.changed_since(), "begun_already")
    facts = {"period": period.id, "employee": person.id, "second": second}
    audit.record(session, now, by, "panel.sit", f"sitting/{sitting.id}", facts)
    for member in sorted(voters(session, person, today)):
        duties.owe(
            session, DutyKind.VIEW, member, today, due, period_id=sitting.period_id,
            about_id=sitting.employee_id, object_id=sitting.id,
        )  # fmt: skip
        if sitting.number > 1:
            _write(session, sitting, member, now)
    return sitting


def ask_changed(session: Session, period: Period, now: datetime) -> None:
    """Ask again for the views on every result that has changed since, or was given back and sent.

    Not while an adjustment waits for its head: nobody could say anything.
    """
    assert period.id is not None
    for stale, result in outdated.sittings(session, period.id):
        living = adjustments.living(session, period.id, stale.employee_id)
        person = employees.get(session, stale.employee_id)
        if person is not None and not (living and living.state == adjustments.WAITING):
            found = Subject(period, person, result)
            if stale.state == sittings.VOID:
                begin(session, found, None, now)
            else:
                ask_again(session, found, stale, now)


def ask_again(session: Session, found: Subject, stale: Sitting, now: datetime) -> Sitting:
    """A new round in the place of one about other numbers; what was said in that is kept."""
    forget(session, stale.period_id, stale.employee_id, now)
    audit.record(session, now, None, "panel.outdated", f"sitting/{stale.id}")
    return begin(session, found, None, now)


def forget(session: Session, period_id: int, employee_id: int, now: datetime) -> None:
    """What was thought of a result that is gone counts no more; nobody owes a view on it."""
    newest = sittings.newest(session, period_id, employee_id)
    if newest is not None and newest.id is not None:
        sittings.make_void(session, newest.id, now)
        settle_duties(session, newest, now)


def settle_duties(session: Session, sitting: Sitting, now: datetime) -> None:
    """Whoever has not said a word owes none any more."""
    duties.withdraw(session, DutyKind.VIEW, now, sitting.period_id, object_id=sitting.id)


def _write(session: Session, sitting: Sitting, member: int, now: datetime) -> None:
    outbox.put(
        session, f"panel.again/{sitting.id}/{member}", Kind.REMINDER, "panel.again", now,
        to=member, facts={"sitting": sitting.id},
        opens=place("panel.person", sitting.period_id, sitting.employee_id),
    )  # fmt: skip
