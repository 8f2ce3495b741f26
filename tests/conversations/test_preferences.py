"""/pengaturan: quiet hours, other news, plain writing, my account."""

from __future__ import annotations

from datetime import date, time

import pytest
from sqlmodel import select

from bot.rules.preferences import leaves_time, read_hours
from storage import outbox
from storage.absences import Absence
from storage.accounts import Account
from storage.outbox import Kind, Letter, State
from tests.cast import Cast
from tests.kit import Office
from tests.post import deliver


def account(cast: Cast) -> Account:
    with cast.database.transaction(reading=True) as session:
        return session.exec(select(Account).where(Account.telegram_id == 101)).one()


async def test_everything_at_a_glance(cast: Cast) -> None:
    with cast.database.transaction() as session:
        since, until = date(2026, 8, 20), date(2026, 8, 21)
        who = cast.ids["sari"]
        session.add(Absence(employee_id=who, since=since, until=until, kind="cuti"))
    screen = await cast.sari.says("/pengaturan")
    for part in ("17.00–07.30", "WIB", "Layanan", "20 Ag", "5 Januari 2026", "[Kembali]"):
        assert part in screen


async def test_quiet_hours_by_button_and_by_word(cast: Cast) -> None:
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("Ubah jam tenang")
    await cast.sari.taps("20.00–06.00")
    assert cast.sari.sees("20.00–06.00")
    await cast.sari.taps("Ubah jam tenang")
    await cast.sari.says("18:30 sampai 6")
    assert (account(cast).quiet_from, account(cast).quiet_until) == (time(18, 30), time(6))


@pytest.mark.parametrize(
    "typed",
    [
        "nanti malam",
        "25.00-07.00",
        "18.00",
        "1.2.3-4",
        "<b>x</b>",
        "🌙",
        "x" * 5000,
        "00.00-23.59",
    ],
)
async def test_bad_hours_keep_the_prompt_open(cast: Cast, typed: str) -> None:
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("Ubah jam tenang")
    await cast.sari.says(typed)
    assert cast.sari.sees("Mohon")
    assert account(cast).quiet_from is None
    await cast.sari.says("18.00-07.00")
    assert account(cast).quiet_from == time(18)


async def test_other_news_can_be_switched_off_but_duties_not(cast: Cast, office: Office) -> None:
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("Matikan kabar lain")
    assert cast.sari.sees("mati")
    with cast.database.transaction() as session:
        now = office.clock.now()
        to = cast.ids["sari"]
        outbox.put(session, "n", Kind.REMINDER, "reminders.digest", now, to=to, optional=True)
    await deliver(cast)
    with cast.database.transaction(reading=True) as session:
        assert session.exec(select(Letter.state)).one() == State.DROPPED
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("Nyalakan kabar lain")
    assert account(cast).digest


async def test_plain_writing_takes_pictograms_away(cast: Cast) -> None:
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("Kemudahan membaca")
    await cast.sari.taps("Tanpa emoji")
    assert account(cast).plain
    await cast.sari.taps("Dengan emoji")
    assert not account(cast).plain


async def test_a_double_tap_switches_once(cast: Cast) -> None:
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("Kemudahan membaca")
    data = cast.sari.button("Tanpa emoji")
    await cast.sari.taps("", data=data)
    await cast.sari.taps("", data=data)
    assert account(cast).plain


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("17.00-07.30", (time(17), time(7, 30))),
        ("pukul 20:15 s.d. 5.45", (time(20, 15), time(5, 45))),
        ("19 – 7", (time(19), time(7))),
        ("24.00-07.00", None),
        ("", None),
        ("1 2 3", None),
    ],
)
def test_hours_are_read(text: str, hours: tuple[time, time] | None) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize(
    ("start", "end", "fine"),
    [
        (time(17), time(7, 30), True),
        (time(11, 30), time(7, 30), True),
        (time(11, 29), time(7, 30), False),
        (time(7, 30), time(13), True),
        (time(7, 30), time(13, 1), False),
        (time(9), time(9), True),
    ],
)
def test_four_working_hours_stay_welcome(start: time, end: time, fine: bool) -> None:
    assert leaves_time(start, end) is fine
