"""What the office asks and hears: citizens at a counter, a broadcast with its quiz."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlmodel import Session, select

from bot.rules.surveys import codes
from storage import surveys
from storage.columns import vault_of
from storage.surveys.tables import SurveyBatch
from storage.units import Unit
from tests.citizens import put
from tests.conftest import NOW
from tests.crash.points.playing import Playing
from tests.crash.points.stories import Story
from tests.crash.points.verbs import Step, moves, says, taps

CITIZEN = (9001, "Warga")
TICKET = 1
"""The number of the only batch there is."""
TEXT = "Cuti bersama 2026 berubah.\n\nAjukan paling lambat 14 hari sebelumnya."


def opened(session: Session) -> None:
    """A counter of Sari's unit, and one visit ticket for it."""
    unit = session.exec(select(Unit.id).where(Unit.name == "Layanan")).one()
    at = put(session, unit or 0)
    batch = SurveyBatch(
        counter_id=at.counter_id, tickets=1, printed=False, issued_on=NOW.date(),
        expires_on=date(2026, 8, 18),
    )  # fmt: skip
    assert surveys.tickets.issue(session, batch) == TICKET


def scans(key: str) -> Step:
    """The ticket, as a link into the chat would do it."""

    async def scan(one: Playing) -> None:
        with one.database.transaction() as session:
            ticket = codes.ticket_code(vault_of(session).key("survey tickets"), TICKET, 0)
        await one.telegram.as_(key).says(f"/start {codes.argument(ticket)}", wait=False)

    return scan


SURVEY = Story(
    "survei",
    (
        scans("warga"),
        *taps("warga", "Mulai", *["4 "] * 8, "1 "),
        says("warga", "Kursi tunggu hanya dua belas."),
        *taps("warga", "Kabari saya", "Ya, kabari saya", "Kirim"),
        says("maya", "/survei"),
        *taps("maya", "Komentar (1)", "Boleh dibaca"),
        says("kepala", "/survei"),
        *taps("kepala", "Indeks kepuasan", "Komentar", "1", "Jadikan perbaikan"),
        says("kepala", "Menambah kursi di ruang tunggu."),
        says("kepala", "sari lestari"),
        *taps("kepala", "1. Sari", "4 minggu lagi"),
        says("sari", "/menu"),
        *taps("sari", "Perbaikan", "Sudah diperbaiki"),
        says("sari", "Di ruang tunggu kini ada tiga puluh kursi."),
        says("warga", "/survei"),
    ),
    opened,
    more={"warga": CITIZEN},
)
BROADCAST = Story(
    "siaran",
    (
        says("maya", "/admin"),
        *taps("maya", "Undangan & jangkauan", "Siaran", "Siaran baru"),
        says("maya", TEXT),
        *taps("maya", "Kuis"),
        says("maya", "Kapan cuti diajukan?"),
        says("maya", "* Dalam 14 hari\nDalam 30 hari"),
        says("maya", "Surat edaran menyebut 14 hari."),
        *taps("maya", "Kembali", "Pratinjau", "Kirim ke saya dulu"),
        moves(datetime(2026, 8, 12, 3, 5, tzinfo=UTC)),
        says("maya", "/admin"),
        *taps(
            "maya", "Undangan & jangkauan", "Siaran", "✎ Cuti bersama", "Pratinjau", "Ya, kirim"
        ),
        moves(datetime(2026, 8, 12, 3, 10, tzinfo=UTC)),
        says("sari", "/menu"),
        *taps("sari", "Kuis: Cuti bersama", "Mulai kuis", "B"),
        says("sari", "/siaran"),
        *taps("sari", "Cuti bersama", "Ulangi kuis", "A"),
        says("maya", "/admin"),
        *taps("maya", "Undangan & jangkauan", "Siaran", "Cuti bersama"),
    ),
)
HEARD = (SURVEY, BROADCAST)
