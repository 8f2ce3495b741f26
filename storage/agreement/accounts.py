"""Accounts: whose they are, which telephone stands behind them, and whether they may act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlmodel import col

from storage.accounts import ACTIVE, CLAIMED, ENDED, SUSPENDED, Account
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import Entry, entries
from storage.employees import Employee
from storage.vault import Vault

CLAIM, PROVE, ACTIVATE = "joining.claim", "joining.prove", "joining.activate"
DENY, DECLINE, SUSPEND, FINISH = "joining.deny", "desk.decline", "desk.suspend", "joining.end"
ACTIONS = (CLAIM, PROVE, ACTIVATE, DENY, DECLINE, SUSPEND, FINISH)
# Claims that lapse, and accounts of people who leave, end without an entry of their own.
MAY_BE = {
    CLAIMED: (CLAIMED, ENDED),
    ACTIVE: (ACTIVE,),
    SUSPENDED: (SUSPENDED, ENDED),
    ENDED: (ENDED,),
}


@dataclass(slots=True)
class Told:
    """What the trail says of one account; `telephone` is None where it does not say."""

    number: int
    owner: int | None
    telephone: str | None
    state: str = CLAIMED
    proven: bool = False


def telephone(vault: Vault, telegram_id: int) -> str:
    """By what the trail knows a Telegram account: nobody without the key can tell whose it is."""
    return vault.index(f"telegram/{telegram_id}").hex()[:32]


def of_accounts(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Every account's person, telephone and state."""
    said = _told(connection)
    columns = (
        col(Account.id), col(Account.employee_id), col(Account.telegram_id), col(Account.state),
        col(Account.approved_at).is_not(None), col(Employee.left_on).is_not(None),
    )  # fmt: skip
    found = select(*columns).join(Employee, col(Employee.id) == col(Account.employee_id))
    for number, person, phone, state, proven, left in connection.execute(found):
        told = said.pop(number or 0, None)
        if told is None:
            yield Finding(Kind.ACCOUNT, Fault.UNRECORDED, str(number), "", None)
            continue
        may_be = (*MAY_BE[told.state], ENDED) if left else MAY_BE[told.state]
        whose = told.owner == person and told.telephone in (None, telephone(vault, phone))
        if not whose or state not in may_be or (proven and not told.proven):
            yield Finding(Kind.ACCOUNT, Fault.DIFFERS, str(number), "", told.number)
    for number, told in said.items():
        yield Finding(Kind.ACCOUNT, Fault.GONE, str(number), "", told.number)


def _told(connection: Connection) -> dict[int, Told]:
    said: dict[int, Told] = {}
    for entry in entries(connection, ACTIONS):
        number, facts = int(entry.about), entry.facts or {}
        if entry.action == CLAIM:
            said[number] = Told(entry.number, entry.actor, facts.get("telephone"))
        elif number in said:
            _follow(said, said[number], entry)
    return said


def _follow(said: dict[int, Told], told: Told, entry: Entry) -> None:
    told.number = entry.number
    match entry.action:
        case "joining.prove":
            told.proven = True
        case "joining.activate":
            told.state = ACTIVE
            if before := said.get((entry.facts or {}).get("replaces") or 0):
                before.number, before.state = entry.number, ENDED
        case "desk.suspend":
            told.state = SUSPENDED
        case "joining.deny":  # a claim ends, what was active is suspended
            told.state = SUSPENDED if told.state == ACTIVE else ENDED
        case _:
            told.state = ENDED
