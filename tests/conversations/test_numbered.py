"""Buttons that are listed with numbers, and screens without pictures."""

from __future__ import annotations

from datetime import time

import pytest
from sqlmodel import select

from bot.screens import File, FileKind, Screen
from handlers.plain import without_pictures
from storage import outbox
from storage.accounts import Account
from storage.outbox import Kind
from tests.cast import Cast
from tests.post import deliver


def account(cast: Cast) -> Account:
    with cast.database.transaction(reading=True) as session:
        return session.exec(select(Account).where(Account.telegram_id == 101)).one()


@pytest.fixture
async def numbered(cast: Cast) -> Cast:
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("Kemudahan membaca")
    await cast.sari.taps("Beri nomor pada tombol")
    return cast


async def test_every_button_is_listed_and_its_number_presses_it(numbered: Cast) -> None:
    sari = numbered.sari
    assert "1. Tanpa nomor tombol\n2. Tanpa emoji" in sari.screen
    await sari.says("2")
    assert account(numbered).plain
    await sari.says("2")
    assert not account(numbered).plain
    await sari.says("4")
    assert "Jam tenang" in sari.screen


async def test_where_text_is_awaited_only_a_number_with_its_sign_presses(numbered: Cast) -> None:
    sari = numbered.sari
    await sari.says("/pengaturan")
    await sari.says("1")
    assert "#1. " in sari.screen
    await sari.says("18")  # an answer that cannot be read, not the eighteenth button
    assert sari.sees("Mohon ketik seperti ini")
    await sari.says("18.00-07.00")
    assert account(numbered).quiet_from == time(18)
    await sari.says("1")
    await sari.says("#4")
    assert "[Ubah jam tenang]" in sari.screen


async def test_a_number_that_is_not_there_and_a_number_typed_twice(numbered: Cast) -> None:
    sari = numbered.sari
    await sari.says("9")
    assert sari.sees("Tidak ada pilihan dengan nomor itu")
    await sari.says("1")
    assert not account(numbered).numbered
    assert "1. " not in sari.screen
    assert account(numbered).choices == ""


async def test_a_number_of_somebody_without_numbers_is_a_text_as_before(cast: Cast) -> None:
    await cast.sari.says("/menu")
    await cast.sari.says("3")
    assert account(cast).choices == ""


async def test_a_letter_says_how_to_go_on_without_its_button(numbered: Cast) -> None:
    with numbered.database.transaction() as session:
        now, to = numbered.sari.office.clock.now(), numbered.ids["sari"]
        outbox.put(session, "w", Kind.DECISION, "joining.welcome", now, to=to)
    await deliver(numbered)
    assert numbered.sari.sees("Tanpa tombol: ketik /menu.")


def test_what_is_only_drawn_goes_and_evidence_stays() -> None:
    drawn = File(FileKind.PHOTO, "radar.png", drawing=bytes, caption="Radar: 86,67")
    code = File(FileKind.PHOTO, "tiket.png", drawing=bytes)
    proof = File(FileKind.PHOTO, file_id="f1", caption="Loket")
    paper = File(FileKind.DOCUMENT, "laporan.pdf", drawing=bytes)
    screen = without_pictures(Screen("x", files=[drawn, code, proof, paper]))
    assert list(screen.files) == [code, proof, paper]
