"""Letters: everything the bot says unasked, written in the transaction of the fact it tells."""

from __future__ import annotations

from storage.outbox.delivery import (
    ambiguous,
    back,
    begin,
    claim,
    confirm,
    drop,
    due,
    fail,
    move_chat,
    recover,
    sent,
    stumble,
    withdraw,
)
from storage.outbox.letter import Kind, Letter, Owed, State, put, put_many
from storage.outbox.unconfirmed import Unconfirmed, called, unconfirmed
from storage.outbox.wakeup import on_new

__all__ = [
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
    "drop",
    "due",
    "fail",
    "move_chat",
    "on_new",
    "put",
    "put_many",
    "recover",
    "sent",
    "stumble",
    "unconfirmed",
    "withdraw",
]
