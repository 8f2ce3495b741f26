"""The previous account may say: that was not me."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.guest import Guest
from bot.actions.joining import notices
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.joining import DENIAL_LASTS
from bot.screens import Place, place
from bot.texts import joining as texts
from bot.texts import words
from storage import accounts, audit, claims, employees
from storage.accounts import Account


@dataclass(frozen=True, slots=True)
class Change:
    """`settled` tells whether nothing is left to deny; `active` whether the new one is in use."""

    account_id: int
    active: bool
    settled: bool


def change(session: Session, actor: Me | Guest, account_id: int) -> Change:
    """How a take-over of my account stands. Raises Refused when it is not mine."""
    account = _taking_over_mine(session, actor, account_id)
    settled = account.state not in {accounts.CLAIMED, accounts.ACTIVE}
    return Change(account_id, account.state == accounts.ACTIVE, settled)


def deny(session: Session, actor: Me | Guest, account_id: int) -> Place:
    """Stop the new account at once and call HR. Raises Refused when it is too late."""
    account = _taking_over_mine(session, actor, account_id)
    person = employees.lock(session, account.employee_id)
    assert person is not None
    at = account.approved_at
    if account.state == accounts.ACTIVE and at is not None and at + DENIAL_LASTS <= actor.now:
        raise Refused(texts.too_late_to_deny(), "too_late")
    if account.state == accounts.ACTIVE:
        stopped = claims.suspend(session, account_id)
    else:
        stopped = claims.end(session, account_id, actor.now)
    if stopped:
        audit.record(session, actor.now, person.id, "joining.deny", f"account/{account_id}")
        notices.denied(session, person, account_id, actor.now)
    return place("joining.change", account_id)


def _taking_over_mine(session: Session, actor: Me | Guest, account_id: int) -> Account:
    account = claims.get(session, account_id)
    before = claims.get(session, account.replaces_id) if account and account.replaces_id else None
    if account is None or before is None or before.telegram_id != actor.telegram_id:
        raise Refused(words.not_available(), "forbidden")
    demand(session, actor, "joining.object", about=actor.employee_id)
    return account
