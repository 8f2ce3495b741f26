"""The record of a forum as people meet it: written in the chat, read, printed, done."""

from __future__ import annotations

from aiogram.methods import SendDocument

from tests.cast import Cast
from tests.conversations.test_forums import fits, opened, plan

POINT = "Antrean daring di Jayapura mulai bulan depan, dengan satu petugas cadangan"
STEP = "Menyiapkan petugas cadangan untuk loket prioritas"


async def started(cast: Cast) -> None:
    await plan(cast.budi, "30")
    await cast.budi.taps("Kirim")
    cast.budi.office.clock.advance(days=6, hours=23)


async def test_a_record_from_the_first_line_to_the_step_that_is_done(cast: Cast) -> None:
    host, sari, dedi = cast.budi, cast.sari, cast.dedi
    await started(cast)
    await opened(host)
    assert fits(host)
    await host.taps("Notulen & lainnya")
    await host.taps("Notulen")
    assert host.sees("Notulen belum diterbitkan")
    await host.taps("Tulis notulen")
    await host.says(POINT)
    assert host.sees(f"1. <b>Pokok bahasan:</b> {POINT}")
    await host.taps("+ Keputusan")
    await host.says("Loket prioritas dibuka setiap hari kerja")
    await host.taps("+ Tindak lanjut")
    await host.sends_photo()
    await host.says(STEP)
    assert fits(host)
    await host.says("dedi")
    await host.taps("Dedi")
    await host.says("kemarin")
    await host.says("28 Agustus 2026")
    assert host.sees("(Dedi Pratama, sampai 28 Agu 2026)")
    assert fits(host)
    await host.taps("Ubah baris")
    assert fits(host)
    await host.taps("1")
    await host.says(f"{POINT}.")
    await host.taps("Kembali")
    await host.taps("Terbitkan notulen")
    assert host.sees("Terbitkan notulen ini? Isinya 3 baris, 1 di antaranya tindak lanjut.")
    assert fits(host)
    await host.taps("Kembali")
    await host.taps("Terbitkan notulen")
    await host.taps("Ya, terbitkan")
    assert host.sees("Edisi 1, diterbitkan Budi Santoso")
    await host.taps("Notulen PDF")
    (*_, sent) = [c for c in host.office.telegram.calls if isinstance(c, SendDocument)]
    assert getattr(sent.document, "data", b"").startswith(b"%PDF")

    await opened(sari)
    await sari.taps("Notulen & lainnya")
    assert fits(sari)
    await sari.taps("Notulen")
    assert sari.sees(f"{POINT}.")
    assert "Koreksi notulen" not in sari.screen
    await dedi.says("/menu")
    await dedi.taps("Tindak lanjut rapat")
    assert dedi.sees(STEP)
    assert fits(dedi)
    await dedi.says("Petugas cadangan sudah ditunjuk")
    assert dedi.sees("Selesai pada")
    await sari.taps("Kembali")
    await sari.taps("Tindak lanjut")
    assert sari.sees("0 dari 1 belum selesai")


async def test_corrected_by_the_note_taker_and_handed_on(cast: Cast) -> None:
    host, sari, dedi = cast.budi, cast.sari, cast.dedi
    await started(cast)
    await opened(host)
    await host.taps("Notulen & lainnya")
    await host.taps("Notulen")
    await host.taps("Tunjuk notulis")
    assert fits(host)
    await host.says("sari")
    await host.taps("Sari")
    assert host.sees("Notulis: Sari Lestari")
    await opened(sari)
    await sari.taps("Notulen & lainnya")
    await sari.taps("Notulen")
    await sari.taps("Tulis notulen")
    await sari.taps("+ Tindak lanjut")
    await sari.says(STEP)
    await sari.taps("Dedi")
    await sari.taps("2 minggu lagi")
    await sari.taps("Terbitkan notulen")
    await sari.taps("Ya, terbitkan")
    await sari.taps("Koreksi notulen")
    await sari.says(POINT)
    await sari.taps("Terbitkan notulen")
    assert sari.sees("Apa yang Anda koreksi")
    await sari.says("Satu pokok bahasan terlewat")
    assert sari.sees("Edisi 2")
    assert sari.sees("Dikoreksi: Satu pokok bahasan terlewat")
    await sari.taps("Edisi sebelumnya")
    await sari.taps("Edisi 1")
    assert POINT not in sari.card.text

    await dedi.says("/menu")
    await dedi.taps("Tindak lanjut rapat")
    await dedi.taps("Serahkan ke orang lain")
    await dedi.taps("Sari")
    assert dedi.sees("diminta mengambil alih")
    await sari.says("/menu")
    await sari.taps("Ambil alih dari Dedi")
    await sari.taps("Ya, saya ambil alih")
    assert sari.sees("Penanggung jawab: Sari Lestari")
