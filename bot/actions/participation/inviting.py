"""A personal word from a leader to somebody who has not sent anything for long."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.participation import LOOKED_BACK
from bot.rules.quarters import Quarter
from bot.screens import Place, Went, place
from bot.texts import participation as texts
from bot.texts import words
from storage import audit, employees, outbox, overview, participation
from storage.outbox import Kind


def invite(session: Session, me: Me, scope: int, employee_id: int) -> Went:
    """Once a quarter, whoever invites first."""
    rights.demand(session, me, "participation.invite", about=employee_id)
    person = employees.get(session, employee_id)
    if person is None or person.left_on is not None:
        raise Refused(words.not_available(), "gone")
    quarter = Quarter.of(me.today)
    key = f"participation.invited/{employee_id}/{quarter.year}-{quarter.number}"
    new = outbox.put(
        session, key, Kind.REMINDER, "participation.invited", me.now, to=employee_id,
        facts={"by": me.employee_id, "since": (me.now - LOOKED_BACK).isoformat()},
        opens=Place("achievements.mine"), optional=True,
    )  # fmt: skip
    back = place("participation.silent", scope, 0)
    if not new:
        return Went(back, texts.invited_before(person.name))
    about = f"employee/{employee_id}"
    audit.record(session, me.now, me.employee_id, "participation.invite", about, {})
    return Went(back, texts.invited(person.name))


def inviter(session: Session, by: int) -> str:
    """The name under the letter."""
    person = employees.get(session, by)
    return person.name if person else ""


def still_silent(session: Session, employee_id: int, since: str) -> bool:
    """Whether they still have not sent anything since."""
    whose = overview.of_people([employee_id])
    return participation.sent_since(session, whose, datetime.fromisoformat(since)) == 0
