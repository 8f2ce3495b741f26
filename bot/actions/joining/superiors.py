"""Who I am in the roster, who stands above me, and the report that this is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.guest import Guest
from bot.actions.joining import notices
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.screens import Place
from bot.texts import joining as texts
from bot.texts import words
from storage import accounts, audit, employees, superior_reports, units
from storage.outbox import Kind, put
from storage.superior_reports import WITHDRAWN

LONGEST = 500
SHORTEST = 3
REPORTED = Place("joining.superior")


@dataclass(frozen=True, slots=True)
class Welcome:
    """`chain` are the names of the superiors, nearest first; `tour`: the first steps wait."""

    name: str
    sex: int
    post: str
    unit: str
    chain: Sequence[str]
    tour: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """The superior as listed, and my open report if I have made one."""

    superior: str
    said: str | None
    since: datetime | None
    report_id: int = 0


def welcome(session: Session, actor: Me | Guest) -> Welcome:
    """Name, unit and superiors of the person behind an account that has become active."""
    demand(session, actor, "joining.welcome", about=actor.employee_id)
    account = accounts.living(session, actor.telegram_id)
    if account is None or account.state != accounts.ACTIVE:
        raise Refused(words.not_available(), "no_account")
    person = employees.get(session, account.employee_id)
    if person is None or person.left_on is not None:
        raise Refused(words.not_available(), "left")
    above = employees.chain(session, account.employee_id)
    names = employees.many(session, above)
    unit = units.names(session, [person.unit_id])[person.unit_id]
    chain = [names[one].name for one in above if one in names]
    return Welcome(person.name, person.sex, person.post, unit, chain, account.tour)


def reported(session: Session, me: Me) -> Reported:
    """Who is listed as my superior, and what I have said about it."""
    demand(session, me, "joining.report_superior", about=me.employee_id)
    superior = employees.get(session, me.superior_id) if me.superior_id else None
    open_ = superior_reports.open_of(session, me.employee_id)
    name = superior.name if superior else ""
    if open_ is None:
        return Reported(name, None, None)
    return Reported(name, open_.said, open_.made_at.astimezone(me.zone), open_.id or 0)


def report_superior(session: Session, me: Me, text: str) -> Place:
    """Say who it should be; HR decides. Raises Refused for text too short or too long."""
    demand(session, me, "joining.report_superior", about=me.employee_id)
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.say_who(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    if not superior_reports.make(session, me.employee_id, me.superior_id, said, me.now):
        return REPORTED
    report = superior_reports.open_of(session, me.employee_id)
    person = employees.get(session, me.employee_id)
    assert report is not None
    assert person is not None
    audit.record(session, me.now, me.employee_id, "joining.report_superior", f"report/{report.id}")
    for officer in notices.officers(session, person, me.now):
        put(
            session, f"superior/{report.id}/{officer}", Kind.REMINDER, "joining.superior_reported",
            me.now, to=officer, facts={"report": report.id or 0},
            opens=Place("desk.report", (report.id or 0,)),
        )  # fmt: skip
    return REPORTED


def withdraw_report(session: Session, me: Me, report_id: int = 0) -> Place:
    """Take my open report back, this one if it is named; nothing happens when there is none."""
    demand(session, me, "joining.report_superior", about=me.employee_id)
    report = superior_reports.open_of(session, me.employee_id)
    if report is not None and report.id is not None and report_id in (0, report.id):
        superior_reports.decide(session, report.id, WITHDRAWN, me.employee_id, me.now)
        audit.record(
            session, me.now, me.employee_id, "joining.withdraw_report", f"report/{report.id}"
        )
    return REPORTED
