"""The two of a talk: who may see one, and who of both somebody is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.talks.owing import rules_of
from bot.rules.talks import ARRANGED, months_of
from bot.texts import talks as texts
from bot.texts import words
from storage import absences, employees, talks
from storage.employees import Employee
from storage.talks import Talk


@dataclass(frozen=True, slots=True)
class Sides:
    """An employee and whoever leads the talk with them; `own`: I am the employee."""

    employee: Employee
    leader: Employee
    own: bool

    @property
    def employee_id(self) -> int:
        return self.employee.id or 0

    @property
    def leader_id(self) -> int:
        return self.leader.id or 0

    @property
    def other(self) -> Employee:
        return self.leader if self.own else self.employee


def sides(session: Session, me: Me, employee_id: int) -> Sides:
    """Both, when I am one of them today. Raises Refused."""
    rights.demand(session, me, "talks.arrange", about=employee_id)
    person, own = employees.get(session, employee_id), employee_id == me.employee_id
    leader = above_me(session, me) if own else employees.get(session, me.employee_id)
    assert person is not None
    if leader is None:
        raise Refused(texts.no_superior(), "no_superior")
    return Sides(person, leader, own)


def above_me(session: Session, me: Me) -> Employee | None:
    """My superior, if I have one who is in service."""
    found = employees.get(session, me.superior_id) if me.superior_id else None
    return found if found is not None and found.left_on is None else None


def seen(session: Session, me: Me, talk_id: int, right: str = "talks.read") -> Talk:
    """A talk of mine. Raises Refused, alike for missing and foreign.

    One that is only arranged is of whoever leads the person today, one that was held of those
    two who held it.
    """
    row = talks.get(session, talk_id)
    if row is None:
        raise Refused(words.not_available(), "missing")
    if row.state in ARRANGED:
        rights.demand(session, me, "talks.arrange", about=row.employee_id)
    else:
        led = "led" if row.superior_id == me.employee_id else ""
        rights.demand(session, me, right, about=row.employee_id, state=led)
    return row


def held_by_me(session: Session, me: Me, talk_id: int, right: str = "talks.read") -> Talk:
    """The same, and nobody else changes this person's talks before this ends."""
    before = seen(session, me, talk_id, right)
    employees.lock(session, before.employee_id)
    return seen(session, me, talk_id, right)


def leads(session: Session, me: Me, leader_id: int) -> bool:
    """Whether that one is my superior today, or holds the superior's mandate."""
    if me.superior_id is None or leader_id == me.superior_id:
        return leader_id == me.superior_id
    mandate = absences.mandate_for(session, me.superior_id, me.today)
    return mandate is not None and mandate.holder_id == leader_id


def other_of(row: Talk, me: Me) -> int:
    """The other one of both."""
    return row.superior_id if row.employee_id == me.employee_id else row.employee_id


def months(session: Session, me: Me, superior_id: int) -> int:
    """How many months lie between two talks of this superior with each."""
    return months_of(talks.rhythm(session, superior_id), rules_of(session, me.today).months)
