"""Pictures of a result as people ask for them: drawn apart, protected, said in words as well."""

from __future__ import annotations

import io
import threading
from datetime import date
from typing import Any

import pytest
from aiogram.methods import SendPhoto
from PIL import Image
from sqlmodel import select

from bot.documents import pictures as drawings
from bot.documents.pictures import Radar
from storage.results import Result
from tests.beginnings import played
from tests.cast import Cast
from tests.kit import Person
from tests.quarter import CALIBRATION, RATING, WHY, moves_to, publishes, rates


@pytest.fixture
@played
async def published(cast: Cast) -> Cast:
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    for name, level in (("Sari Lestari", 5), ("Dedi Pratama", 4), ("Yosef Wanggai", 4)):
        await rates(cast.budi, name, level)
    moves_to(cast, CALIBRATION.replace(day=21))
    await publishes(cast.kepala, WHY)
    return cast


def photos(person: Person) -> list[SendPhoto]:
    calls: list[Any] = person.office.telegram.calls
    return [c for c in calls if isinstance(c, SendPhoto) and c.chat_id == person.telegram_id]


async def test_the_radar_is_protected_and_says_its_numbers(published: Cast) -> None:
    sari = published.sari
    await sari.says("/skor")
    await sari.taps("Lihat radar")
    (sent,) = photos(sari)
    assert sent.protect_content
    assert sent.caption is not None
    assert len(sent.caption) <= 1024
    assert "Triwulan III 2026 · nilai 120,00 · Sangat Baik" in sent.caption
    assert "Produktivitas 120,00" in sent.caption
    assert "Garis putus-putus: 100 = sesuai ekspektasi." in sent.caption
    picture = Image.open(io.BytesIO(sent.photo.data))  # type: ignore[union-attr]
    assert picture.width == 1080
    assert sari.sees("· Produktivitas 120,00 → ")


async def test_pictures_go_with_the_next_screen(published: Cast) -> None:
    sari = published.sari
    await sari.says("/skor")
    await sari.taps("Lihat radar")
    await sari.taps("Lihat tren")
    assert [bubble.kind for bubble in sari.bubbles].count("photo") == 1
    assert sari.sees("TW III 2026: <b>120,00</b> (120,00 · 120,00), Sangat Baik")
    assert sari.sees("Baru ada satu triwulan")
    await sari.taps("Kembali")
    assert [bubble.kind for bubble in sari.bubbles].count("photo") == 0
    assert sari.sees("Lihat")


async def test_a_picture_is_drawn_when_the_transaction_is_over(
    published: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, int]] = []

    def drawing(radar: Radar) -> bytes:
        with published.database.transaction() as session:  # would wait for one that is open
            found = len(session.exec(select(Result)).all())
        seen.append((threading.current_thread().name, found))
        return b"drawn"

    monkeypatch.setattr(drawings, "radar", drawing)
    await published.sari.says("/skor")
    await published.sari.taps("Lihat radar")
    ((thread, found),) = seen
    assert thread.startswith("easel")
    assert found == 3
    assert photos(published.sari)[0].photo.data == b"drawn"  # type: ignore[union-attr]


async def test_what_cannot_be_drawn_is_said_and_the_numbers_stand(
    published: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawing(radar: Radar) -> bytes:
        raise RuntimeError("no ink")

    monkeypatch.setattr(drawings, "radar", drawing)
    await published.sari.says("/skor")
    await published.sari.taps("Lihat radar")
    assert photos(published.sari) == []
    assert published.sari.sees("belum dapat ditampilkan saat ini")
    assert published.sari.sees("· Produktivitas 120,00 → ")


async def test_nobody_sees_a_picture_before_the_result(cast: Cast) -> None:
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    await rates(cast.budi, "Sari Lestari", 5)
    vault = cast.database.vault
    with cast.database.transaction() as session:
        result = session.exec(select(Result)).one()
    for who, name in ((cast.sari, "sari"), (cast.dedi, "sari")):
        for kind in ("radar", "trend"):
            await who.opens(f"pictures.{kind}/{result.period_id}/{cast.ids[name]}", vault)
            assert who.sees("tidak tersedia untuk Anda")
            assert photos(who) == []
