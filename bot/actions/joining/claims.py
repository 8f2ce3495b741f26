"""A code is shown, a person says who they are: a claim opens, and one code opens one claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.guest import Guest
from bot.actions.joining import notices
from bot.actions.joining.standing import decides
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.joining import CLAIM_LASTS, claim_number, find_code, masked_name
from bot.screens import Place, Went, place
from bot.texts import joining as texts
from storage import accounts, agreement, audit, claims, employees, entry_codes, units
from storage.columns import vault_of

DOOR = Place("joining.door")
NUMBER = re.compile(r"\+?\d(?:[\s().-]*\d){7,14}")


@dataclass(frozen=True, slots=True)
class Door:
    """Where a guest stands: `state` of an account if any, and what is asked for next.

    `contact`: the own number may serve as the second proof. `active_from`: proven, but waiting.
    `number`: what whoever approves has to hear from the person.
    """

    state: str = ""
    masked: str = ""
    unit: str = ""
    contact: bool = False
    active_from: datetime | None = None
    until: datetime | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    code_id: int
    masked: str
    unit: str


def door(session: Session, guest: Guest) -> Door:
    """What a guest sees first, whoever it is."""
    demand(session, guest, "joining.enter")
    account = accounts.living(session, guest.telegram_id)
    if account is None or _is_over(account, guest.now):
        return Door()
    person = employees.get(session, account.employee_id)
    unit = units.get(session, person.unit_id) if person else None
    if person is None or unit is None or account.state != accounts.CLAIMED:
        return Door(accounts.SUSPENDED)
    zone = ZoneInfo(unit.zone)
    starts = account.active_from.astimezone(zone) if account.active_from else None
    return Door(
        state=account.state,
        masked=masked_name(person.name),
        unit=unit.name,
        contact=person.phone is not None and not decides(session, person, guest.now),
        active_from=starts,
        until=(account.claimed_at + CLAIM_LASTS).astimezone(zone),
        number=number_of(session, account),
    )


def number_of(session: Session, account: accounts.Account) -> str:
    """The four digits that this claim's phone shows."""
    key = vault_of(session).key("claim")
    return claim_number(key, account.id or 0, account.claimed_at)


def redeem(session: Session, guest: Guest, text: str) -> Went | Place:
    """Show who a code is for, masked; nothing is spent. Raises Refused for a code that is none.

    Text without a code leads to the door. Wrong, used and expired codes are told alike.
    """
    demand(session, guest, "joining.enter")
    code = find_code(text)
    if code is None:
        return DOOR
    found = entry_codes.by_code(session, code)
    if found is not None and found.used_at is not None and _is_mine(session, guest, found):
        return DOOR
    if found is None or not found.lives(guest.now):
        raise Refused(texts.no_such_code(), "no_such_code")
    return place("joining.claim", found.id or 0)


def typed_number(session: Session, guest: Guest, text: str) -> Went | None:
    """Whoever typed a telephone number where their own is wanted reads why it does not do."""
    if NUMBER.fullmatch(text.strip()) is None or not door(session, guest).contact:
        return None
    return Went(DOOR, texts.number_by_button())


def claim(session: Session, guest: Guest, code_id: int) -> Claim:
    """The masked person behind a code that this guest has shown."""
    demand(session, guest, "joining.enter")
    found = entry_codes.get(session, code_id)
    person = employees.get(session, found.employee_id) if found else None
    if found is None or person is None or not found.lives(guest.now):
        raise Refused(texts.no_such_code(), "no_such_code")
    unit = units.names(session, [person.unit_id])[person.unit_id]
    return Claim(code_id, masked_name(person.name), unit)


def not_me(session: Session, guest: Guest) -> Went:
    """The wrong person held the code; it stays unspent for the right one."""
    demand(session, guest, "joining.enter")
    return Went(DOOR, texts.not_you())


def confirm(session: Session, guest: Guest, code_id: int) -> Place:
    """Spend the code and open the claim; of a thousand at once, one. Raises Refused."""
    demand(session, guest, "joining.enter")
    found = entry_codes.get(session, code_id)
    person = employees.lock(session, found.employee_id) if found else None
    if person is None or person.id is None or person.left_on is not None:
        raise Refused(texts.no_such_code(), "no_such_code")
    if entry_codes.spend(session, code_id, guest.now) is None:
        raise Refused(texts.no_such_code(), "code_spent")
    _make_room(session, guest, person.id)
    before = accounts.active_of(session, person.id)
    replaces = before.id if before else None
    claims.end_pending_of(session, person.id, guest.now)
    account_id = claims.claim(session, guest.telegram_id, person.id, code_id, replaces, guest.now)
    audit.record(
        session, guest.now, person.id, "joining.claim", f"account/{account_id}",
        {
            "replaces": replaces or 0,
            "telephone": agreement.telephone(vault_of(session), guest.telegram_id),
        },
    )  # fmt: skip
    if before is not None:
        notices.changing(session, before, account_id, guest.now)
    if person.phone is None or decides(session, person, guest.now):
        notices.waiting(session, person, account_id, guest.now)
    return DOOR


def _make_room(session: Session, guest: Guest, employee_id: int) -> None:
    """An older claim of this Telegram account gives way; a suspended stranger's does not."""
    living = accounts.living(session, guest.telegram_id)
    if living is None or living.id is None:
        return
    if living.state != accounts.CLAIMED and living.employee_id != employee_id:
        raise Refused(texts.no_such_code(), "other_account")
    if claims.end(session, living.id, guest.now) and living.state != accounts.CLAIMED:
        about = f"account/{living.id}"
        audit.record(session, guest.now, employee_id, "joining.end", about)


def _is_over(account: accounts.Account, now: datetime) -> bool:
    unproven = account.state == accounts.CLAIMED and account.approved_at is None
    return unproven and account.claimed_at + CLAIM_LASTS <= now


def _is_mine(session: Session, guest: Guest, code: entry_codes.EntryCode) -> bool:
    account = accounts.living(session, guest.telegram_id)
    return account is not None and account.entry_code_id == code.id
