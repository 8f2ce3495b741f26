"""From an invitation to an active account, and what to do when the account moves."""

from __future__ import annotations

from bot.actions.joining.changes import Change, change, deny
from bot.actions.joining.claims import (
    Claim,
    Door,
    claim,
    confirm,
    door,
    not_me,
    redeem,
    typed_number,
)
from bot.actions.joining.codes import invite, invite_person
from bot.actions.joining.proofs import Contact, approve, contact_again, share, tick
from bot.actions.joining.superiors import (
    Reported,
    Welcome,
    report_superior,
    reported,
    welcome,
    withdraw_report,
)

__all__ = [
    "Change",
    "Claim",
    "Contact",
    "Door",
    "Reported",
    "Welcome",
    "approve",
    "change",
    "claim",
    "confirm",
    "contact_again",
    "deny",
    "door",
    "invite",
    "invite_person",
    "not_me",
    "redeem",
    "report_superior",
    "reported",
    "share",
    "tick",
    "typed_number",
    "welcome",
    "withdraw_report",
]
