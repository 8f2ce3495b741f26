"""The ledger of hours: everything that a person learned counts through here, and only here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.me import Me
from bot.actions.rights import demand
from bot.rules.trainings.hours import (
    MINUTES,
    PART,
    Hours,
    Part,
    agreement_year,
    calendar_year,
    is_pppk,
    spread,
)
from bot.rules.trainings.needs import TrainingRules
from storage import audit, employees, periods
from storage.trainings import agreements, learning
from storage.trainings.learning import CONFIRMED, REFUSED, Learning


@dataclass(frozen=True, slots=True)
class Ledger:
    """A person's year: `agreed` are the bounds of the year of agreement, for a PPPK.

    `known`: the day of the agreement is on record, else the calendar year stands for it.
    """

    year: int
    hours: Hours
    in_agreement: Hours | None
    agreed: tuple[date, date]
    known: bool
    spread: Mapping[Part, int]
    rows: Sequence[Learning]


def rules_of(session: Session, today: date) -> TrainingRules:
    """Those of the scheme in force."""
    version = periods.scheme_in_force(session, today)
    return schemes.read(version.body).training if version else TrainingRules()


def ledger(session: Session, employee_id: int, today: date, year: int = 0) -> Ledger:
    """What counts for a person in a year (0: this one), and what still waits to be confirmed."""
    day = date(year, 12, 31) if year and year != today.year else today
    rules = rules_of(session, today)
    rows = learning.between(session, employee_id, *calendar_year(day))
    counted = [row for row in rows if row.state == CONFIRMED]
    person = employees.get(session, employee_id)
    assert person is not None
    since = agreements.since(session, [employee_id]).get(employee_id)
    bounds = agreement_year(since, day)
    ceiling = None
    if is_pppk(person.nip):
        learned = learning.minutes_of(session, [employee_id], *bounds).get(employee_id, 0)
        ceiling = Hours(learned, rules.jp * MINUTES, rules.pppk_most * MINUTES)
    return Ledger(
        year=day.year,
        hours=Hours(sum(row.minutes for row in counted), rules.jp * MINUTES),
        in_agreement=ceiling,
        agreed=bounds,
        known=since is not None,
        spread=spread((row.part, row.minutes) for row in counted),
        rows=rows,
    )


def my_ledger(session: Session, me: Me, year: int = 0) -> Ledger:
    """My own year."""
    demand(session, me, "trainings.home", about=me.employee_id)
    return ledger(session, me.employee_id, me.today, year)


def hours_of(
    session: Session, people: Collection[int], today: date, rules: TrainingRules
) -> dict[int, Hours]:
    """The calendar year of many at once."""
    learned = learning.minutes_of(session, people, *calendar_year(today))
    return {one: Hours(learned.get(one, 0), rules.jp * MINUTES) for one in people}


def credit(
    session: Session, source: str, object_id: int, employee_id: int, *, title: str, minutes: int,
    way: str, ended_on: date, now: datetime, by: int | None,
) -> bool:  # fmt: skip
    """Count an event of ours (`source` forum, mentoring …, its number) for a person, once.

    `by` is who confirmed it. Whether it is new.
    """
    row = Learning(
        employee_id=employee_id, source=source, object_id=object_id, title=title, minutes=minutes,
        part=PART[way], way=way, ended_on=ended_on, state=CONFIRMED, written_at=now,
        decided_by=by, decided_at=now,
    )  # fmt: skip
    if not learning.credit(session, row):
        return False
    kept = learning.of_event(session, source, object_id, employee_id)
    assert kept is not None
    record(session, kept, by, now)
    return True


def credit_anew(
    session: Session, source: str, object_id: int, employee_id: int, *, title: str, minutes: int,
    way: str, ended_on: date, now: datetime, by: int,
) -> None:  # fmt: skip
    """Count so many minutes of an event from now on, whatever counted of it before."""
    event = (source, object_id, employee_id)
    if credit(
        session, *event, title=title, minutes=minutes, way=way, ended_on=ended_on, now=now, by=by
    ):
        return
    kept = learning.of_event(session, *event)
    assert kept is not None
    counted = {"minutes": minutes, "decided_by": by, "decided_at": now}
    learning.move(session, kept.id or 0, [CONFIRMED, REFUSED], CONFIRMED, **counted)
    again = learning.get(session, kept.id or 0)
    assert again is not None
    record(session, again, by, now)


def strike(
    session: Session, source: str, object_id: int, employee_id: int, now: datetime, by: int
) -> None:
    """What counted of an event counts no longer."""
    kept = learning.of_event(session, source, object_id, employee_id)
    said = {"decided_by": by, "decided_at": now}
    if kept and learning.move(session, kept.id or 0, [CONFIRMED], REFUSED, **said):
        audit.record(session, now, by, "learning.strike", f"learning/{kept.id}")


def record(session: Session, row: Learning, by: int | None, now: datetime) -> None:
    """Write down that it counts, with what."""
    assert row.ended_on is not None
    facts = {
        "employee": row.employee_id, "minutes": row.minutes, "day": row.ended_on.isoformat(),
    }  # fmt: skip
    audit.record(session, now, by, "learning.credit", f"learning/{row.id}", facts)
