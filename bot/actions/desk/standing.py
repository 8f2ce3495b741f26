"""How a person stands with the bot: joined or not, within reach or not, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage import accounts, claims, entry_codes


@dataclass(frozen=True, slots=True)
class Standing:
    """`state`: active, blocked, claimed, invited, suspended or never.

    `since` when it became so, where that is known; `fault` why a blocked one cannot be reached;
    `account_id` of an account in use.
    """

    state: str
    since: datetime | None = None
    fault: str = ""
    account_id: int = 0


def standing(session: Session, employee_id: int, now: datetime) -> Standing:
    account = accounts.active_of(session, employee_id)
    if account is not None and account.unreachable:
        since = account.unreachable_since
        return Standing("blocked", since, account.unreachable, account.id or 0)
    if account is not None:
        return Standing("active", account.approved_at, "", account.id or 0)
    if (claim := claims.pending_of(session, employee_id)) is not None:
        return Standing("claimed", claim.claimed_at)
    code = entry_codes.newest_of(session, employee_id)
    if code is not None and code.lives(now):
        return Standing("invited", code.issued_at)
    return Standing("suspended" if claims.suspended_of(session, employee_id) else "never")
