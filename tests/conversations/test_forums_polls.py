"""A poll for a date as people meet it: asked, voted, closed, and taken as the time."""

from __future__ import annotations

from tests.cast import Cast
from tests.conversations.test_forums import fits, opened, plan


async def test_a_poll_for_a_date(cast: Cast) -> None:
    host, sari = cast.budi, cast.sari
    await plan(host, "30")
    await host.taps("Kirim")
    await host.taps("Notulen & lainnya")
    assert fits(host)
    await host.taps("Jajak pendapat")
    await host.taps("Jajak pendapat baru")
    await host.taps("Memilih waktu")
    for text in ("kemarin jam 9", "entah", "20 agustus 2026 jam 9", "17 agustus 2026 jam 9"):
        await host.says(text)
    assert host.sees("• 17 Agu 2026, 09.00\n• 20 Agu 2026, 09.00")
    assert fits(host)
    await host.taps("Buka jajak pendapat")
    await host.taps("Buka selama 3 hari")
    assert fits(host)
    await opened(sari)
    await sari.taps("Notulen & lainnya")
    await sari.taps("Jajak pendapat")
    await sari.taps("1")
    assert "Tutup jajak pendapat" not in sari.screen
    await sari.taps("20 Agu")
    await sari.taps("17 Agu")
    assert sari.button("✓ 17 Agu")
    assert sari.sees("Sudah memilih: 1.")
    await host.taps("Tutup jajak pendapat")
    assert host.sees("Tutup jajak pendapat ini sekarang? Sudah memilih: 1.")
    await host.taps("Kembali")
    await host.taps("Tutup jajak pendapat")
    await host.taps("Ya, tutup")
    assert host.sees("kurang dari tiga orang")
    await host.taps("Pakai 17 Agu")
    assert host.sees("hari libur: Hari Kemerdekaan")
    await host.taps("Kirim perubahan")
    assert host.sees("Senin, 17 Agustus 2026 pukul 09.00 WIB")
