"""A superior works through the queue; the employee reads the result."""

from __future__ import annotations

from pathlib import Path

from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile

from bot.actions.achievements import remarks
from bot.screens import Screen
from handlers.achievements import letters
from handlers.conversations import whole_table
from handlers.table import Recipient
from storage import absences, evidence_files
from tests.achievements import picture
from tests.cast import Cast
from tests.conftest import NOW, TODAY
from tests.conversations.telling import brings, rows, sends, sends_of_album, speaks, tells
from tests.kit import Office


async def opens_queue(cast: Cast) -> None:
    await cast.budi.says("/menu")
    await cast.budi.taps("Prestasi Sari")


def letter(cast: Cast, template: str, key: str) -> Screen | None:
    """The letter as it would be written to this person now."""
    to = Recipient(cast.ids[key], "x", 1, NOW)
    write = {
        "achievements.waiting": (letters.write_waiting, {"number": 1}),
        "achievements.decided": (letters.write_decided, {"turn": 1}),
        "achievements.nudged": (letters.write_nudged, {"turn": 1}),
    }[template]
    with cast.database.transaction() as session:
        return write[0](session, to, write[1])


async def test_three_taps_to_approve(cast: Cast) -> None:
    await sends(cast)
    await opens_queue(cast)
    await cast.budi.taps("Nilai")
    await cast.budi.taps("4")
    assert cast.budi.sees("Menerapkan sedikitnya satu perbaikan")
    await cast.budi.taps("Catatan")
    await cast.budi.says("Terima kasih, <b>lanjutkan</b>")
    await cast.budi.taps("Setujui")
    assert cast.budi.sees("Tidak ada yang menunggu")
    await cast.sari.says("/prestasi")
    await cast.sari.taps("1. ✓")
    assert cast.sari.sees("Inovasi: <b>4</b>")
    assert cast.sari.sees("Terima kasih, &lt;b&gt;lanjutkan&lt;/b&gt;")
    assert rows(cast.database, "duty", "done_at is null") == 0


async def test_an_answer_typed_where_a_button_is_due_leaves_the_screen(cast: Cast) -> None:
    await sends(cast)
    await opens_queue(cast)
    await cast.budi.taps("Nilai")
    card = cast.budi.card
    for typed in ("5", "lima", "setuju"):
        assert "pilih salah satu tombol" in await cast.budi.says(typed)
    assert cast.budi.bubbles[-4] is card
    await cast.budi.taps("4", bubble=card)
    assert "Setujui" in str(card.keyboard)


async def test_a_spoken_note_reaches_the_employee(cast: Cast) -> None:
    await sends(cast)
    await opens_queue(cast)
    await cast.budi.taps("Nilai")
    await cast.budi.taps("5")
    await cast.budi.taps("Catatan")
    await cast.budi.sends_photo()
    assert cast.budi.sees("teks atau pesan suara")
    await speaks(cast.budi)
    assert cast.budi.sees("Ada catatan suara")
    await cast.budi.taps("Setujui")
    await cast.sari.says("/prestasi")
    await cast.sari.taps("1. ✓")
    await cast.sari.taps("Dengarkan catatan")
    assert [b.kind for b in cast.sari.bubbles][-2:] == ["voice", "text"]


async def test_returning_needs_a_reason_and_leads_to_a_second_turn(cast: Cast) -> None:
    await sends(cast)
    await opens_queue(cast)
    await cast.budi.taps("Kembalikan")
    for bad, said in (("", "beberapa kata"), ("x" * 3000, "terlalu panjang"), ("👍", "beberapa")):
        await cast.budi.says(bad or " ")
        assert cast.budi.sees(said)
    await cast.budi.sends_photo()
    assert cast.budi.sees("dijawab dengan teks")
    await cast.budi.says("Mohon lampirkan data sebelum dan sesudah")
    await cast.budi.says("/menu")
    await opens_queue(cast)
    await cast.budi.taps("Kembalikan")
    assert cast.budi.sees("Sekarang: Mohon lampirkan data"), "what was typed is not lost"
    await cast.budi.taps("Lanjut")
    await cast.budi.taps("Kembalikan")
    await cast.sari.says("/menu")
    await cast.sari.taps("Perbaiki prestasi")
    assert cast.sari.sees("Mohon lampirkan data")
    assert cast.sari.sees("Belum ada yang diubah sejak itu")
    cast.sari.office.clock.advance(seconds=60)
    await cast.sari.taps("Ubah")
    await cast.sari.taps("Dampak")
    await cast.sari.says("5 hari")
    await cast.sari.says("2")
    assert "Belum ada yang diubah" not in cast.sari.screen
    await cast.sari.taps("Kirim")
    await opens_queue(cast)
    assert cast.budi.sees("5 → 2 hari")
    assert cast.budi.sees("Dikirim ulang. Anda kembalikan")
    assert cast.budi.sees(": Mohon lampirkan data sebelum dan sesudah")


