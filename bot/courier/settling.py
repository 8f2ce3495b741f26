"""Writing down how an attempt ended."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.groups import coming
from bot.actions.letters import Outgoing
from bot.courier.outcomes import Outcome, Verdict
from storage import accounts, groups, outbox, pauses
from storage.outbox import Letter


def settle(
    session: Session,
    letter: Letter,
    outgoing: Outgoing,
    outcome: Outcome,
    now: datetime,
    wall: datetime,
) -> None:
    """One transaction: the row, and what the outcome says of the account, the chat or the pace.

    `now` is the office's time, `wall` the machine's: Telegram's patience is measured in that.
    """
    match outcome.verdict:
        case Verdict.SENT:
            outbox.sent(session, letter, outcome.message_id, now)
            if outgoing.was_unreachable:
                accounts.mark_unreachable(session, outgoing.chat_id, None, now)
        case Verdict.AMBIGUOUS:
            outbox.ambiguous(session, letter, now, outcome.fault)
        case Verdict.OFFLINE | Verdict.LOCKED_OUT:
            outbox.back(session, letter, None, outcome.fault)
        case Verdict.TOO_FAST:
            pauses.extend(session, pauses.TELEGRAM, wall + outcome.wait)
            outbox.back(session, letter, None, outcome.fault)
        case Verdict.MOVED:
            coming.moved(session, outgoing.chat_id, outcome.chat_id, now)
            outbox.back(session, letter, None, outcome.fault)
        case Verdict.UNREACHABLE if groups.at(session, outgoing.chat_id) is not None:
            outbox.back(session, letter, None, outcome.fault)
            coming.left(session, outgoing.chat_id, now)
        case Verdict.UNREACHABLE:
            outbox.fail(session, letter, outcome.fault)
            accounts.mark_unreachable(session, outgoing.chat_id, outcome.fault, now)
        case Verdict.MUTED if coming.muted(session, outgoing.chat_id, letter.created_at, now):
            outbox.back(session, letter, now + coming.MUTED_PAUSE, outcome.fault)
        case Verdict.REFUSED | Verdict.MUTED:
            outbox.fail(session, letter, outcome.fault)
