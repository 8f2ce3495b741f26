"""Whether a result may be seen by its person yet, and telling those whose turn has come."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.rules.periods import RATED, PeriodState
from bot.rules.results import visible
from bot.screens import place
from storage import employees, outbox, results
from storage.outbox import Kind
from storage.periods import Period


def owed_in(session: Session, unit_id: int) -> list[int]:
    """People of a unit whom a superior in service rates."""
    people = employees.in_units(session, frozenset((unit_id,)))
    superiors = employees.many(session, [p.superior_id for p in people if p.superior_id])
    here = {number for number, one in superiors.items() if one.left_on is None}
    return [p.id for p in people if p.id and p.superior_id in here]


def is_visible(session: Session, period: Period, employee_id: int, unit_id: int) -> bool:
    """By the rule of `bot.rules.results`, on freshly read rows."""
    assert period.id is not None
    sent = results.of(session, period.id, employee_id) is not None
    if not sent or PeriodState(period.state) in RATED:
        return visible(PeriodState(period.state), sent=sent, unit_rated=False)
    owed = owed_in(session, unit_id)
    rated = results.of_people(session, period.id, owed)
    return visible(PeriodState(period.state), sent=sent, unit_rated=rated.keys() >= set(owed))


def tell(session: Session, period: Period, now: datetime, room: int) -> int:
    """Write to at most `room` people that their result can be seen; how many were told."""
    assert period.id is not None
    waiting = results.untold(session, period.id, room)
    if PeriodState(period.state) not in RATED and waiting:
        waiting = _of_rated_units(session, period.id)
    told = 0
    for person in waiting[:room]:
        if results.tell(session, period.id, person, now):
            told += 1
            outbox.put(
                session, f"results.ready/{period.id}/{person}", Kind.DECISION, "results.ready",
                now, to=person, facts={"period": period.id, "employee": person},
                opens=place("results.card", period.id, person),
            )  # fmt: skip
    return told


def _of_rated_units(session: Session, period_id: int) -> list[int]:
    """Everybody with a result in a unit where nobody's rating is outstanding."""
    people = employees.posts(session)
    here = {person.id for person in people}
    rated = results.holders(session, period_id)
    open_units = {
        person.unit_id
        for person in people
        if person.superior_id in here and person.id not in rated
    }
    return [p.id for p in people if p.id in rated and p.unit_id not in open_units]
