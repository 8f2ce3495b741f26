"""What an answer, or the lack of one, says about a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)


class Verdict(StrEnum):
    SENT = "sent"
    AMBIGUOUS = "ambiguous"  # it may have arrived
    OFFLINE = "offline"  # nothing left the machine
    TOO_FAST = "too_fast"
    MOVED = "moved"
    UNREACHABLE = "unreachable"  # this account cannot be written to
    MUTED = "muted"  # this chat can be read, not written to
    REFUSED = "refused"  # this letter cannot be sent
    LOCKED_OUT = "locked_out"  # Telegram does not know the token


@dataclass(frozen=True, slots=True)
class Outcome:
    """`wait` with TOO_FAST, `chat_id` with MOVED, `message_id` with SENT."""

    verdict: Verdict
    fault: str = ""
    message_id: int | None = None
    wait: timedelta = timedelta()
    chat_id: int = 0


# What Telegram says, and the reason an account is marked with. Other refusals mark nobody.
UNREACHABLE = {
    "bot was blocked by the user": "blocked",
    "user is deactivated": "deactivated",
    "bot can't initiate conversation": "never_started",
    "bot was kicked": "kicked",
    "bot is not a member": "not_a_member",
    "group chat was deleted": "deleted",
    "can't send messages to bots": "is_bot",
    "chat not found": "chat_not_found",
    "user not found": "chat_not_found",
    "peer_id_invalid": "chat_not_found",
}
MUTED = (
    "not enough rights", "no rights to send", "need administrator rights", "chat_write_forbidden",
    "chat_admin_required", "chat_restricted",
)  # fmt: skip
UNCHANGED = "message is not modified"
NEVER_LEFT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


def outcome_of(error: TelegramError) -> Outcome:
    """BadRequest and TimedOut are kinds of NetworkError, so the definite answers come first."""
    match error:
        case RetryAfter():
            wait = error.retry_after
            return Outcome(
                Verdict.TOO_FAST,
                "too fast",
                wait=wait if isinstance(wait, timedelta) else timedelta(seconds=wait),
            )
        case ChatMigrated():
            return Outcome(Verdict.MOVED, "became a supergroup", chat_id=error.new_chat_id)
        case InvalidToken() | Conflict():
            return Outcome(Verdict.LOCKED_OUT, type(error).__name__)
        case Forbidden() | BadRequest():
            return _refusal(error)
    if isinstance(error.__cause__, NEVER_LEFT):
        return Outcome(Verdict.OFFLINE, type(error.__cause__).__name__)
    return Outcome(Verdict.AMBIGUOUS, _kind(error))


def _refusal(error: Forbidden | BadRequest) -> Outcome:
    said = error.message.lower()
    if UNCHANGED in said:
        return Outcome(Verdict.SENT)
    for words, reason in UNREACHABLE.items():
        if words in said:
            return Outcome(Verdict.UNREACHABLE, reason)
    muted = any(words in said for words in MUTED)
    return Outcome(Verdict.MUTED if muted else Verdict.REFUSED, error.message)


def _kind(error: TelegramError) -> str:
    cause = error.__cause__
    return f"{type(error).__name__}: {type(cause).__name__ if cause else error.message}"
