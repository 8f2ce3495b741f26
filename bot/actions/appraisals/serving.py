"""Whose superior I am, or was for long enough in a quarter to rate it."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from storage import absences, duties, employees
from storage.duties import DutyKind
from storage.employees import Employee

SERVED = "served"


def officials(session: Session, me: Me) -> tuple[int, ...]:
    """Myself and everybody whose mandate I hold today."""
    held = absences.mandates_held(session, me.employee_id, me.today)
    return (me.employee_id, *(mandate.absent_id for mandate in held))


def demand_served(session: Session, me: Me, action: str, about: int, period_id: int) -> None:
    """Refused unless I lead this person today, or am asked to rate them for that quarter."""
    if not rights.allowed(session, me, action, about):
        bound = about != me.employee_id and official_of(session, me, about, period_id)
        rights.demand(session, me, action, about, SERVED if bound else "")


def official_of(session: Session, me: Me, about: int, period_id: int) -> int:
    """In whose name I rate this person: my own first; 0 when nobody's duty is mine."""
    mine = officials(session, me)
    owners = duties.owners(session, period_id, DutyKind.APPRAISE, about)
    return next((official for official in mine if official in owners), 0)


def led_before(session: Session, me: Me, period_id: int) -> list[Employee]:
    """Whom I am asked to rate for a quarter, wherever they are today; never myself."""
    found = duties.abouts_of(session, period_id, DutyKind.APPRAISE, officials(session, me))
    return list(employees.many(session, sorted(found - {me.employee_id})).values())
