"""One change of a superior or a unit: whether it may be, how it is noted and put in force."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from bot.actions.desk.effects import circle
from bot.actions.desk.shifting import apply
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.texts import words
from bot.texts.desk import answers
from bot.texts.desk import moving as texts
from storage import audit, employees, units
from storage import moves as stored
from storage.moves import Move, What


def hold(session: Session, me: Me, employee_id: int, what: str, after: int) -> employees.Employee:
    """The person as nobody else changes them until this transaction ends. Raises Refused."""
    employed(session, me, employee_id)
    for one in sorted({employee_id, *([after] if known(what) == What.SUPERIOR else [])}):
        employees.lock(session, one)
    return employed(session, me, employee_id)


def stands(person: employees.Employee, what: str) -> int:
    """The number of the superior (0 for nobody) or of the unit."""
    return (person.superior_id or 0) if what == What.SUPERIOR else person.unit_id


def put_down(
    session: Session, me: Me, employee_id: int, what: str, before: int, after: int, day: date
) -> int:
    """Note a change for its day, in force at once where that is today; its number."""
    row = Move(
        employee_id=employee_id, what=what, before_id=before, after_id=after, since=day,
        made_by=me.employee_id, made_at=me.now,
    )  # fmt: skip
    number = stored.add(session, row)
    facts = {
        "employee": employee_id, "what": what, "before": before, "after": after,
        "since": day.isoformat(),
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "desk.move", f"move/{number}", facts)
    if day <= me.today:
        apply(session, row, me.now, me.today)
    return number


def demand_possible(
    session: Session, me: Me, employee_id: int, what: str, before: int, after: int
) -> None:
    """Raises Refused: it is so already, the superior left, is me or below, or not my unit."""
    if before == after:
        raise Refused(texts.already_so(), "same")
    if what == What.SUPERIOR:
        superior = employees.get(session, after)
        if superior is None or superior.left_on is not None:
            raise Refused(answers.nobody_found(), "left")
        if after == me.employee_id:
            raise Refused(answers.not_oneself(), "oneself")
        if names := circle(session, employee_id, after):
            raise Refused(texts.circle(names), "circle")
        return
    reach = my_reach(session, me)
    if units.get(session, after) is None or (reach is not None and after not in reach):
        raise Refused(texts.no_unit(), "unit")


def employed(session: Session, me: Me, employee_id: int) -> employees.Employee:
    """Somebody in service whom I may move. Raises Refused."""
    demand(session, me, "desk.move", about=employee_id)
    person = employees.get(session, employee_id)
    if person is None or person.left_on is not None:
        raise Refused(answers.nobody_found(), "left")
    return person


def known(what: str) -> What:
    """Raises Refused."""
    if what not in list(What):
        raise Refused(words.not_available(), "what")
    return What(what)


def named(session: Session, what: str, number: int) -> str:
    """The name of a superior or unit by number; "" for nobody."""
    if what == What.SUPERIOR:
        person = employees.get(session, number) if number else None
        return person.name if person else ""
    unit = units.get(session, number)
    return unit.name if unit else ""
