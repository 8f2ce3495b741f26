"""Training: a catalogue with money, a course that is on today, an application that waits."""

from __future__ import annotations

from datetime import date

from bot.actions import trainings
from bot.actions.me import Me, read_me
from bot.actions.trainings import importing, seats
from bot.office.desk import NOW, Office
from bot.office.hiring import telegram_id
from bot.rules.roster import Row
from bot.rules.trainings.catalogue import COLUMNS
from storage import outbox, units
from storage.trainings import request, running, training

FROM = date(2026, 10, 26)
HEARD = "Agar antrean loket dapat dilayani lebih cepat."
HOST, HERE = "tenri", ("lain11", "lain12")
ASKS = "lain11"
MONEY = "APBN 60.000.000"


def _rows(office: str) -> list[tuple[str, ...]]:
    """As a file of HR says them, in the order of its columns."""
    return [
        ("PP-01", "Pelayanan Prima di Loket", "Pelayanan", "", "pelatihan", "Dasar", "20", "", "6",
         "0", "", "09/11/2026", "10/11/2026", "06/11/2026", "Makassar", office,
         "Kualitas Pelayanan", ""),
        ("AD-02", "Analisis Data Antrean", "Data", "", "kursus", "Lanjut", "12", "", "3",
         "2.500.000", "APBN", "07/12/2026", "08/12/2026", "", "Semarang", "BPSDM",
         "Inovasi", "Analis; Pranata Komputer"),
        ("TK-03", "Tata Kelola Arsip", "Administrasi", "", "bimbingan_teknis", "Dasar", "8", "",
         "10", "750.000", "APBN", "14/12/2026", "14/12/2026", "", "Jayapura", "ANRI",
         "Penyelesaian Administrasi", ""),
    ]  # fmt: skip


def teach(office: Office) -> None:
    """HR finds an application to divide and attendance to note; so does the host of the course."""
    session, maya = office.session, _me(office, "maya", FROM, 9)
    told = _rows(units.top(session))
    rows = [Row(n, dict(zip(COLUMNS, one, strict=True))) for n, one in enumerate(told, 2)]
    importing.apply(session, rows, maya.now, maya.employee_id)
    trainings.write_budget(session, maya, MONEY)
    numbers = {one.code: one.id or 0 for one in training.everything(session)}
    for key in HERE:
        agreed = _applies(office, key, numbers["PP-01"])
        seats.seat(session, agreed, "queue", office.at(key, FROM, 14), None)
    running.put_host(session, numbers["PP-01"], office.ids[HOST], maya.employee_id, maya.now)
    _applies(office, ASKS, numbers["AD-02"])
    for key in (*HERE, HOST):
        for template in ("trainings.asked", "trainings.answered", "trainings.seated"):
            while letter := outbox.newest(session, office.ids[key], template):
                session.delete(letter)
                session.flush()


def _applies(office: Office, key: str, course: int) -> int:
    """An application that the superior agreed to; its number."""
    session = office.session
    mine, above = _me(office, key, FROM, 10), _me(office, office.members[key].superior, FROM, 11)
    trainings.write_why(session, mine, course, HEARD)
    row = request.of(session, course, mine.employee_id)
    assert row is not None
    trainings.send(session, mine, row.id or 0)
    trainings.agree(session, above, row.id or 0)
    return row.id or 0


def _me(office: Office, key: str, day: date, hour: int) -> Me:
    moment = min(office.at(key, day, hour), NOW)
    me = read_me(office.session, telegram_id(office.members[key]), moment)
    assert me is not None
    return me
