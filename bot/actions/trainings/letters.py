"""Letters of training: each says what waits, and opens it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.screens import place
from storage import outbox
from storage.outbox import Kind


def tell(
    session: Session, what: str, number: int, to: int, now: datetime, *, opens: str,
    turn: str = "",
) -> None:  # fmt: skip
    """Owe `trainings.{what}` about this number, once a moment: a matter may come round again."""
    key = f"trainings.{what}/{number}/{to}/{turn or int(now.timestamp())}"
    args = (number, 0) if opens == "trainings.division" else (number,)
    outbox.put(
        session, key, Kind.DECISION, f"trainings.{what}", now, to=to, facts={"number": number},
        opens=place(opens, *args),
    )  # fmt: skip