async def test_rejecting_needs_a_reason(cast: Cast) -> None:
    await sends(cast)
    await opens_queue(cast)
    await cast.budi.taps("Tolak")
    await cast.budi.says("Ini tugas rutin harian")
    await cast.budi.taps("Tolak")
    await cast.sari.says("/prestasi")
    await cast.sari.taps("1. ✕")
    assert cast.sari.sees("Ini tugas rutin harian")
    assert "[Kirim]" not in cast.sari.screen


async def test_a_queue_turns_its_pages(cast: Cast) -> None:
    for title in ("Satu hal pertama", "Dua hal kedua", "Tiga hal ketiga"):
        await tells(cast.sari, title=title)
        await cast.sari.taps("Kirim")
    await cast.budi.says("/menu")
    await cast.budi.taps("Nilai 3 prestasi")
    assert cast.budi.sees("1 dari 3")
    await cast.budi.taps("▶")
    await cast.budi.taps("▶")
    assert cast.budi.sees("Tiga hal ketiga")
    await cast.budi.taps("◀")
    assert cast.budi.sees("Dua hal kedua")
    assert rows(cast.database, "letter", "template = 'achievements.waiting'") == 1


async def test_evidence_is_shown_above_the_card(cast: Cast, tmp_path: Path) -> None:
    evidence_files.hand_over(tmp_path, cast.database.engine)
    await tells(cast.sari, upto="evidence")
    await cast.sari.sends_photo()
    await cast.sari.sends_document("foto.jpg", "image/jpeg")
    await cast.sari.taps("Lanjut")
    await cast.sari.taps("Kirim")
    brings(cast.database)
    await opens_queue(cast)
    await cast.budi.taps("Lihat bukti")
    assert [b.kind for b in cast.budi.bubbles][-3:] == ["photo", "document", "text"]
    calls = cast.sari.office.telegram.calls
    (sent,) = [call for call in calls if isinstance(call, SendDocument)]
    assert sent.protect_content
    assert isinstance(sent.document, BufferedInputFile)
    assert sent.document.data.startswith(b"\xff\xd8")


async def test_evidence_claimed_twice_is_pointed_out(cast: Cast, tmp_path: Path) -> None:
    evidence_files.hand_over(tmp_path, cast.database.engine)
    for person in (cast.dedi, cast.sari):
        await tells(person, upto="evidence")
        await person.sends_photo(unique=person.first_name[:3])
        await person.taps("Lanjut")
        await person.taps("Kirim")
        brings(cast.database, picture(7))
    await opens_queue(cast)
    assert cast.budi.sees("Bukti yang sama juga ada pada prestasi Dedi Pratama")


async def test_double_taps_replays_and_foreign_presses(cast: Cast, office: Office) -> None:
    await sends(cast)
    await opens_queue(cast)
    await cast.budi.taps("Nilai")
    mark = cast.budi.button("4")
    await cast.sari.taps("4", data=mark)
    card = cast.budi.card
    await cast.budi.taps("4", data=mark, bubble=card)
    await cast.budi.taps("4", data=mark, bubble=card)
    approve = cast.budi.button("Setujui")
    for other in (cast.sari, cast.dedi, cast.kepala):
        await other.taps("Setujui", data=approve)
    assert rows(cast.database, "achievement", "state = 'submitted'") == 1
    await cast.budi.taps("Setujui", data=approve)
    await office.feeds_again()
    await cast.budi.taps("Setujui", data=approve)
    assert rows(cast.database, "letter", "template = 'achievements.decided'") == 1


async def test_what_was_withdrawn_cannot_be_approved(cast: Cast) -> None:
    await sends(cast)
    await opens_queue(cast)
    await cast.budi.taps("Nilai")
    await cast.budi.taps("4")
    await cast.sari.taps("Tarik kembali")
    await cast.budi.taps("Setujui")
    assert cast.budi.sees("ditarik")
    assert rows(cast.database, "achievement", "state = 'draft'") == 1


async def test_the_card_says_who_has_it_while_the_superior_is_away(cast: Cast) -> None:
    with cast.database.transaction() as session:
        ids = cast.ids
        absences.add_absence(session, ids["budi"], TODAY, TODAY, "cuti", ids["maya"])
    await sends(cast)
    assert cast.sari.sees("Drs. Hendra Wijaya")
    assert cast.sari.sees("diwakili")
    await cast.kepala.says("/menu")
    await cast.kepala.taps("Prestasi Sari")
    await cast.kepala.taps("Nilai")
    await cast.kepala.taps("5")
    await cast.kepala.taps("Setujui")
    assert rows(cast.database, "achievement", "state = 'approved'") == 1


