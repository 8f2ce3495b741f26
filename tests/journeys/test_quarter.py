"""A quarter as a newcomer plays it: the real bot, the sandbox, nothing but HTTP between."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from sandbox.client import Refused, Sandbox
from tests.journeys.playing import PATIENCE, demo, disagreements, photo, presses, reads

pytestmark = pytest.mark.timeout(600)
TITLE = "Antrean loket turun dari 40 menjadi 15 menit"
DIGEST = "Pengingat: hal berikut menunggu Anda."


async def _achieves(telegram: Sandbox) -> None:
    """Sari tells with a photo, loses nothing to bad answers, and sends."""
    sari = telegram.as_("sari")
    await sari.sends_file(photo(TITLE), kind="photo", name="loket.jpg", caption=TITLE)
    await presses(sari, "Jadikan prestasi", "Lanjut")
    await sari.says("5 Desember 2027")
    await reads(sari, "belum tiba")
    await sari.says("<b>entah</b> kapan 👍")
    await reads(sari, "belum saya pahami")
    await sari.says("/batal")
    await reads(sari, "draf yang sudah Anda isi tetap tersimpan")
    await sari.says("/prestasi")
    await presses(sari, "1. ✎ Antrean")
    await presses(sari, "Lanjut")
    await sari.says("5 November 2026")
    await reads(sari, "Kamis, 5 November 2026")
    await presses(sari, "Ya, benar", "Inovasi", "Inovasi", "Lanjut")
    await sari.says("40 menit")
    await sari.says("15")
    await sari.sends_file(b"MZ" + bytes(500), name="program.exe")
    await reads(sari, "Jenis berkas ini tidak dapat dijadikan bukti")
    await presses(sari, "Lanjut")
    await reads(sari, "40 → 15 menit")
    await presses(sari, "Kirim")
    await reads(sari, "Bapak Budi Prasetyadi")


async def _is_rated(telegram: Sandbox) -> None:
    """Budi finds Sari's at the end of the queue of four, gives a five and approves."""
    sari, budi = telegram.as_("sari"), telegram.as_("budi")
    await reads(budi, "Prestasi yang menunggu penilaian Anda: 4.")
    await presses(budi, "Buka", "▶", "▶", "▶")
    await reads(budi, TITLE)
    await presses(budi, "Lihat bukti")
    assert len([one for one in await budi.chat() if one["keyboard"]]) == 1  # one living card
    await presses(budi, "Nilai", "5", "Setujui")
    await reads(sari, "sudah diputuskan")
    await presses(sari, "Buka")
    await reads(sari, "Inovasi: 5")


async def _mends(telegram: Sandbox) -> None:
    """What comes back with a reason is changed and sent again."""
    budi, putri = telegram.as_("budi"), telegram.as_("putri")
    await presses(budi, "Kembalikan")
    await budi.says("Mohon lampirkan foto & daftar <hadir>.")
    await presses(budi, "Kembalikan")
    await presses(putri, "Buka")
    await reads(putri, "Mohon lampirkan foto & daftar <hadir>.")
    await presses(putri, "Ubah", "Judul")
    await putri.says("Daftar periksa berkas di pintu masuk, dengan foto")
    await presses(putri, "Kirim")
    await reads(putri, "Menunggu penilaian")


async def _is_honoured(telegram: Sandbox) -> None:
    """Wayan proposes the first of the ranking, the head decides, Sari gets the letter."""
    sari, wayan, kepala = (telegram.as_(key) for key in ("sari", "wayan", "kepala"))
    budi = telegram.as_("budi")
    await budi.says("/nilai")
    await reads(budi, "4 dari 4 terkirim.")  # not those who came after the quarter
    await sari.says("/skor")
    await reads(sari, "11 dari 11 sudah dinilai")
    await reads(sari, "Penerbitan: oleh pimpinan")
    await wayan.says("/panel")
    await presses(wayan, "Peringkat", "1. Sari", "Usulkan penghargaan")
    await wayan.says("Memangkas waktu antrean bagi semua pemohon.")
    await presses(wayan, "Ya, usulkan")
    await reads(wayan, "Usulan sudah diserahkan")
    await kepala.says("/penghargaan")
    await presses(kepala, "Putuskan (", "Putuskan: Sari", "Setujui", "Ya, tetapkan")
    await reads(kepala, "ketik enam angka")
    await kepala.says("000000")
    await reads(kepala, "Kode itu tidak tepat")
    code = await kepala.code()
    await kepala.says(code)
    await reads(kepala, "Nomor 6/2026")
    assert code not in await kepala.transcript()
    await reads(sari, "ada kabar baik tentang kerja Anda")
    await presses(sari, "Buka")
    await reads(sari, "Selamat, dan terima kasih atas kerja Anda!")


