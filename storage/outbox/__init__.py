"""Letters: everything the bot says unasked, written in the transaction of the fact it tells."""

from __future__ import annotations

from storage.outbox.chats import forget_chats, leave_chat, move_chat, posted
from storage.outbox.claiming import Claimed, claim, due, oldest_due
from storage.outbox.delivery import (
    ambiguous,
    back,
    begin,
    confirm,
    drop,
    fail,
    recover,
    sent,
    stumble,
    withdraw,
)
from storage.outbox.letter import Kind, Letter, Owed, State, existing, newest, put, put_many
from storage.outbox.restored import doubt_after_restore
from storage.outbox.unconfirmed import NO_ACCOUNT, Unconfirmed, called, unconfirmed

__all__ = [
    "NO_ACCOUNT",
    "Claimed",
    "Kind",
    "Letter",
    "Owed",
    "State",
    "Unconfirmed",
    "ambiguous",
    "back",
    "begin",
    "called",
    "claim",
    "confirm",
    "doubt_after_restore",
    "drop",
    "due",
    "existing",
    "fail",
    "forget_chats",
    "leave_chat",
    "move_chat",
    "newest",
    "oldest_due",
    "posted",
    "put",
    "put_many",
    "recover",
    "sent",
    "stumble",
    "unconfirmed",
    "withdraw",
]
