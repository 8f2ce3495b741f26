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
from storage.accounts.chat import (
    end_tour,
    listen,
    mark_unreachable,
    offer,
    offer_choices,
    put_cards,
    put_passing,
    tour_waits,
)
from storage.accounts.menu import MenuButton, put_menu_app, stale_menus

__all__ = [
    "ACTIVE",
    "CLAIMED",
    "ENDED",
    "SUSPENDED",
    "Account",
    "Known",
    "MenuButton",
    "active_of",
    "all_active",
    "end_tour",
    "holders",
    "in_touch",
    "is_active",
    "known",
    "listen",
    "living",
    "mark_unreachable",
    "offer",
    "offer_choices",
    "put_cards",
    "put_menu_app",
    "put_passing",
    "stale_menus",
    "tour_waits",
]
