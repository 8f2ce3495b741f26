"""One person on the desk: found by name, invited, suspended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.desk.ending import Recorded, recorded
from bot.actions.desk.standing import standing
from bot.actions.joining import invite_person, notices
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand, seen
from bot.actions.search import Found, find, found
from bot.rules.nip import mask
from bot.screens import Place, Went, place
from bot.texts import desk as texts
from bot.texts import words
from storage import accounts, audit, employees, entry_codes, factors, profile
from storage import claims as stored


@dataclass(frozen=True, slots=True)
class Person:
    """`state`, `account_id`: see `standing`; `recorded` is leave and mandates from today on."""

    employee_id: int
    name: str
    nip: str
    post: str
    unit: str
    phone: str
    superior: str
    state: str
    account_id: int
    recorded: Sequence[Recorded]
    has_factor: bool = False


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation as its issuer may show it; `link` is empty until the bot's name is known.

    `joined`: the person has an account, which the invitation would move to another one.
    """

    employee_id: int
    name: str
    code: str
    link: str
    until: datetime
    joined: bool


def searching(session: Session, me: Me) -> None:
    demand(session, me, "desk.search")


def find_people(session: Session, me: Me, text: str) -> Place:
    """Search my units for others. Raises Refused when nobody fits, or only myself."""
    demand(session, me, "desk.search")
    ids = find(session, text, my_reach(session, me))
    if not ids:
        raise Refused(texts.nobody_found(), "nobody_found")
    others = [one for one in ids if one != me.employee_id]
    if not others:
        raise Refused(texts.yourself(), "yourself")
    return place("desk.found", *others)


def found_people(session: Session, me: Me, *ids: int) -> Sequence[Found]:
    demand(session, me, "desk.search")
    people = found(session, ids, my_reach(session, me))
    seen(session, me, "desk.search", [one.employee_id for one in people])
    return people


def person(session: Session, me: Me, employee_id: int) -> Person:
    """All HR needs to act on one person; NIP masked."""
    demand(session, me, "desk.person", about=employee_id)
    row = employees.get(session, employee_id)
    assert row is not None
    superior = employees.get(session, row.superior_id) if row.superior_id else None
    stands = standing(session, employee_id, me.now)
    return Person(
        employee_id=employee_id,
        name=row.name,
        nip=mask(row.nip),
        post=row.post,
        unit=found(session, [employee_id])[0].unit,
        phone=row.phone or "",
        superior=superior.name if superior else "",
        state=stands.state,
        account_id=stands.account_id,
        recorded=recorded(session, employee_id, me.today),
        has_factor=factors.in_use(session, employee_id) is not None,
    )


def invite(session: Session, me: Me, employee_id: int, seen: str = "") -> Went:
    """Issue a new invitation, older ones end; if the person stands as `seen` (empty: anyhow)."""
    demand(session, me, "desk.invite", about=employee_id)
    row = employees.get(session, employee_id)
    if row is None or row.left_on is not None:
        raise Refused(texts.nobody_found(), "left")
    if seen and standing(session, employee_id, me.now).state != seen:
        return Went(place("desk.person", employee_id), words.changed_since())
    number, _ = invite_person(session, employee_id, me.employee_id, me.now)
    return Went(place("desk.invited", number))


def invited(session: Session, me: Me, code_id: int) -> Invited:
    """An invitation that I issued, as long as it lives."""
    code = entry_codes.get(session, code_id)
    if code is None or code.issued_by != me.employee_id or not code.lives(me.now):
        raise Refused(words.not_available(), "not_my_invitation")
    demand(session, me, "desk.invitation", about=code.employee_id)
    row = employees.get(session, code.employee_id)
    assert row is not None
    bot = profile.username(session)
    link = f"https://t.me/{bot}?start={code.code}" if bot else ""
    until = code.expires_at.astimezone(me.zone)
    joined = accounts.active_of(session, code.employee_id) is not None
    return Invited(code.employee_id, row.name, code.code or "", link, until, joined)


def suspend(session: Session, me: Me, employee_id: int, account_id: int = 0) -> Went:
    """Take the rights of somebody's account away at once; a new invitation gives them back.

    Of that account only, if one is named: another is shown first.
    """
    demand(session, me, "desk.suspend", about=employee_id)
    account = accounts.active_of(session, employee_id)
    if account is not None and account_id not in (0, account.id):
        return Went(place("desk.person", employee_id), words.changed_since())
    if account is None or account.id is None or not stored.suspend(session, account.id):
        raise Refused(texts.no_active_account(), "no_account")
    audit.record(session, me.now, me.employee_id, "desk.suspend", f"account/{account.id}")
    notices.to_chat(session, account, "joining.suspended", me.now)
    return Went(place("desk.person", employee_id), texts.suspended())