async def test_letters_say_what_waits_and_nothing_more(cast: Cast) -> None:
    await sends(cast)
    await tells(cast.sari, title="Yang kedua ini")
    await cast.sari.taps("Kirim")
    waiting = letter(cast, "achievements.waiting", "budi")
    assert waiting is not None
    assert "<b>2</b>" in waiting.text
    assert "Sari" not in waiting.text
    assert letter(cast, "achievements.nudged", "budi") is not None
    assert letter(cast, "achievements.decided", "sari") is None
    await cast.budi.says("/menu")
    for _ in range(2):
        await cast.budi.says("/menu")
        await cast.budi.taps("Prestasi Sari")
        await cast.budi.taps("Nilai")
        await cast.budi.taps("3")
        await cast.budi.taps("Setujui")
    decided = letter(cast, "achievements.decided", "sari")
    assert decided is not None
    assert "Budi" not in decided.text
    assert "3" not in decided.text
    assert letter(cast, "achievements.waiting", "budi") is None
    assert letter(cast, "achievements.nudged", "budi") is None


async def test_no_screen_is_too_long(cast: Cast, tmp_path: Path) -> None:
    evidence_files.hand_over(tmp_path, cast.database.engine)
    sari = cast.sari
    await tells(sari, title="Judul yang panjang sekali " * 5, upto="evidence")
    for number in range(10):
        await sends_of_album(sari, "album", f"u{number}")
    seen = [sari.card]
    await sari.taps("Lanjut")
    await sari.taps("Ubah")
    await sari.taps("Uraian")
    await sari.says("kata " * 390)
    await sari.taps("Kirim")
    brings(cast.database)
    await sari.taps("Segarkan")
    seen.append(sari.card)
    await opens_queue(cast)
    seen.append(cast.budi.card)
    for card in seen:
        assert len(card.text) <= 1000
        assert sum(map(len, card.keyboard)) <= 8
        assert all(len(label) <= 24 for row in card.keyboard for label, _ in row)
    await cast.budi.taps("Baca lengkap")
    assert cast.budi.card.text.count("kata") == 390
    sari.office.telegram.unfit.clear()  # the whole of a long text, on request


async def test_a_sentence_at_an_achievement_is_asked_what_it_is_for(cast: Cast) -> None:
    await sends(cast)
    budi = cast.budi
    await opens_queue(cast)
    assert "pilih salah satu tombol" in await budi.says("ok")
    await budi.says("Bagus")
    assert "[Prestasi saya]" not in budi.screen, "one word is no achievement"
    await budi.says("tetapi lampirkan <b>SK</b>")
    assert budi.sees("Tulisan ini untuk apa?")
    assert budi.sees("Bagus\ntetapi lampirkan &lt;b&gt;SK&lt;/b&gt;")
    await budi.taps("Alasan mengembalikan")
    assert budi.sees("lampirkan &lt;b&gt;SK")
    assert rows(cast.database, "achievement") == 1, "the words are no draft any more"
    await budi.says("Terima kasih banyak")  # at the decision, too
    await budi.taps("Catatan")
    assert budi.sees("Disimpan sebagai catatan Anda"), "the level is still missing"
    await budi.taps("Nilai")
    await budi.taps("4")
    assert budi.sees("lampirkan &lt;b&gt;SK&lt;/b&gt;\nTerima kasih banyak")
    await budi.taps("Setujui")
    assert rows(cast.database, "achievement", "state = 'approved'") == 1


async def test_a_remark_is_thrown_away_or_becomes_an_own_achievement(cast: Cast) -> None:
    await sends(cast)
    budi = cast.budi
    await opens_queue(cast)
    await budi.says("Saya membina tim layanan keliling")
    await budi.taps("Buang")
    assert budi.sees("Tulisan dibuang")
    assert budi.sees("1 dari 1")
    await budi.says("Saya membina tim layanan keliling")
    await cast.sari.taps("Tarik kembali")
    await budi.taps("Alasan menolak")
    assert budi.sees("sudah diputuskan")
    await budi.taps("Prestasi saya")
    assert budi.sees("Saya membina tim layanan keliling")
    assert rows(cast.database, "achievement", "state = 'draft'") == 2


def test_screens_known_by_name_exist() -> None:
    known = remarks.BUTTONS_ALONE | remarks.ABOUT_A_TURN | {remarks.QUEUE, remarks.ASKED}
    assert known <= whole_table().places.keys()
