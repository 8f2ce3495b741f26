"""The life of a leased letter: sending, and how it ends. Every step is conditional."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session, col

from bot.rules.delivery import GIVE_UP, STUMBLES, next_repeat
from storage.outbox.letter import ONCE, Kind, Letter, State
from storage.prepared import Prepared
from storage.rows import Rows

FAULT_LENGTH = 200
CARD_AGAIN = timedelta(seconds=30)
STUMBLE_PAUSE = timedelta(minutes=1)


def recover(session: Session, now: datetime) -> int:
    """Settle what a dead courier left: leased comes back, sending is ambiguous; how many were.

    Only for the holder of the courier's lease, and while nothing of its own is in flight.
    """
    change(session, col(Letter.state) == State.LEASED, state=State.WAITING)
    found = select(col(Letter.id)).where(col(Letter.state) == State.SENDING)
    left = [session.get_one(Letter, number) for number in session.connection().scalars(found)]
    for letter in left:
        ambiguous(session, letter, now, "crash while sending")
    return len(left)


_BEGIN = Rows(
    Letter,
    update(Letter)
    .where(col(Letter.id) == bindparam("this"), col(Letter.state) == State.LEASED)
    .values(attempt=col(Letter.attempt) + 1)
    .returning(Letter),
)


def begin(session: Session, letter_id: int) -> Letter | None:
    """From leased to sending; to be committed before the first byte leaves. None: not leased."""
    return _BEGIN.first(session, this=letter_id, state=State.SENDING)


_SENT = Prepared(
    update(Letter).where(
        col(Letter.id) == bindparam("this"),
        col(Letter.attempt) == bindparam("tried"),
        col(Letter.state).in_((State.SENDING, State.UNKNOWN, State.WAITING)),
    )
)


def sent(session: Session, letter: Letter, message_id: int | None, now: datetime) -> None:
    """It arrived. The truth wins over whatever a successor guessed of this attempt meanwhile."""
    values: dict[str, Any] = {"state": State.SENT, "sent_at": now, "fault": ""}
    if message_id is not None:
        values["message_id"] = message_id
    _SENT.change(session, this=letter.id, tried=letter.attempt, **values)


def back(session: Session, letter: Letter, not_before: datetime | None, fault: str) -> None:
    """Nothing left the machine: it waits again, until a moment if one is given."""
    later = {} if not_before is None else {"not_before": not_before}
    _settle(session, letter, State.WAITING, fault, **later)


def fail(session: Session, letter: Letter, fault: str) -> None:
    """Telegram refuses it for good, or there is nobody to send it to."""
    _settle(session, letter, State.FAILED, fault)


def drop(session: Session, letter: Letter) -> None:
    """No longer owed."""
    _settle(session, letter, State.DROPPED, "")


def ambiguous(session: Session, letter: Letter, now: datetime, fault: str) -> None:
    """It may have arrived or not: by its class it is never sent again, or again until known."""
    if letter.kind in ONCE:
        _settle(session, letter, State.UNKNOWN, fault)
        return
    first = letter.tried_at or now
    repeats = letter.repeats + 1
    if letter.kind == Kind.CARD:
        again = now + CARD_AGAIN if now - first < GIVE_UP else None
    else:
        again = next_repeat(repeats, first, now)
    if again is None:
        _settle(session, letter, State.UNKNOWN, fault, repeats=repeats)
        return
    known = {"repeats": repeats, "tried_at": first, "not_before": again}
    _settle(session, letter, State.WAITING, fault, **known)


def stumble(session: Session, letter_id: int, now: datetime, fault: str) -> None:
    """It could not be rendered or drawn: tried again later, given up after a few times."""
    letter = session.get_one(Letter, letter_id, populate_existing=True)
    tries = letter.attempt + (letter.state == State.LEASED)  # the others have begun and count
    ours = col(Letter.state).in_((State.LEASED, State.SENDING))
    change(
        session,
        col(Letter.id) == letter_id,
        ours,
        state=State.FAILED if tries >= STUMBLES else State.WAITING,
        attempt=tries,
        not_before=now + STUMBLE_PAUSE * tries,
        fault=fault[:FAULT_LENGTH],
    )


def withdraw(session: Session, template: str, employee_ids: Collection[int]) -> Sequence[str]:
    """Take back these people's waiting letters of a template; the keys taken back."""
    waiting = (
        update(Letter)
        .where(
            col(Letter.template) == template,
            col(Letter.employee_id).in_(employee_ids),
            col(Letter.state) == State.WAITING,
        )
        .values(state=State.DROPPED, fault="superseded")
        .returning(col(Letter.key))
    )
    return list(session.connection().scalars(waiting))


def confirm(session: Session, letter_id: int, employee_id: int, now: datetime) -> bool:
    """The person says it arrived; whether there was anything left to confirm."""
    mine = (col(Letter.id) == letter_id, col(Letter.employee_id) == employee_id)
    open_ = col(Letter.state).in_((State.WAITING, State.UNKNOWN))
    return change(session, *mine, open_, state=State.SENT, sent_at=now, fault="") == 1


def _settle(session: Session, letter: Letter, state: State, fault: str, **values: Any) -> None:
    """End an attempt, unless a successor has ended it already."""
    same = (col(Letter.id) == letter.id, col(Letter.attempt) == letter.attempt)
    values |= {"state": state, "fault": fault[:FAULT_LENGTH]}
    change(session, *same, col(Letter.state) == State.SENDING, **values)


def change(session: Session, *where: Any, **values: Any) -> int:
    """Put these values into the letters that are so; how many there were."""
    return session.connection().execute(update(Letter).where(*where).values(**values)).rowcount
