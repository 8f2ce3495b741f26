"""Who keeps services and counters, who gives tickets at one, and how they are called."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.overview.scopes import reaches
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.authority import Role
from bot.rules.surveys.collecting import LONGEST_NAME, SHORTEST_NAME
from bot.texts import words
from bot.texts.surveys import desk as texts
from storage import audit, surveys
from storage.surveys import SurveyService
from storage.surveys.places import Desk

KEEPERS = (Role.HR, Role.HEAD)


def owned(session: Session, me: Me, number: int) -> SurveyService:
    """A service that I may change. Raises Refused."""
    demand(session, me, "surveys.keep")
    row = surveys.places.service(session, number)
    if row is None or not reaches(session, me, KEEPERS, row.unit_id):
        raise Refused(words.not_available(), "foreign_service")
    return row


def kept(session: Session, me: Me, number: int) -> Desk:
    """A counter that I may change. Raises Refused."""
    demand(session, me, "surveys.keep")
    desk = surveys.places.desk(session, number)
    if desk is None or not reaches(session, me, KEEPERS, desk.service.unit_id):
        raise Refused(words.not_available(), "foreign_counter")
    return desk


def handed(session: Session, me: Me, number: int) -> Desk:
    """A counter at which I may give tickets: its officer, HR, the unit's head. Raises Refused."""
    desk = surveys.places.desk(session, number)
    officer = desk.counter.officer_id if desk else None
    demand(session, me, "surveys.hand", about=officer)
    mine = desk is not None and officer == me.employee_id
    if desk is None or not (mine or reaches(session, me, KEEPERS, desk.service.unit_id)):
        raise Refused(words.not_available(), "foreign_counter")
    return desk


def named(typed: str) -> str:
    """A name as it was typed. Raises Refused for one that is too short or too long."""
    name = " ".join(typed.split())
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        raise Refused(texts.bad_name(LONGEST_NAME), "bad_name")
    return name


def note(
    session: Session, me: Me, act: str, about: str, facts: Mapping[str, object] | None = None
) -> None:
    audit.record(session, me.now, me.employee_id, act, about, facts)
