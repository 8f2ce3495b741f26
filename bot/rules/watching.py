"""When the operator is alarmed, how often, and what a silence means for the people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class Alarm(StrEnum):
    TELEGRAM = "telegram"  # it does not answer
    WEBHOOK = "webhook"  # it does not reach us
    DATABASE = "database"
    DISK = "disk"
    LETTERS = "letters"
    STUCK = "stuck"
    TICKS = "ticks"
    ANCHOR = "anchor"
    REPLAY = "replay"  # a published result does not come out as it was told
    STOPPED = "stopped"  # nothing of ours runs


class Silence(StrEnum):
    """What people may have lost while Telegram was not heard."""

    NOTHING = "nothing"
    TAPS = "taps"
    LONG = "long"  # so long that whoever tapped has put the phone away
    LOST = "lost"  # messages too


TAPS_LAST = timedelta(seconds=150)
"""Telegram drops an unanswered tap after that."""
MESSAGES_LAST = timedelta(hours=24)
"""Telegram drops everything else after that."""
LONG = timedelta(hours=1)
AWAY = timedelta(minutes=10)
"""A stop that lasts longer is worth telling the operator."""
UNHEARD = timedelta(seconds=120)
"""Without an answer to getUpdates for so long we are not ready; it is held 25 s at most."""

HOLDS = {
    Alarm.TELEGRAM: timedelta(),  # counted from the last answer already
    Alarm.WEBHOOK: timedelta(minutes=2),
    Alarm.DATABASE: timedelta(minutes=1),
    Alarm.DISK: timedelta(minutes=1),
    Alarm.LETTERS: timedelta(minutes=10),
    Alarm.STUCK: timedelta(minutes=1),
    Alarm.TICKS: timedelta(),
    Alarm.ANCHOR: timedelta(minutes=10),
    Alarm.REPLAY: timedelta(),
    Alarm.STOPPED: timedelta(),
}
"""For how long a sign has to be there before it rings."""

MARKS = (
    timedelta(),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=20),
    timedelta(hours=23),
)
DAILY = timedelta(days=1)

OLDEST_LETTER = timedelta(minutes=30)
OLDEST_UPDATE = 60.0
DAYS_WITHOUT_ANCHOR = 2
FAILURES = 3
LEAST_FREE, LEAST_SHARE = 2 * 1024**3, 0.10


@dataclass(frozen=True, slots=True)
class Seen:
    """One look around. `webhook` and `database` are what is wrong with them; "" is well."""

    silent: timedelta | None = None
    webhook: str = ""
    database: str = ""
    free: int = LEAST_FREE
    disk: int = LEAST_FREE
    oldest_letter: timedelta = timedelta()
    oldest_update: float = 0.0
    failing: Sequence[str] = ()
    anchored: date | None = None
    today: date | None = None
    disagreeing: str = ""


def troubles(seen: Seen) -> dict[Alarm, str]:
    """What is wrong now, each with what is worth knowing about it."""
    found: dict[Alarm, str] = {}
    if seen.silent is not None and seen.silent > UNHEARD:
        found[Alarm.TELEGRAM] = ""
    if seen.webhook:
        found[Alarm.WEBHOOK] = seen.webhook
    if seen.database:
        found[Alarm.DATABASE] = seen.database
    if seen.free < min(LEAST_FREE, LEAST_SHARE * seen.disk):
        found[Alarm.DISK] = str(seen.free // 1024**2)
    if seen.oldest_letter > OLDEST_LETTER:
        found[Alarm.LETTERS] = str(int(seen.oldest_letter.total_seconds() // 60))
    if seen.oldest_update > OLDEST_UPDATE:
        found[Alarm.STUCK] = str(int(seen.oldest_update))
    if seen.failing:
        found[Alarm.TICKS] = ", ".join(seen.failing)
    if seen.anchored and seen.today:
        days = (seen.today - seen.anchored).days
        if days >= DAYS_WITHOUT_ANCHOR:
            found[Alarm.ANCHOR] = str(days)
    if seen.disagreeing:
        found[Alarm.REPLAY] = seen.disagreeing
    return found


def tell_again(since: datetime, told_at: datetime | None, now: datetime) -> bool:
    """Whether an alarm is to be told now: at once, after 1, 6, 12, 20, 23 h, then once a day."""
    if told_at is None:
        return True
    if now - since >= DAILY:
        return now - told_at >= DAILY or told_at - since < DAILY
    return any(told_at - since < mark <= now - since for mark in MARKS)


def silence(lasted: timedelta) -> Silence:
    """What may have been lost in a silence of that length."""
    if lasted <= TAPS_LAST:
        return Silence.NOTHING
    if lasted < LONG:
        return Silence.TAPS
    return Silence.LONG if lasted < MESSAGES_LAST else Silence.LOST
