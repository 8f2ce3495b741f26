"""A year that the evaluation team judges, and what people are asked for until it is final."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from aiogram.methods import SendDocument
from sqlmodel import select

from bot.actions.reminders import plan
from handlers.letters import render
from handlers.years.contents import routes
from storage.grants import Grant
from storage.outbox import Kind, Letter
from storage.years import YearReport
from tests.beginnings import played
from tests.cast import Cast
from tests.conversations.test_years import WORDS, fills_and_signs
from tests.documents.pdf import has
from tests.kit import Person
from tests.quarter import tick
from tests.years import END, TEAM, install, live_through, morning

WHY = "Mohon sebutkan dampak bagi warga."
NO_JUDGE = "Belum ada anggota tim evaluasi yang boleh menilai laporan ini."


@pytest.fixture
@played
def year(cast: Cast) -> Cast:
    """Two quarters of 2026 are published, by a scheme that lets the team judge."""
    install(cast.database, TEAM)
    live_through(cast.database, cast.ids, {3: 5, 4: 4})
    cast.sari.office.clock.moment = morning(END)
    return cast


async def writes(sari: Person) -> None:
    await sari.says("/menu")
    await sari.taps("Tulis laporan tahunan")
    await fills_and_signs(sari)


async def passes(budi: Person) -> None:
    await budi.says("/menu")
    await budi.taps("Lap. tahunan Sari")
    assert "Nilai …" not in budi.screen
    await budi.taps("Tanda tangani, teruskan")


def told(cast: Cast, key: str) -> list[str]:
    """What the letters of the year say to somebody by now."""
    with cast.database.transaction() as session:
        mine = (Letter.employee_id == cast.ids[key], Letter.kind == Kind.DECISION)
        found = session.exec(select(Letter).where(*mine).order_by("id")).all()
        now, table = cast.sari.office.clock.now(), routes()
        drawn = [
            render(table.letters, session, one, now)
            for one in found
            if one.template.startswith("years.")
        ]
        return [one.drawn.text for one in drawn if one is not None]


async def test_the_team_judges_what_both_have_signed(year: Cast) -> None:
    sari, budi, wayan = year.sari, year.budi, year.wayan
    await writes(sari)
    await passes(budi)
    assert budi.sees("Ditandatangani; kini dinilai oleh tim evaluasi.")
    await sari.says("/menu")
    assert "Tulis laporan tahunan" not in sari.screen
    await sari.opens("years.card/2026", year.database.vault)
    assert sari.sees("menunggu tim evaluasi")
    await budi.opens("years.queue", year.database.vault)
    assert budi.sees("Tidak ada laporan tahunan yang menunggu Anda.")
    await wayan.says("/menu")
    await wayan.taps("Nilai tahunan Sari Lest")
    assert wayan.sees(WORDS[:60])
    await wayan.taps("Nilai …")
    await wayan.taps("Hasil sesuai")
    await wayan.taps("Tetapkan: Baik")
    assert wayan.sees("Predikat tahunan: <b>Baik</b>")
    (said,) = told(year, "sari")
    assert "Laporan tahunan 2026 Anda sudah final." in said
    assert "Baik" not in said.replace("sebaiknya", "")
    await sari.opens("years.card/2026", year.database.vault)
    await sari.taps("Laporan PDF")
    page = document(sari)
    for line in ("Budi Santoso", "Pejabat penilai", "Tim evaluasi", "Ni Wayan Astuti", "Baik"):
        assert has(page, line), line


def document(person: Person) -> bytes:
    calls: list[Any] = person.office.telegram.calls
    (sent,) = [c for c in calls if isinstance(c, SendDocument)]
    content: bytes = sent.document.data  # type: ignore[union-attr]
    return content


async def test_the_team_returns_it_and_everybody_hears(year: Cast) -> None:
    sari, budi, wayan = year.sari, year.budi, year.wayan
    await writes(sari)
    await passes(budi)
    await wayan.opens("years.queue", year.database.vault)
    await wayan.taps("2026: Sari")
    await wayan.taps("Kembalikan …")
    await wayan.says(WHY)
    assert wayan.sees("Tidak ada laporan tahunan yang menunggu Anda.")
    (back,) = told(year, "sari")
    assert "dikembalikan untuk diperbaiki" in back
    assert WHY not in back
    await writes(sari)
    assert told(year, "sari") == []
    assert "sudah ditandatangani lagi" in told(year, "budi")[0]
    await passes(budi)


async def test_without_anybody_to_judge_it_stays_with_the_superior(year: Cast) -> None:
    with year.database.transaction() as session:
        for grant in session.exec(select(Grant).where(Grant.employee_id == year.ids["wayan"])):
            session.delete(grant)
    await writes(year.sari)
    await passes(year.budi)
    assert year.budi.sees(NO_JUDGE)
    with year.database.transaction() as session:
        assert session.exec(select(YearReport.state)).one() == "signed"


async def test_who_owes_a_year_is_reminded_and_seen_by_leaders(year: Cast) -> None:
    sari, kepala = year.sari, year.kepala
    day = date(2027, 2, 4)
    sari.office.clock.moment = morning(day)
    tick(year.database, morning(day))
    with year.database.transaction() as session:
        while plan(session, morning(day)):
            pass
        to = (Letter.template == "reminders.digest", Letter.employee_id == year.ids["sari"])
        assert session.exec(select(Letter.key).where(*to)).all()
    await sari.opens("reminders.tasks/year_write/0", year.database.vault)
    assert sari.sees("Tulis laporan tahunan, 2026 (7 hari lagi)")
    await kepala.says("/tim")
    await kepala.taps("Layanan")
    if "Tahun 2026" in kepala.screen:
        await kepala.taps("Tahun 2026")
    assert kepala.sees("Sari Lestari: laporan tahunan (7 hari lagi)")
