"""A quarter played by the cast: the clock's ticks, and an appraisal in a few taps."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from sqlmodel import select

from bot.actions.closing import close
from bot.actions.peers import tick as ask_colleagues
from bot.actions.periods import make
from bot.actions.publication import spread
from storage.database import Database
from storage.periods import Period
from tests.cast import Cast
from tests.factors import types_code
from tests.kit import Person

RATING = date(2026, 10, 7)
CALIBRATION = date(2026, 10, 14)
STEPS = 11
WHY = "Pegawai yang tersisa sedang tugas belajar."


def tick(database: Database, now: datetime, *, peers: bool = False) -> None:
    """What the clock does until nothing is left; `peers`: colleagues are asked, too."""
    while True:
        with database.transaction() as session:
            asked = make(session, now) or (peers and ask_colleagues(session, now))
            if not (asked or close(session, now) or spread(session, now)):
                return


def moves_to(cast: Cast, day: date, *, peers: bool = False) -> None:
    """It is ten in the morning, WIB, of that day, and the clock has ticked."""
    clock = cast.sari.office.clock
    clock.moment = datetime.combine(day, time(3), UTC)
    tick(cast.database, clock.now(), peers=peers)


def period_id(database: Database, quarter: int = 3) -> int:
    with database.transaction() as session:
        found = session.exec(select(Period.id).where(Period.quarter == quarter)).one()
        assert found is not None
        return found


async def reports(
    person: Person, text: str = "Loket saya selesai lebih cepat dari standar."
) -> None:
    await person.says("/laporan")
    await person.says(text)
    await person.taps("Kirim")


async def rates(superior: Person, name: str, level: int = 4, send: bool = True) -> None:
    """From /nilai to the summary, every indicator with the same level."""
    await superior.says("/nilai")
    await superior.taps(name)
    await superior.taps("Mulai menilai")
    for _ in range(STEPS):
        await superior.taps(f"{level} ")
    if send:
        await superior.taps("Kirim")


async def publishes(head: Person, reason: str = "", *, proven: bool = False) -> None:
    """From /terbit to the code, with a reason where one is wanted."""
    await head.says("/terbit")
    if reason:
        await head.taps("Tulis alasan")
        await head.says(reason)
    else:
        await head.taps("Terbitkan")
    await head.taps("Ya, terbitkan")
    if not proven:
        await types_code(head)


async def proposes(member: Person, name: str) -> None:
    await member.says("/panel")
    await member.taps("Peringkat")
    await member.taps(name)
    await member.taps("Usulkan penghargaan")
    await member.says("Memangkas waktu layanan dari tiga hari menjadi satu hari.")
    await member.taps("Ya, usulkan")
