"""A broadcast as people meet it: written, looked at, agreed to, read, its quiz answered."""

from __future__ import annotations

from sqlmodel import select

from bot.actions.broadcasts import work
from storage import accounts
from storage.broadcasts import Broadcast
from storage.outbox import Letter, State
from storage.trainings.learning import Learning
from tests.cast import Cast
from tests.conversations.test_roster import fits
from tests.factors import types_code
from tests.kit import Person
from tests.post import deliver

TEXT = "Cuti bersama 2026 berubah.\n\nAjukan paling lambat 14 hari sebelumnya."


async def comes(cast: Cast) -> None:
    """All that the tick has to do, and what it owes arrives."""
    with cast.database.transaction() as session:
        while work(session, cast.maya.office.clock.now()):
            pass
    await deliver(cast)


async def desk(maya: Person, title: str) -> None:
    """The desk of broadcasts, and what of it is to be opened."""
    await maya.says("/admin")
    await maya.taps("Undangan & jangkauan")
    await maya.taps("Siaran")
    await maya.taps(title)


async def writes(cast: Cast, *quiz: str, credit: str = "") -> None:
    """A draft that has been sent to its author and lies open in its preview."""
    maya = cast.maya
    await desk(maya, "Siaran baru")
    await maya.says(TEXT)
    assert maya.sees("Penerima: Seluruh instansi")
    fits(maya)
    if quiz:
        await maya.taps("Kuis")
        for said in quiz:
            await maya.says(said)
        assert maya.sees("Ketik pertanyaan 2")
        await maya.taps("Aturan kuis")
        fits(maya)
        await maya.taps(credit)
        assert maya.sees("JP bila lulus: 1")
        await maya.taps("Kembali")
        await maya.taps("Kembali")
    await maya.taps("Pratinjau")
    assert maya.sees("Ajukan paling lambat 14 hari sebelumnya.")
    assert maya.sees("Terjangkau: 8")
    assert "[Ya, kirim]" not in maya.screen
    await maya.taps("Kirim ke saya dulu")
    await comes(cast)
    fits(maya)
    await desk(maya, "✎ Cuti bersama")
    await maya.taps("Pratinjau")


def copies(cast: Cast) -> dict[str, str]:
    """Everybody's copy by its state; without the author's own trial."""
    names = {number: key for key, number in cast.ids.items()}
    with cast.database.transaction() as session:
        found = session.exec(select(Letter).where(Letter.kind == "broadcast")).all()
        return {names[one.employee_id or 0]: one.state for one in found}


async def test_a_broadcast_with_a_quiz_from_its_draft_to_its_results(cast: Cast) -> None:
    maya, rina, sari = cast.maya, cast.rina, cast.sari
    unmarked, marked = "Dalam 14 hari\nDalam 30 hari", "* Dalam 14 hari\nDalam 30 hari"
    why = "Surat edaran menyebut 14 hari."
    await writes(cast, "Kapan cuti diajukan?", unmarked, marked, why, credit="JP: 0")
    await maya.taps("Minta persetujuan")
    assert maya.sees("Siaran menunggu persetujuan")
    await desk(maya, "Cuti bersama")
    assert maya.sees("Siaran menunggu persetujuan")
    assert "[Tarik kembali]" in maya.screen
    await comes(cast)
    assert rina.sees("Silakan diperiksa")
    await rina.taps("Buka")
    assert rina.sees("Penulis: Maya Kusuma")
    assert rina.sees("mendapat 1 JP")
    await rina.taps("Kuis")
    assert rina.sees("→ Dalam 14 hari")
    await desk(rina, "Cuti bersama")
    await rina.taps("Setuju")
    await types_code(rina)
    await comes(cast)
    assert copies(cast) == dict.fromkeys(cast.ids, State.SENT)
    assert sari.sees("Cuti bersama 2026 berubah.")
    assert sari.sees("Dengan kuis singkat")
    await sari.says("/menu")
    assert sari.sees("Kuis: Cuti bersama 2026 berubah. (<b>7 hari lagi</b>)")
    await sari.taps("Kuis: Cuti bersama")
    await sari.taps("Mulai kuis")
    assert sari.sees("Pertanyaan 1 dari 1")
    await sari.taps("B")
    assert sari.sees("Belum tepat.")
    assert sari.sees("Surat edaran menyebut 14 hari.")
    await sari.says("/menu")
    assert "Kuis:" not in sari.screen
    await sari.says("/siaran")
    await sari.taps("Cuti bersama")
    assert sari.sees("Belum lulus; hasil terbaik Anda: 0%.")
    await sari.taps("Ulangi kuis")
    await sari.taps("A")
    assert sari.sees("Benar.")
    await sari.says("/siaran")
    await sari.taps("Cuti bersama")
    assert sari.sees("lulus dengan 100% benar. 1 JP sudah dicatat untuk Anda")
    with cast.database.transaction() as session:
        (learned,) = session.exec(select(Learning)).all()
        assert (learned.employee_id, learned.minutes) == (cast.ids["sari"], 45)
    await desk(maya, "Cuti bersama")
    assert maya.sees("Sampai: 8, di antaranya dibaca: 1")
    fits(maya)
    await maya.taps("Hasil kuis")
    assert maya.sees("1 sudah menjawab, 1 lulus")
    assert "Sari" not in maya.screen
    await maya.taps("Kembali")
    await maya.taps("Ingatkan kuis")
    await comes(cast)
    assert cast.dedi.sees("Anda belum menjawab kuis")
    await maya.taps("Per unit")
    assert maya.sees("Semua unit</b>: 8 dari 8")
    await maya.taps("Kembali")
    assert "[Hasil kuis]" in maya.screen


