"""Whether a result may be seen by its person yet, and who of a unit is rated."""

from __future__ import annotations

from sqlmodel import Session

from bot.rules.periods import PeriodState
from bot.rules.results import visible
from storage import duties, employees, results
from storage.duties import DutyKind
from storage.periods import Period


def owed_in(session: Session, period_id: int, unit_id: int) -> list[int]:
    """People of a unit whom a superior in service rates for a period, not who came after it."""
    people = employees.in_units(session, frozenset((unit_id,)))
    superiors = employees.many(session, [p.superior_id for p in people if p.superior_id])
    here = {number for number, one in superiors.items() if one.left_on is None}
    led = [p.id for p in people if p.id and p.superior_id in here]
    then = duties.concerned(session, period_id, DutyKind.APPRAISE, led)
    return [number for number in led if number in then] if then else led


def is_visible(session: Session, period: Period, employee_id: int) -> bool:
    """By the rule of `bot.rules.results`, on freshly read rows."""
    assert period.id is not None
    sent = results.of(session, period.id, employee_id) is not None
    return visible(PeriodState(period.state), sent=sent)
