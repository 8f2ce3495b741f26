"""First steps: three cards for what somebody does here, once after joining and whenever asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from bot.actions import appraisals
from bot.actions.me import Me
from bot.actions.rights import demand
from bot.actions.waiting import Waiting
from bot.rules.authority import Role
from bot.screens import Place, Went, place
from bot.texts import tour as texts
from storage import accounts

CARDS = 3


class Part(StrEnum):
    """What somebody does here first of all, the rarest first."""

    HR = "hr"
    TEAM = "team"
    LEADER = "leader"
    SUPERIOR = "superior"
    EMPLOYEE = "employee"


@dataclass(frozen=True, slots=True)
class Card:
    """`number` from 1 to 3; `first_time`: it was not seen or skipped yet."""

    part: str
    number: int
    first_time: bool


def card(session: Session, me: Me, number: int) -> Card:
    """One of the three cards of my part."""
    demand(session, me, "home.open", about=me.employee_id)
    return Card(_part(session, me), min(max(number, 1), CARDS), me.tour)


def end(session: Session, me: Me) -> Went:
    """Seen or skipped; it does not come unasked again."""
    demand(session, me, "home.open", about=me.employee_id)
    if me.tour:
        accounts.end_tour(session, me.account_id)
    return Went(Place("home.menu"), texts.ended())


def waiting(session: Session, me: Me) -> list[Waiting]:
    """For the menu, until it was seen or skipped, maybe a moment ago."""
    if not me.tour or not accounts.tour_waits(session, me.account_id):
        return []
    return [Waiting(str(texts.DOOR), place("tour.card", 1))]


def _part(session: Session, me: Me) -> Part:
    for role, part in (
        (Role.HR, Part.HR), (Role.EVALUATION_TEAM, Part.TEAM), (Role.HEAD, Part.LEADER),
    ):  # fmt: skip
        if me.has(role):
            return part
    return Part.SUPERIOR if appraisals.has_people(session, me) else Part.EMPLOYEE
