"""Materials before, and three questions after, as people meet them."""

from __future__ import annotations

from tests.cast import Cast
from tests.conversations.test_forums import fits, opened, plan

LINK = "https://contoh.go.id/paparan/antrean-daring"


async def test_a_link_goes_to_whoever_is_invited(cast: Cast) -> None:
    host, sari = cast.budi, cast.sari
    await plan(host, "30")
    await host.taps("Kirim")
    await host.taps("Notulen & lainnya")
    await host.taps("Bahan")
    await host.says("bukan tautan")
    assert host.sees("Itu bukan tautan")
    await host.says(LINK)
    await host.sends_document("paparan.pdf", "application/pdf", size=2_000)
    assert host.sees("2. paparan.pdf <i>(sedang diperiksa)</i>")
    assert fits(host)
    await opened(sari)
    await sari.taps("Notulen & lainnya")
    await sari.taps("Bahan (1)")
    assert "paparan.pdf" not in sari.card.text
    await sari.taps("1. contoh.go.id")
    assert "Hapus" not in sari.screen
    assert any("Buka tautan" in label for row in sari.card.keyboard for label, _ in row)
    await host.taps("1. contoh.go.id")
    await host.taps("Hanya yang hadir")
    await sari.taps("Kembali")
    assert sari.sees("Belum ada.")


async def test_three_questions_by_tap(cast: Cast) -> None:
    host, sari, clock = cast.budi, cast.sari, cast.budi.office.clock
    await plan(host, "30")
    await host.taps("Kirim")
    clock.advance(days=6, hours=23)
    await opened(host)
    await host.taps("Kode hadir")
    await host.taps("Catat yang hadir")
    await host.taps("Sari")
    clock.advance(hours=4)
    await sari.says("/forum")
    await sari.taps("Yang sudah lewat")
    await sari.taps("✓ 19 Agu")
    await sari.taps("Notulen & lainnya")
    await sari.taps("Beri umpan balik")
    for level in ("5", "4", "3"):
        assert fits(sari)
        await sari.taps(level)
    assert sari.sees("Waktu digunakan dengan baik: <b>3 Cukup</b>")
    await sari.says("Contohnya sangat membantu")
    assert sari.sees("Komentar: Contohnya")
    assert fits(sari)
    await sari.taps("Kirim")
    await sari.taps("Notulen & lainnya")
    assert "Beri umpan balik" not in sari.screen
    await host.says("/forum")
    await host.taps("Yang sudah lewat")
    await host.taps("★ 19 Agu")
    await host.taps("Notulen & lainnya")
    assert fits(host)
    await host.taps("Umpan balik kegiatan")
    assert host.sees("1 dari 1 yang hadir sudah menjawab")
    assert host.sees("mulai tiga jawaban")
    assert "membantu" not in host.screen
