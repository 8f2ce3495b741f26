"""The morning digest on the phone: open a task, put it off, see the list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.texts import tasks
from storage import duties
from storage.duties import DutyKind
from tests.cast import Cast
from tests.kit import Office
from tests.post import deliver, tick


def owe(cast: Cast, who: str, due: date, kind: DutyKind = DutyKind.REPORT, **more: int) -> None:
    with cast.database.transaction() as session:
        duties.owe(session, kind, cast.ids[who], date(2026, 8, 3), due, **more)


def done(cast: Cast, office: Office) -> None:
    with cast.database.transaction() as session:
        duties.done(session, DutyKind.REPORT, office.clock.now(), owner_id=cast.ids["sari"])


async def test_one_message_says_everything_and_opens_on_request(cast: Cast) -> None:
    owe(cast, "budi", date(2026, 8, 19), DutyKind.APPRAISE, about_id=cast.ids["sari"])
    owe(cast, "budi", date(2026, 8, 15))
    await tick(cast)
    assert len(cast.budi.bubbles) == 1
    assert cast.budi.sees("Bapak Budi Santoso, S.Sos.")
    assert cast.budi.sees("Laporan triwulan (3 hari lagi)")
    assert cast.budi.sees("Nilai Sari Lestari (7 hari lagi)")
    assert cast.budi.button("Laporan triwulan").startswith("r.reports.write/0.")
    assert cast.budi.button("Nilai Sari Lestari").startswith("r.appraisals.form/0/")
    await tick(cast)
    assert len(cast.budi.bubbles) == 1


async def test_what_was_done_meanwhile_is_not_told(cast: Cast, office: Office) -> None:
    owe(cast, "sari", date(2026, 8, 19))
    office.clock.advance(hours=-8)  # 02.00: the digest waits for the morning
    await tick(cast)
    done(cast, office)
    office.clock.advance(hours=8)
    await tick(cast)
    assert cast.sari.bubbles == []


async def test_the_superior_hears_one_line_a_person(cast: Cast, office: Office) -> None:
    for number in range(3):
        owe(cast, "sari", date(2026, 8, 7), object_id=number)
    owe(cast, "dedi", date(2026, 8, 7))
    await tick(cast)
    assert cast.budi.sees("Sari Lestari: 3 tugas, lewat 5 hari")
    assert cast.budi.sees("Dedi Pratama: 1 tugas")
    assert "Sari" not in cast.dedi.screen


async def test_put_off_for_an_hour_twice_and_no_more(cast: Cast, office: Office) -> None:
    owe(cast, "sari", date(2026, 8, 19))
    await tick(cast)
    for _ in range(2):
        await cast.sari.taps("Ingatkan nanti")
        await cast.sari.taps("1 jam lagi")
        assert any("diingatkan lagi pada" in toast for toast in cast.sari.toasts)
        before = len(cast.sari.bubbles)
        await deliver(cast)
        assert len(cast.sari.bubbles) == before
        office.clock.advance(minutes=61)
        await deliver(cast)
        assert cast.sari.sees("Laporan triwulan")
    assert "Ingatkan nanti" not in cast.sari.screen


async def test_a_double_tap_puts_off_once(cast: Cast, office: Office) -> None:
    owe(cast, "sari", date(2026, 8, 19))
    await tick(cast)
    await cast.sari.taps("Ingatkan nanti")
    data = cast.sari.button("Besok pagi")
    await cast.sari.taps("", data=data)
    await cast.sari.taps("", data=data)
    await office.feeds_again()
    office.clock.advance(days=1)
    await deliver(cast)
    assert sum("Pengingat" in bubble.text for bubble in cast.sari.bubbles) == 1


async def test_never_past_the_due_date_without_saying_so(cast: Cast, office: Office) -> None:
    owe(cast, "sari", date(2026, 8, 14))
    await tick(cast)
    await cast.sari.taps("Ingatkan nanti")
    await cast.sari.taps("Senin")
    assert cast.sari.sees("jatuh tempo sebelum")
    await cast.sari.taps("Tetap tunda")
    assert any("diingatkan lagi" in toast for toast in cast.sari.toasts)


async def test_nobody_puts_off_what_is_anothers(cast: Cast) -> None:
    owe(cast, "sari", date(2026, 8, 19))
    await tick(cast)
    await cast.sari.taps("Ingatkan nanti")
    data = cast.sari.button("Besok pagi")
    await cast.dedi.taps("", data=data)
    assert cast.dedi.toasts
    with cast.database.transaction() as session:
        (row,) = duties.all_open(session, date(2026, 8, 12))
    assert row.snoozed_until is None


async def test_the_menu_holds_my_tasks_and_many_of_a_kind_are_one_line(cast: Cast) -> None:
    owe(cast, "budi", date(2026, 8, 13))
    for name in ("sari", "dedi", "yosef"):
        owe(cast, "budi", date(2026, 8, 19), DutyKind.APPRAISE, about_id=cast.ids[name])
    await cast.budi.says("/menu")
    assert cast.budi.sees("• Laporan triwulan (<b>besok</b>)")
    await cast.budi.taps("Nilai 3 pegawai")
    assert cast.budi.sees("Tugas saya")
    assert cast.budi.sees("Nilai Yosef Wanggai")


async def test_the_list_has_pages(cast: Cast) -> None:
    for number in range(7):
        owe(cast, "sari", date(2026, 8, 13) + timedelta(number), object_id=number)
    await cast.sari.says("/menu")
    await cast.sari.taps("7 laporan triwulan")
    assert cast.sari.sees("halaman 1 dari 2")
    await cast.sari.taps("▶")
    assert cast.sari.sees("halaman 2 dari 2")
    await cast.sari.taps("◀")
    assert cast.sari.sees("halaman 1 dari 2")


@pytest.mark.parametrize(
    ("told", "quarter", "read"),
    [
        ("Laporan triwulan", 3, "Laporan triwulan III"),
        ("Laporan triwulan", 0, "Laporan triwulan"),
        ("Terbitkan hasil", 4, "Terbitkan hasil TW IV"),
        ("Nilai Danang Triwardana", 4, "Nilai Danang Triward… IV"),
    ],
)
def test_a_label_names_its_quarter(told: str, quarter: int, read: str) -> None:
    bare = "triwulan" in told
    assert tasks.of_quarter(told, quarter, bare=bare) == read
