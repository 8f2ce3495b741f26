"""Questions gathered before a forum, and the host who notes a colleague without a phone."""

from __future__ import annotations

from tests.cast import Cast
from tests.conversations.test_forums import fits, opened, plan

TEXT = "Kapan loket kedua di Jayapura mulai melayani pemohon yang datang tanpa janji?"


async def test_asked_voted_for_and_hidden(cast: Cast) -> None:
    host, sari, dedi = cast.budi, cast.sari, cast.dedi
    await plan(host, "30")
    await host.taps("Kirim")
    await opened(sari)
    assert fits(sari)
    await sari.taps("Pertanyaan")
    await sari.taps("Ajukan pertanyaan")
    assert sari.sees("tanpa nama")
    assert fits(sari)
    await sari.says(TEXT)
    assert sari.sees(TEXT)
    await sari.taps("Ajukan pertanyaan")
    await sari.taps("Dengan nama saya")
    assert sari.sees("Sari Lestari")
    await sari.says("x" * 200)
    await sari.taps("Ajukan pertanyaan")
    await sari.says("y" * 200)
    assert fits(sari)
    await opened(dedi)
    await dedi.taps("Pertanyaan")
    assert "Sari" in dedi.screen.split(TEXT)[1]  # the named one
    await dedi.taps("▲ 2")
    assert dedi.sees("▲ 1 · Sari Lestari")
    await dedi.taps("✓ 1")
    await opened(host)
    assert fits(host)
    await host.taps("Pertanyaan")
    await host.taps("✗ 1")
    assert TEXT not in host.card.text


async def test_the_host_notes_a_colleague(cast: Cast) -> None:
    host = cast.budi
    await plan(host, "30")
    await host.taps("Kirim")
    await host.taps("Kode hadir")
    assert "Catat yang hadir" not in host.card.text
    host.office.clock.advance(days=6, hours=23)
    await opened(host)
    await host.taps("Kode hadir")
    assert fits(host)
    await host.taps("Catat yang hadir")
    assert fits(host)
    await host.says("tidak ada")
    assert host.sees("Tidak ada yang bernama itu")
    await host.says("dedi")
    await host.taps("Dedi")
    assert host.sees("Kehadirannya sudah dicatat")
    await host.says("dedi")
    assert host.sees("Tidak ada yang bernama itu")