async def _is_published(telegram: Sandbox) -> None:
    """The head publishes, with the code of a moment ago; Sari sees it and has received it."""
    sari, kepala = telegram.as_("sari"), telegram.as_("kepala")
    await kepala.says("/terbit")
    await presses(kepala, "Tulis alasan")
    await kepala.says("Kalibrasi selesai lebih cepat dari jadwal.")
    await presses(kepala, "Ya, terbitkan")
    await reads(kepala, "Diterbitkan oleh")
    await telegram.clock.advance(120)
    await reads(sari, "sudah terbit")
    await presses(sari, "Lihat hasil saya", "Sudah saya terima")
    await reads(sari, "Keberatan dapat diajukan sampai")
    await presses(sari, "Mengapa?")
    await reads(sari, "= 116,91")


async def _meet(telegram: Sandbox) -> None:
    """Budi invites, Sari comes, and keeps it in her calendar."""
    sari, budi = telegram.as_("sari"), telegram.as_("budi")
    await budi.says("/forum")
    await presses(budi, "Buat kegiatan", "Forum diskusi")
    await budi.says("Berbagi cara loket cepat")
    await presses(budi, "Unit saya & bawahannya")
    await budi.says("senin depan jam 9")
    await reads(budi, "Senin, 16 November 2026 pukul 09.00 WIB")
    await presses(budi, "Ya", "1 jam")
    await budi.says("Ruang rapat lantai 2")
    await presses(budi, "Lewati", "Kirim")
    await reads(sari, "Ruang rapat lantai 2")
    await presses(sari, "Hadir", "Kalender (.ics)")
    files = [one["file"] for one in await sari.chat() if one["kind"] == "document"]
    assert [file["name"].endswith(".ics") for file in files if file] == [False, True]


async def _joins(telegram: Sandbox) -> None:
    """Who was invited proves with the own contact, never with somebody else's."""
    bagas = telegram.as_("bagas")
    people = (await telegram.state())["people"]
    caption = next(one["role"] for one in people if one["key"] == "bagas")
    await bagas.follows(f"https://{caption.split(': ')[1]}")
    await presses(bagas, "Ya, ini saya")
    await bagas.shares_contact("sari")
    await reads(bagas, "Ini bukan kontak Anda sendiri")
    await bagas.shares_contact()
    await reads(bagas, "Nomor Anda cocok. Akun sudah aktif.")


async def _rejects_foreign_presses(telegram: Sandbox) -> None:
    sari, putri = telegram.as_("sari"), telegram.as_("putri")
    keys = [key for one in await putri.chat() for row in one["keyboard"] for key in row]
    assert keys
    before = len(await sari.chat())
    for key in keys:
        await sari.taps(data=key["data"])
        await sari.sees_toast("tidak tersedia untuk Anda", timeout=PATIENCE)
    assert len(await sari.chat()) == before


async def _is_reminded(telegram: Sandbox) -> None:
    """Sari has reported, Putri has not: at H-3 one digest to Putri, its button on the task."""
    sari, putri = telegram.as_("sari"), telegram.as_("putri")
    await sari.says("/laporan")
    await sari.says("Antrean loket kini lima belas menit, dan pemohon lansia didampingi.")
    await presses(sari, "Kirim")
    await reads(sari, "Laporan Anda sudah terkirim.")
    marks = (await telegram.state())["marks"]
    at = next(one["at"] for one in marks if one["label"] == "H-3 laporan triwulan")
    quiet = await sari.cursor()
    await telegram.clock.to(datetime.fromisoformat(at))
    await reads(putri, DIGEST)
    await telegram.idle(timeout=PATIENCE)
    assert (await putri.transcript()).count(DIGEST) == 1
    assert [one for one in await sari.chat(since=quiet) if "Laporan triwulan" in one["text"]] == []
    await presses(putri, "Laporan")
    await reads(putri, "Laporan Triwulan IV 2026")


async def test_a_quarter_is_played_from_the_photo_to_the_reminder(tmp_path: Path) -> None:
    with demo(tmp_path) as started:
        async with Sandbox(started.url) as telegram:
            await _achieves(telegram)
            await _is_rated(telegram)
            await _mends(telegram)
            await _is_honoured(telegram)
            await _is_published(telegram)
            await _meet(telegram)
            await _joins(telegram)
            await _rejects_foreign_presses(telegram)
            await _is_reminded(telegram)
        assert disagreements(tmp_path / "var" / "demo") == []


async def test_a_press_twice_and_a_blocked_phone_harm_nothing(tmp_path: Path) -> None:
    with demo(tmp_path) as started:
        async with Sandbox(started.url) as telegram:
            budi, sari = telegram.as_("budi"), telegram.as_("sari")
            await budi.says("/menu")
            await presses(budi, "Nilai 3 prestasi", "Nilai", "4", "4")
            key = await budi.sees_button("Setujui", timeout=PATIENCE)
            data = next(
                k["data"] for row in key["keyboard"] for k in row if k["text"] == "Setujui"
            )
            for _ in range(2):
                await budi.taps(data=data)
            await budi.sees_toast("Sudah tercatat pukul", timeout=PATIENCE)
            await reads(budi, "1 dari 2")
            await sari.blocks()
            with pytest.raises(Refused):
                await sari.says("/menu")
            await sari.unblocks()
            await sari.says("/menu")
            await reads(sari, "Yang menunggu Anda")
