"""Telegram accounts: who they belong to, what they are typing, whether they can be reached."""

from storage.accounts.account import (
    ACTIVE,
    CLAIMED,
    ENDED,
    SUSPENDED,
    Account,
    active_of,
    all_active,
    holders,
    in_touch,
    is_active,
    living,
)
from storage.accounts.acting import Known, known
from storage.accounts.chat import listen, mark_unreachable, offer, put_cards, put_passing

__all__ = [
    "ACTIVE",
    "CLAIMED",
    "ENDED",
    "SUSPENDED",
    "Account",
    "Known",
    "active_of",
    "all_active",
    "holders",
    "in_touch",
    "is_active",
    "known",
    "listen",
    "living",
    "mark_unreachable",
    "offer",
    "put_cards",
    "put_passing",
]
