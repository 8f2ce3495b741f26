"""The second proof: the own number, or a second person's word. Then the account is active."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import phones
from bot.actions.guest import Guest
from bot.actions.joining import notices
from bot.actions.joining.claims import DOOR, number_of
from bot.actions.joining.standing import decides
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules import joining as rules
from bot.rules.joining import CLAIM_LASTS
from bot.screens import Place, Went
from bot.texts import joining as texts
from bot.texts import roster as roster_texts
from storage import accounts, audit, claims, employees, units
from storage.accounts import Account
from storage.employees import Employee

WELCOME = Place("joining.welcome")
CONTACT, SECOND_PERSON, OPERATOR = "contact", "second_person", "operator"


@dataclass(frozen=True, slots=True)
class Contact:
    """A shared contact: its number, whose it is as Telegram says, whether it was passed on."""

    phone: str = field(repr=False)
    owner: int | None
    forwarded: bool


def share(session: Session, guest: Guest, contact: Contact) -> Went | Place:
    """Prove the claim by one's own number. Raises Refused; the claim then stays open."""
    demand(session, guest, "joining.enter")
    account = accounts.living(session, guest.telegram_id)
    person = _pending_person(session, account, guest.now)
    if account is None or person is None:
        return DOOR
    if contact.forwarded or contact.owner != guest.telegram_id:
        raise Refused(texts.own_contact_only(), "foreign_contact")
    if person.phone is None or decides(session, person, guest.now):
        raise Refused(texts.contact_is_not_enough(), "contact_not_enough")
    if phones.international(contact.phone) != person.phone:
        raise Refused(texts.other_number(), "other_number")
    accept(session, account, CONTACT, None, guest.now)
    return Went(WELCOME, texts.number_matches())


def contact_again(_: Session, __: Me) -> Went:
    """An account that is active needs no proof."""
    return Went(WELCOME, texts.already_active())


def accept(
    session: Session, account: Account, proof: str, by: int | None, now: datetime
) -> datetime | None:
    """Take a second proof: the account is active, or from the moment returned.

    Raises Refused when the claim was settled meanwhile.
    """
    person = employees.lock(session, account.employee_id)
    assert person is not None
    changes = accounts.active_of(session, account.employee_id) is not None
    starts = rules.active_from(now, changes=changes, decides=decides(session, person, now))
    number = account.id or 0
    if not claims.prove(session, number, proof, by, now, starts):
        raise Refused(texts.claim_settled(), "claim_settled")
    audit.record(
        session, now, by, "joining.prove", f"account/{number}",
        {"proof": proof, "waits": starts is not None},
    )  # fmt: skip
    if starts is None:
        _activate(session, account, person, now, present=proof == CONTACT)
    return starts


def approve(session: Session, nip: str, said: str, now: datetime) -> datetime | None:
    """The operator's second proof; None when active at once, else from when.

    `said`: the digits that the person reads from the own phone. Raises Refused when nobody has
    the NIP, when no claim waits, and for other digits or none.
    """
    person = employees.by_nip(session, "".join(filter(str.isdigit, nip)))
    if person is None or person.left_on is not None:
        raise Refused(roster_texts.no_such_person(), "no_such_person")
    account = claims.pending_of(session, person.id or 0)
    if _pending_person(session, account, now) is None or account is None:
        raise Refused(roster_texts.no_pending_claim(), "no_claim")
    hear(session, account, said, since=_at_home(session, person, account.claimed_at))
    return accept(session, account, OPERATOR, None, now)


def hear(session: Session, account: Account, said: str, *, since: datetime) -> None:
    """Take what the person read out. Raises Refused when the claim's phone shows other digits."""
    if not said.strip():
        raise Refused(texts.number_wanted(since), "number_wanted")
    if not rules.fits(said, number_of(session, account)):
        raise Refused(texts.other_claim(since), "other_claim")


def tick(session: Session, now: datetime) -> int:
    """End stale claims, let in those whose waiting time is over; how many came in."""
    claims.end_stale(session, now - CLAIM_LASTS, now)
    came = 0
    for account in claims.due(session, now):
        person = employees.lock(session, account.employee_id)
        if person is not None and person.left_on is None:
            came += _activate(session, account, person, now)
    return came


def is_open(account: Account, now: datetime) -> bool:
    """Whether a claim still waits for its second proof."""
    unproven = account.state == accounts.CLAIMED and account.approved_at is None
    return unproven and account.claimed_at + CLAIM_LASTS > now


def _pending_person(session: Session, account: Account | None, now: datetime) -> Employee | None:
    if account is None or not is_open(account, now):
        return None
    person = employees.get(session, account.employee_id)
    return person if person is not None and person.left_on is None else None


def _at_home(session: Session, person: Employee, moment: datetime) -> datetime:
    unit = units.get(session, person.unit_id)
    return moment.astimezone(ZoneInfo(unit.zone)) if unit else moment


def _activate(
    session: Session, account: Account, person: Employee, now: datetime, *, present: bool = False
) -> bool:
    """The old account ends and its buttons die in the moment the new one becomes active.

    Whoever is `present` sees it happen and needs no letter.
    """
    number = account.id or 0
    before = accounts.active_of(session, account.employee_id)
    if before is not None and before.id is not None:
        claims.end(session, before.id, now)
    if not claims.activate(session, number, first=before is None):
        return False
    facts = {"replaces": before.id if before else 0}
    audit.record(session, now, person.id, "joining.activate", f"account/{number}", facts)
    notices.joined(session, person, number, now, present=present)
    if before is None:
        notices.honoured(session, account.employee_id, number, now)
    if before is not None:
        notices.changed(session, person, before, number, now)
    return True
