"""The first screen, and the rules that hold today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.rules.authority import Role
from bot.rules.personal import PersonalRules
from storage import periods


@dataclass(frozen=True, slots=True)
class Home:
    officer: str
    contact: str
    desk: bool
    breaches: bool


def home(session: Session, me: Me) -> Home:
    """Whom to ask, and the doors."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    rules = rules_of(session, me.today)
    desk = me.has(Role.HR) or me.has(Role.HEAD)
    return Home(rules.officer, rules.contact, desk, desk or me.has(Role.INSPECTORATE))


def rules_of(session: Session, today: date) -> PersonalRules:
    """Those of the scheme in force."""
    version = periods.scheme_in_force(session, today)
    return PersonalRules() if version is None else schemes.read(version.body).personal
