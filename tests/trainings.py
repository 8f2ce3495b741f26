"""Courses and what people do with them, for tests."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.actions import evidence, trainings
from bot.examining.verdicts import Examined
from bot.rules.evidence import FileType
from bot.rules.trainings.hours import FORM
from storage.trainings import training
from tests.cast import Cast
from tests.kit import Person

HEAD = (
    "kode;nama;bidang;bentuk;jalur;jenjang;jp;menit;kursi;biaya;sumber_dana;mulai;selesai;"
    "daftar_sampai;tempat;penyelenggara;indikator;jabatan"
)
LINE = (
    "PT-01;Pelayanan Prima;Pelayanan;klasikal;pelatihan;Dasar;20;900;2;1.500.000;APBN;"
    "{begins};{begins};;Semarang;BPSDM;produktivitas;Analis"
)
WHY = "Agar antrean loket dapat saya layani lebih cepat."


def offer(session: Session, now: datetime, code: str = "PT-01", **more: Any) -> int:
    """A course in the catalogue; its number."""
    begins = more.pop("begins_on", date(2026, 11, 30))
    values: dict[str, Any] = {
        "code": code, "name": f"Pelayanan Prima {code}", "field": "Pelayanan",
        "way": "pelatihan", "level": "Dasar", "minutes": 900, "seats": 2, "cost": 1_500_000,
        "source": "APBN", "begins_on": begins, "ends_on": begins, "apply_until": begins,
        "place": "Semarang", "provider": "BPSDM", "indicators": "produktivitas", "posts": "",
        "changed_at": now, **more,
    }  # fmt: skip
    values["form"] = FORM[values["way"]]
    training.put(session, values)
    return next(one.id or 0 for one in training.everything(session) if one.code == code)


async def applies(person: Person, course: str, why: str = WHY) -> None:
    """From the menu to the superior."""
    await person.says("/diklat")
    await person.taps("Katalog")
    await person.taps(course)
    await person.taps("Daftar")
    await person.says(why)
    await person.taps("Kirim permohonan")


async def solves(cast: Cast) -> None:
    """What the clock does when a division was asked for."""
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        compute = trainings.solve(session, now)
    assert compute is not None
    done = compute()
    with cast.database.transaction() as session:
        done(session)


def arrives(cast: Cast, turn: int) -> None:
    """What the courier does: the files that wait are fetched and examined."""
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        for file in evidence.next_to_fetch(session, now, 9):
            content = f"bukti {turn}".encode()
            examined = Examined(f"{turn:064x}", FileType.JPEG, content)
            evidence.came(session, file, examined, now)
