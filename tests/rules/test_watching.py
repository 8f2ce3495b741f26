"""When an alarm rings again, and what a silence may have cost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.rules.watching import HOLDS, Alarm, Seen, Silence, silence, tell_again, troubles

BEGAN = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def test_an_alarm_that_lasts_is_told_a_few_times() -> None:
    told: list[float] = []
    last: datetime | None = None
    for minutes in range(4 * 24 * 60):
        now = BEGAN + minutes * MINUTE
        if tell_again(BEGAN, last, now):
            told.append(minutes / 60)
            last = now
    assert told == [0, 1, 6, 12, 20, 23, 24, 48, 72]


def test_one_that_could_not_be_told_is_told_as_soon_as_can_be() -> None:
    assert tell_again(BEGAN, None, BEGAN + 5 * HOUR)
    assert not tell_again(BEGAN, BEGAN + 5 * HOUR, BEGAN + 5.5 * HOUR)
    assert tell_again(BEGAN, BEGAN + 5 * HOUR, BEGAN + 6 * HOUR)


@pytest.mark.parametrize(
    ("seconds", "lost"),
    [
        (0, Silence.NOTHING),
        (150, Silence.NOTHING),
        (151, Silence.TAPS),
        (3599, Silence.TAPS),
        (3600, Silence.LONG),
        (24 * 3600 - 1, Silence.LONG),
        (24 * 3600, Silence.LOST),
        (-5, Silence.NOTHING),
    ],
)
def test_what_a_silence_may_have_cost(seconds: int, lost: Silence) -> None:
    assert silence(timedelta(seconds=seconds)) is lost


GB = 1024**3


@pytest.mark.parametrize(
    ("seen", "wrong"),
    [
        (Seen(), {}),
        (Seen(silent=timedelta(seconds=120)), {}),
        (Seen(silent=timedelta(seconds=121)), {Alarm.TELEGRAM: ""}),
        (Seen(webhook="refused"), {Alarm.WEBHOOK: "refused"}),
        (Seen(database="OperationalError"), {Alarm.DATABASE: "OperationalError"}),
        (Seen(free=GB, disk=500 * GB), {Alarm.DISK: "1024"}),
        (Seen(free=3 * GB, disk=500 * GB), {}),
        (Seen(free=GB, disk=8 * GB), {}),
        (Seen(free=GB // 2, disk=8 * GB), {Alarm.DISK: "512"}),
        (Seen(oldest_letter=30 * MINUTE), {}),
        (Seen(oldest_letter=31 * MINUTE), {Alarm.LETTERS: "31"}),
        (Seen(oldest_update=61.2), {Alarm.STUCK: "61"}),
        (Seen(failing=["a", "b"]), {Alarm.TICKS: "a, b"}),
        (Seen(anchored=date(2026, 8, 11), today=date(2026, 8, 12)), {}),
        (Seen(anchored=date(2026, 8, 10), today=date(2026, 8, 12)), {Alarm.ANCHOR: "2"}),
        (Seen(anchored=date(2026, 9, 10), today=date(2026, 8, 12)), {}),
    ],
)
def test_what_is_wrong(seen: Seen, wrong: dict[Alarm, str]) -> None:
    assert troubles(seen) == wrong


def test_every_alarm_says_how_long_its_sign_has_to_hold() -> None:
    assert HOLDS.keys() == set(Alarm)