async def test_who_is_not_reached_is_counted_and_listed_and_a_stop_ends_it(cast: Cast) -> None:
    maya = cast.maya
    with cast.database.transaction() as session:
        now = maya.office.clock.now()
        accounts.mark_unreachable(session, cast.dedi.telegram_id, "blocked", now)
    await desk(maya, "Siaran baru")
    await maya.says("Apel pagi pukul 7.")
    await maya.taps("Penerima")
    await maya.taps("Satu unit")
    await maya.says("layanan")
    await maya.taps("Layanan")
    await maya.taps("Unit ini saja")
    await maya.taps("Waktu")
    await maya.says("kemarin jam 7")
    await maya.says("besok jam 9")
    assert maya.sees("Kamis, 13 Agustus 2026 pukul 09.00 waktu setempat")
    await maya.taps("Pratinjau")
    assert maya.sees("Memblokir bot: 1")
    assert maya.sees("Terjangkau: 2")
    await maya.taps("Tidak terjangkau")
    assert maya.sees("Dedi Pratama")
    await maya.taps("Kembali")
    await maya.taps("Kirim ke saya dulu")
    await comes(cast)
    await maya.taps("Sudah saya baca")
    await maya.taps("Ya, kirim")
    assert maya.sees("direncanakan")
    await comes(cast)
    assert copies(cast) == {}
    maya.office.clock.advance(hours=22.5)  # 08.30: not yet
    await comes(cast)
    assert copies(cast) == {}
    maya.office.clock.advance(minutes=31)
    with cast.database.transaction() as session:
        while work(session, maya.office.clock.now()):
            pass
    assert copies(cast) == {"budi": State.WAITING, "sari": State.WAITING}
    await maya.taps("Kembali")
    await maya.taps("Apel pagi")
    await maya.taps("Per unit")
    assert maya.sees("belum sampai 2, tidak terjangkau 1")
    await maya.taps("Kembali")
    await maya.taps("Hentikan")
    await maya.taps("Ya, hentikan")
    await comes(cast)
    assert set(copies(cast).values()) == {State.DROPPED}
    with cast.database.transaction() as session:
        (row,) = session.exec(select(Broadcast)).all()
        assert row.state == "cancelled"


async def test_a_corrected_text_stands_in_every_copy(cast: Cast) -> None:
    maya = cast.maya
    await writes(cast)
    await maya.taps("Ya, kirim")
    await comes(cast)
    told = len(cast.sari.bubbles)
    await desk(maya, "Cuti bersama")
    fits(maya)
    await maya.says("/admin")
    await maya.taps("Undangan & jangkauan")
    await maya.taps("Peta adopsi")
    await maya.taps("Jangkauan siaran")
    assert maya.sees("Semua unit</b>: 8 dari 8")
    await desk(maya, "Cuti bersama")
    await maya.taps("Perbaiki teks")
    await maya.says("Cuti bersama 2026 TIDAK berubah.")
    await comes(cast)
    assert cast.sari.sees("TIDAK berubah")
    assert cast.sari.sees("Diperbaiki")
    assert len(cast.sari.bubbles) == told
