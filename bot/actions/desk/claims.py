"""Claims that wait for a second person, who must not be the one that invited."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.actions.desk.lists import Page, page_of
from bot.actions.factors.proof import demand_proof
from bot.actions.joining import notices
from bot.actions.joining.proofs import SECOND_PERSON, accept, hear, is_open
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.search import found
from bot.rules.nip import mask
from bot.screens import Went, place
from bot.texts import desk as texts
from bot.texts import words
from storage import accounts, audit, employees, entry_codes, pending_claims
from storage import claims as stored


@dataclass(frozen=True, slots=True)
class Pending:
    """`issuer` empty is the operator; `mine`: I issued it, so another must approve.

    `number`: the digits that were heard and fit.
    """

    account_id: int
    name: str
    nip: str
    unit: str
    issuer: str
    mine: bool
    since: datetime
    changes: bool
    number: int = 0


def claims(session: Session, me: Me, page: int) -> Page:
    """Claims in my units, oldest first."""
    return page_of(session, me, page, pending_claims.pending, pending_claims.count_pending)


def pending(session: Session, me: Me, account_id: int) -> Pending:
    """One claim with masked NIP. Raises Refused when it is not for me or settled."""
    account = _open_claim(session, me, "desk.approve", account_id)
    person = employees.get(session, account.employee_id)
    assert person is not None
    issuer_id = _issuer(session, account)
    issuer = employees.get(session, issuer_id) if issuer_id else None
    return Pending(
        account_id=account_id,
        name=person.name,
        nip=mask(person.nip),
        unit=found(session, [account.employee_id])[0].unit,
        issuer=issuer.name if issuer else "",
        mine=issuer_id == me.employee_id,
        since=account.claimed_at.astimezone(me.zone),
        changes=account.replaces_id is not None,
    )


def heard(session: Session, me: Me, account_id: int, typed: str) -> Went:
    """The digits that the person read out. Raises Refused for others, and for the issuer."""
    _heard(session, me, account_id, typed)
    return Went(place("desk.sure", account_id, int("".join(typed.split()))))


def sure(session: Session, me: Me, account_id: int, number: int) -> Pending:
    """The claim that was recognised. Raises Refused as `heard`."""
    _heard(session, me, account_id, str(number))
    return replace(pending(session, me, account_id), number=number)


def approve(session: Session, me: Me, account_id: int, number: int) -> Went:
    """Be the second person, with the digits that the person read out.

    Raises Refused as `heard`, and when it was settled meanwhile; ProofWanted.
    """
    account = _heard(session, me, account_id, str(number))
    demand_proof(session, me)
    starts = accept(session, account, SECOND_PERSON, me.employee_id, me.now)
    told = texts.approved() if starts is None else texts.approved_from(starts.astimezone(me.zone))
    return Went(place("desk.claims", 0), told)


def decline(session: Session, me: Me, account_id: int) -> Went:
    """End a claim that is not believed; the claimant is told."""
    account = _open_claim(session, me, "desk.decline", account_id)
    if stored.end(session, account_id, me.now):
        audit.record(session, me.now, me.employee_id, "desk.decline", f"account/{account_id}")
        notices.to_chat(session, account, "joining.declined", me.now)
    return Went(place("desk.claims", 0), texts.declined())


def _heard(session: Session, me: Me, account_id: int, said: str) -> accounts.Account:
    account = _open_claim(session, me, "desk.approve", account_id)
    if _issuer(session, account) == me.employee_id:
        raise Refused(texts.issuer_may_not(), "issuer")
    hear(session, account, said, since=account.claimed_at.astimezone(me.zone))
    return account


def _open_claim(session: Session, me: Me, action: str, account_id: int) -> accounts.Account:
    account = stored.get(session, account_id)
    if account is None:
        raise Refused(words.not_available(), "missing")
    demand(session, me, action, about=account.employee_id, state=account.state)
    if not is_open(account, me.now):
        raise Refused(words.not_available(), "settled")
    return account


def _issuer(session: Session, account: accounts.Account) -> int | None:
    code = entry_codes.get(session, account.entry_code_id) if account.entry_code_id else None
    return code.issued_by if code else None
