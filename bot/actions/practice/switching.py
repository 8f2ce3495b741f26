"""On, off and anew. What is done in between happens in the unit alone.

`INSIDE` is a screen of the unit; whoever is led there from the office comes in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.rights import demand
from bot.screens import Place, Went
from bot.texts import practice as texts
from storage import practice, rounds

ABOUT, INSIDE = Place("practice.about"), Place("practice.home")
IDLE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class About:
    """`begun`: a unit of mine is there to go on in."""

    begun: bool


def about(session: Session, me: Me) -> About:
    demand(session, me, "home.open", about=me.employee_id)
    return About(practice.exists(session, me.account_id))


def begin(session: Session, me: Me) -> Went:
    """From now on everything I do is done in my unit, as it was left or new."""
    demand(session, me, "home.open", about=me.employee_id)
    practice.practise(session, me.account_id, on=True)
    return Went(INSIDE)


def leave(session: Session, me: Me) -> Went:
    """Back in the office; the unit stays for a week."""
    demand(session, me, "home.open", about=me.employee_id)
    practice.practise(session, me.account_id, on=False)
    return Went(Place("home.menu"), texts.left())


def come_out(session: Session, me: Me) -> None:
    """The same without a word, when a button of the office was pressed."""
    practice.practise(session, me.account_id, on=False)


def reset(session: Session, me: Me) -> Went:
    """A new unit in place of mine."""
    demand(session, me, "home.open", about=me.employee_id)
    practice.forget(session, me.account_id)
    practice.practise(session, me.account_id, on=True)
    return Went(INSIDE, texts.begun_anew())


def sweep(session: Session, now: datetime) -> None:
    """Units that nobody has used for a week go, once a day."""
    day: date = now.date()
    if rounds.first_today(session, "practice.sweep", day):
        practice.forget_older(session, now - IDLE)
