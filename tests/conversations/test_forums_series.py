"""A forum of every month, planned, invited to and moved, as people meet it."""

from __future__ import annotations

from sqlmodel import select

from handlers.forums.letters import LETTERS
from handlers.table import Recipient
from storage.outbox import Letter
from tests.cast import Cast
from tests.conversations.test_forums import fits, opened, plan, sent_calendar


async def repeat(cast: Cast) -> None:
    """Budi plans one for the first Wednesday of four months, up to the summary."""
    host = cast.budi
    await plan(host, "30")
    await host.taps("Ulangi kegiatan")
    assert fits(host)
    await host.taps("Setiap Rabu ketiga")
    assert fits(host)
    await host.says("banyak")
    assert host.sees("Ketiklah angka dari 2 sampai 12")
    await host.says("4 kali")
    await host.taps("Lanjut")


async def test_from_the_rhythm_to_the_letters(cast: Cast) -> None:
    host = cast.budi
    await repeat(cast)
    assert fits(host)
    assert host.sees("Berulang: setiap Rabu ketiga, 4 kali, sampai 18 Nov 2026")
    await host.taps("Kirim")
    assert host.sees("Pertemuan ke-1 dari 4")
    with cast.database.transaction(reading=True) as session:
        (letter,) = session.exec(select(Letter).where(Letter.employee_id == cast.ids["sari"]))
        to = Recipient(cast.ids["sari"], "Sari", 2, cast.sari.office.clock.now())
        drawn = LETTERS["forums.invited"](session, to, {"forum": 1, "sequence": 0})
    assert letter.template == "forums.invited"
    assert drawn is not None
    assert "Berulang: setiap Rabu ketiga, 4 kali" in drawn.text
    assert "jawab satu per satu di /forum" in drawn.text


async def test_all_dates_and_their_file(cast: Cast) -> None:
    await repeat(cast)
    await cast.budi.taps("Kirim")
    guest = cast.sari
    await opened(guest)
    await guest.taps("Kalender")
    await guest.taps("Semua jadwal")
    assert fits(guest)
    assert guest.sees("<b>1. • 19 Agu 2026, 09.00</b>")
    assert guest.sees("4. • 18 Nov 2026, 09.00")
    await guest.taps("Semua jadwal (.ics)")
    assert len(sent_calendar(guest).walk("VEVENT")) == 4


async def test_one_or_all_that_follow(cast: Cast) -> None:
    host = cast.budi
    await repeat(cast)
    await host.taps("Kirim")
    await host.taps("Ubah atau batalkan")
    await host.taps("Waktu lain")
    await host.says("20 agustus 2026 jam 13.30")
    await host.taps("Ya")
    assert host.sees("Masih ada 3 pertemuan berikutnya")
    assert fits(host)
    await host.taps("Kirim: juga berikutnya")
    await opened(cast.sari)
    await cast.sari.taps("Kalender")
    await cast.sari.taps("Semua jadwal")
    assert cast.sari.sees("19 Nov 2026, 13.30")
    await opened(host)
    await host.taps("Ubah atau batalkan")
    await host.taps("Batalkan kegiatan")
    await host.says("Kunjungan Ombudsman")
    assert fits(host)
    await host.taps("Batal kali ini saja")
    await opened(cast.sari)
    assert cast.sari.sees("Pertemuan ke-2 dari 4")
