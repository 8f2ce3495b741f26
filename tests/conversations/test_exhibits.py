"""Files beside an objection: attached, refused, taken off, and seen by both sides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import BufferedInputFile

from storage import evidence_files
from tests.achievements import come, picture
from tests.cast import Cast
from tests.conversations.test_objections import REASONS, published
from tests.kit import Person

__all__ = ["published"]


async def drafts(sari: Person) -> None:
    """Up to the last look before it is sent."""
    await sari.says("/skor")
    await sari.taps("Sudah saya terima")
    await sari.taps("Ajukan keberatan")
    await sari.taps("· Inovasi")
    await sari.taps("Lanjut")
    await sari.says(REASONS)


def photos(person: Person) -> list[SendPhoto]:
    calls: list[Any] = person.office.telegram.calls
    return [c for c in calls if isinstance(c, SendPhoto) and c.chat_id == person.telegram_id]


def documents(person: Person) -> list[SendDocument]:
    calls: list[Any] = person.office.telegram.calls
    return [c for c in calls if isinstance(c, SendDocument) and c.chat_id == person.telegram_id]


async def test_files_are_examined_taken_off_and_seen_by_both_sides(
    published: Cast, tmp_path: Path
) -> None:
    cast, sari = published, published.sari
    evidence_files.hand_over(tmp_path, cast.database.engine)
    now = sari.office.clock.now()
    await drafts(sari)
    await sari.taps("Lampirkan bukti")
    assert sari.sees("paling banyak 5")
    await sari.sends_photo(unique="good")
    await sari.sends_photo(unique="good")
    assert sari.sees("[✕ Foto]")
    await sari.taps("Kembali")
    await sari.taps("Kirim")
    assert sari.sees("masih diambil")
    come(cast.database, now, picture())
    await sari.opens("objections.exhibits/1", cast.database.vault)
    await sari.sends_document("peta.jpg", "image/jpeg", unique="map")
    come(cast.database, now, picture())
    await sari.sends_document("surat.pdf", "application/pdf", unique="bad")
    assert sari.sees("[✕ surat.pdf]")
    come(cast.database, now, b"no document at all")
    await sari.taps("Kembali")
    await sari.taps("Kirim")
    assert sari.sees("tidak dapat disimpan")
    await sari.opens("objections.exhibits/1", cast.database.vault)
    await sari.taps("✕ surat.pdf")
    assert "surat.pdf" not in sari.screen
    await sari.taps("Kembali")
    await sari.taps("Kirim")
    assert sari.sees("Keberatan Anda sudah diajukan.")
    for who, other in ((cast.budi, False), (cast.kepala, False), (cast.dedi, True)):
        await who.opens("objections.card/1", cast.database.vault)
        if other:
            assert who.sees("tidak tersedia untuk Anda")
            assert photos(who) == []
        else:
            await who.taps("Lihat bukti")
            (sent,) = photos(who)
            assert (sent.photo, sent.protect_content) == ("f-good", True)
            (ours,) = documents(who)  # what may tell of a place is shown as our copy
            assert isinstance(ours.document, BufferedInputFile)
            assert who.sees("Keberatan")
