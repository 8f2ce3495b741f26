"""An employee tells an achievement, step by step or by just sending something."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.actions.me import read_me
from storage import evidence_files
from tests.achievements import tell
from tests.cast import Cast
from tests.conversations.telling import (
    STORY,
    begins,
    brings,
    rows,
    sends,
    sends_of_album,
    shows_place,
    speaks,
    tells,
)
from tests.kit import Office


async def test_from_the_first_word_to_the_superior(cast: Cast, tmp_path: Path) -> None:
    evidence_files.hand_over(tmp_path, cast.database.engine)
    sari = cast.sari
    await begins(sari)
    assert sari.sees("Langkah 1 dari 7")
    await sari.says("Antrean layanan lebih cepat")
    await sari.says(STORY)
    await sari.says("kemarin")
    assert sari.sees("Selasa, 11 Agustus 2026")
    await sari.taps("Ya, benar")
    await sari.taps("Inovasi")
    await sari.taps("Inovasi")
    await sari.taps("Lanjut")
    await sari.says("3 hari")
    await sari.says("1")
    assert sari.sees("Langkah 7 dari 7")
    await sari.sends_photo()
    await sari.taps("Lanjut")
    assert sari.sees("3 → 1 hari")
    await sari.taps("Kirim")
    assert sari.sees("0 dari 1 sudah tersimpan")
    brings(cast.database)
    await sari.taps("Segarkan")
    assert sari.sees("Menunggu penilaian")
    assert sari.sees("Bapak Budi Santoso")
    await cast.budi.says("/menu")
    assert cast.budi.sees("Prestasi Sari Lestari")


async def test_a_draft_goes_on_where_it_stopped(cast: Cast, office: Office) -> None:
    sari = cast.sari
    await tells(sari, upto="category")
    office.clock.advance(days=9)
    await begins(sari)
    assert sari.sees("Lanjutkan draf?")
    await sari.taps("Lanjut")
    assert sari.sees("Langkah 4 dari 7")
    await begins(sari)
    await sari.taps("Mulai baru")
    assert sari.sees("Langkah 1 dari 7")
    assert rows(cast.database, "achievement") == 2
    await begins(sari)
    await sari.taps("Hapus")
    assert rows(cast.database, "achievement") == 1


async def test_every_line_can_be_changed_on_its_own(cast: Cast) -> None:
    sari = cast.sari
    await tells(sari)
    for line, answer in (("Judul", "Judul yang baru"), ("Uraian", "Uraian yang baru sekali")):
        await sari.taps("Ubah")
        await sari.taps(line)
        await sari.says(answer)
        assert sari.sees(answer)
        assert sari.sees("ringkasan")
    await sari.taps("Ubah")
    await sari.taps("Tanggal")
    await sari.taps("Kemarin")
    assert sari.sees("11 Agustus")
    await sari.taps("Ubah")
    await sari.taps("Dampak")
    await sari.says("10 berkas")
    await sari.says("25")
    assert sari.sees("10 → 25 berkas")
    await sari.taps("Ubah")
    await sari.taps("Dampak")
    await sari.taps("Tanpa dampak")
    assert "10 → 25" not in sari.screen
    assert "ringkasan" in sari.screen


async def test_kembali_shows_the_answer_and_keeps_it(cast: Cast) -> None:
    sari = cast.sari
    await tells(sari, upto="date")
    await sari.taps("Kembali")
    await sari.taps("Kembali")
    assert sari.sees("Sekarang: Antrean lebih cepat")
    await sari.taps("Lanjut")
    assert sari.sees("Langkah 3 dari 7")


async def test_batal_keeps_the_draft(cast: Cast) -> None:
    sari = cast.sari
    await tells(sari, upto="story")
    await sari.says("/batal")
    assert sari.sees("draf")
    await begins(sari)
    await sari.taps("Lanjut")
    assert sari.sees("Langkah 2 dari 7")
    await sari.taps("Batal")
    assert sari.sees("Draf tersimpan")


@pytest.mark.parametrize(
    ("step", "bad", "said"),
    [
        ("title", "  ", "terlalu singkat"),
        ("title", "x" * 4000, "terlalu panjang"),
        ("title", "👍👍", "terlalu singkat"),
        ("story", "ok", "terlalu singkat"),
        ("story", "x" * 5000, "terlalu panjang"),
        ("date", "13 Agustus 2026", "belum tiba"),
        ("date", "1 Agustus 2010", "lebih dari setahun"),
        ("date", "entah kapan", "belum saya pahami"),
        ("date", "31 Februari", "belum saya pahami"),
        ("category", "sesuatu", "pilih salah satu tombol"),
        ("indicator", "sesuatu", "pilih salah satu tombol"),
        ("before", "banyak sekali", "tulis angka"),
        ("evidence", "bukan tautan", "mohon kirim foto"),
    ],
)
async def test_bad_input_is_explained_and_nothing_is_lost(
    cast: Cast, step: str, bad: str, said: str
) -> None:
    sari = cast.sari
    await tells(sari, upto=step)
    before = sari.screen
    await sari.says(bad)
    assert sari.sees(said)
    await begins(sari)
    await sari.taps("Lanjut")
    assert sari.screen == before


@pytest.mark.parametrize(
    "typed", ["<b>tebal</b> & <script>", "عنوان من اليمين إلى اليسار", "Layanan 🚀 cepat"]
)
async def test_whatever_is_typed_is_shown_as_it_is(cast: Cast, typed: str) -> None:
    sari = cast.sari
    await tells(sari, title=typed)
    shown = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert sari.sees(shown)


async def test_a_replay_and_a_double_tap_change_nothing(cast: Cast, office: Office) -> None:
    sari = cast.sari
    await tells(sari, upto="story")
    before = sari.screen
    await office.feeds_again()
    assert sari.screen == before
    await sari.says(STORY)
    await sari.taps("Hari ini")
    await sari.taps("Inovasi")
    await sari.taps("Inovasi")
    await sari.taps("Lanjut")
    await sari.taps("Lewati")
    await sari.taps("Lewati")
    send = sari.button("Kirim")
    await sari.taps("Kirim", data=send)
    await office.feeds_again()
    await sari.taps("Kirim", data=send)
    assert rows(cast.database, "achievementturn") == 1
    assert rows(cast.database, "letter") == 1


async def test_a_foreign_press_does_nothing(cast: Cast) -> None:
    await tells(cast.sari)
    for label in ("Kirim", "Hapus"):
        await cast.dedi.taps(label, data=cast.sari.button(label))
        assert cast.dedi.toasts
    assert rows(cast.database, "achievement", "state = 'draft'") == 1


async def test_an_old_send_button_does_not_send_what_has_changed(cast: Cast) -> None:
    sari = cast.sari
    await tells(sari)
    old = sari.button("Kirim")
    await sari.taps("Ubah")
    await sari.taps("Judul")
    await sari.says("Judul yang lain")
    await sari.taps("Kirim", data=old)
    assert sari.sees("sudah berubah")
    assert rows(cast.database, "achievement", "state = 'draft'") == 1


async def test_withdrawing_is_the_undo(cast: Cast) -> None:
    await sends(cast)
    await cast.sari.taps("Tarik kembali")
    assert cast.sari.sees("ringkasan")
    await cast.budi.says("/menu")
    assert "Prestasi Sari" not in cast.budi.screen
    await cast.sari.taps("Kirim")
    assert cast.sari.sees("Menunggu penilaian")


async def test_a_nudge_is_offered_a_day_after_sending_and_then_once_a_day(
    cast: Cast, office: Office
) -> None:
    await sends(cast)
    assert "Menunggu penilaian" in cast.sari.screen
    for offered in ("yes", "again"):
        assert "[Ingatkan]" not in cast.sari.screen
        office.clock.advance(days=1)
        await cast.sari.says("/prestasi")
        await cast.sari.taps("1. ⏳")
        await cast.sari.taps("Ingatkan")
        assert cast.sari.sees("Pengingat yang santun"), offered
        office.telegram.toasts.clear()


async def test_an_old_day_is_taken_with_a_warning(cast: Cast) -> None:
    await tells(cast.sari, upto="date")
    await cast.sari.says("3 Mei 2026")
    assert cast.sari.sees("sebelum triwulan berjalan")
    await cast.sari.taps("Ya, benar")
    assert cast.sari.sees("Langkah 4 dari 7")


async def test_long_lists_have_a_pager(cast: Cast) -> None:
    for number in range(9):
        await tells(cast.sari, title=f"Prestasi nomor {number}")
        await cast.sari.taps("Kirim")
    await cast.sari.says("/prestasi")
    assert cast.sari.sees("halaman 1 dari 3")
    await cast.sari.taps("▶")
    assert cast.sari.sees("halaman 2 dari 3")
    await cast.sari.taps("◀")
    assert cast.sari.sees("halaman 1 dari 3")


async def test_drafts_that_begin_alike_are_told_apart(cast: Cast, office: Office) -> None:
    for day in range(2):
        office.clock.advance(days=day, minutes=9)
        with cast.database.transaction() as session:
            me = read_me(session, 101, office.clock.now())
            assert me is not None
            tell(session, me, title="Merapikan arsip loket bersama rekan")
    screen = await cast.sari.says("/prestasi")
    for at, when in enumerate(("13 Agu 2026, 10.18", "12 Agu 2026, 10.09"), 1):
        assert f"{at}. Merapikan arsip loket bersama rekan\nDraf · diubah {when}" in screen
        assert f"[{at}. ✎ Merapikan arsip lo…]" in screen


async def test_a_text_sent_just_so_is_offered(cast: Cast) -> None:
    await cast.sari.says("Saya melatih tiga rekan baru memakai aplikasi arsip kantor")
    assert cast.sari.sees("Jadikan ini prestasi?")
    await cast.sari.taps("Jadikan prestasi")
    await cast.sari.taps("Lanjut")
    assert cast.sari.sees("Langkah 3 dari 7")


@pytest.mark.parametrize("text", ["halo", "Selamat pagi", "terima kasih", "👍"])
async def test_small_talk_leads_to_the_menu(cast: Cast, text: str) -> None:
    await cast.sari.says(text)
    assert cast.sari.sees("Selamat datang")
    assert rows(cast.database, "achievement") == 0


async def test_an_album_is_one_draft(cast: Cast, office: Office) -> None:
    for unique in ("a", "b", "c"):
        await sends_of_album(cast.sari, "album-1", unique)
    await office.feeds_again()
    assert cast.sari.sees("Bukti: 3")
    assert rows(cast.database, "achievement") == 1
    await cast.sari.taps("Jadikan prestasi")
    await cast.sari.says("Gotong royong menata arsip")
    assert cast.sari.sees("Langkah 2 dari 7")


async def test_voices_places_and_captions_are_captured(cast: Cast) -> None:
    await speaks(cast.sari)
    assert cast.sari.sees("Pesan suara")
    await shows_place(cast.sari)
    assert cast.sari.sees("Lokasi 6,98000° LS, 110,41000° BT")
    await cast.sari.sends_photo(caption="Membersihkan saluran air bersama warga", unique="c")
    assert cast.sari.sees("Membersihkan saluran air")
    assert rows(cast.database, "achievement") == 3
    await cast.sari.taps("Tidak, hapus")
    assert rows(cast.database, "achievement") == 2


async def test_a_file_in_the_middle_of_a_question_becomes_evidence(cast: Cast) -> None:
    await tells(cast.sari, upto="story")
    await cast.sari.sends_photo()
    assert cast.sari.sees("Disimpan sebagai bukti")
    assert cast.sari.sees("Langkah 2 dari 7")
    assert rows(cast.database, "evidence") == 1


@pytest.mark.parametrize(
    ("name", "mime", "size", "said"),
    [
        ("besar.pdf", "application/pdf", 25 * 1024 * 1024, "terlalu besar: 25 MB"),
        ("program.exe", "application/x-msdownload", 100, "tidak dapat dijadikan bukti"),
    ],
)
async def test_a_wrong_file_is_declined_politely(
    cast: Cast, name: str, mime: str, size: int, said: str
) -> None:
    await tells(cast.sari, upto="evidence")
    await cast.sari.sends_document(name, mime, size)
    assert cast.sari.sees(said)
    await cast.sari.says("https://contoh.go.id/berita/1")
    assert cast.sari.sees("Bukti: 1 dari 10")
    assert rows(cast.database, "evidence") == 1


async def test_a_refused_file_is_shown_on_the_card(cast: Cast, tmp_path: Path) -> None:
    evidence_files.hand_over(tmp_path, cast.database.engine)
    await tells(cast.sari, upto="evidence")
    await cast.sari.sends_document("surat.pdf", "application/pdf")
    brings(cast.database, b"bukan pdf")
    await cast.sari.taps("Lanjut")
    assert cast.sari.sees("jenis berkas ini tidak diterima")
    assert cast.sari.sees("1 berkas bertanda ✕ tidak dapat dijadikan bukti")
    await cast.sari.taps("Ubah")
    await cast.sari.taps("Bukti")
    await cast.sari.taps("Atur bukti")
    await cast.sari.taps("✕")
    assert cast.sari.sees("Bukti: 0 dari 10")


async def test_even_a_single_endless_word_is_called_too_long(cast: Cast) -> None:
    await cast.sari.says("a" * 3000)
    assert cast.sari.sees("terlalu panjang")
    assert rows(cast.database, "achievement") == 0
