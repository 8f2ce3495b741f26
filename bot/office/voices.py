"""What citizens answered from January to yesterday, and what some of them wrote beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from bot.actions.holidays import calendar_for
from bot.actions.surveys import sealing
from bot.office.counters import SERVED, Desks, Served
from bot.office.desk import NOW, WEEK, Office, wib
from bot.office.people import JAYAPURA, MAKASSAR, SEMARANG
from bot.rules.quarters import Quarter
from bot.rules.surveys.elements import ELEMENTS, HIGHEST, LOWEST, Element
from storage.surveys import Origin, Standing, imports
from storage.surveys.answers import BITS

EVERY = 3  # working days from one busy day to the next
WAVERS = 0.62
LOOSE, ON_WEB = 0.15, 0.4
CHAIRS = date(2026, 8, 20)
GAIN = 0.6  # since there are more chairs in Semarang


@dataclass(frozen=True, slots=True)
class Said:
    """A comment, and where it was written; `told` by key for what came of it."""

    key: str
    unit: str
    service: str
    day: date
    text: str
    marks: Mapping[Element, int]


CHAIR, CALLED, NAMED = "kursi", "antrean", "nama"
SAID: Sequence[Said] = (
    Said(CHAIR, SEMARANG, "legalisasi", date(2026, 6, 9),
         "Kursi tunggu hanya dua belas, pukul sembilan sudah berdiri sampai pintu.",
         {Element.SARANA: 1}),
    Said("ramah", SEMARANG, "legalisasi", date(2026, 7, 14),
         "Petugasnya sabar menerangkan syarat kepada ibu saya yang sudah sepuh.",
         {Element.PERILAKU: 4}),
    Said("peta", MAKASSAR, "legalisasi", date(2026, 8, 11),
         "Antre dari pagi, baru dilayani pukul sebelas. Satu loket tidak cukup.",
         {Element.WAKTU: 1, Element.PROSEDUR: 2}),
    Said("gratis", JAYAPURA, "legalisasi", date(2026, 9, 8),
         "Tidak dipungut biaya, terima kasih.", {Element.BIAYA: 4}),
    Said(CALLED, SEMARANG, "legalisasi", date(2026, 10, 20),
         "Panggilan nomor antrean tidak terdengar dari luar, dua kali nomor saya terlewat.",
         {Element.PENGADUAN: 2, Element.SARANA: 2}),
    Said("usaha", MAKASSAR, "usaha", date(2026, 10, 27),
         "Syaratnya berbeda dengan yang tertulis di papan, saya pulang dua kali.",
         {Element.PERSYARATAN: 1, Element.PROSEDUR: 1}),
    Said(NAMED, SEMARANG, "aduan", date(2026, 11, 5),
         "Aduan saya tentang jalan belum dijawab. Pak Darsono di meja bilang tunggu saja.",
         {Element.PENGADUAN: 1}),
    Said("kasar", MAKASSAR, "legalisasi", date(2026, 11, 6), "Payah semua.", {Element.WAKTU: 1}),
)  # fmt: skip
NOT_READ = (NAMED, "kasar")
"""Nobody of HR has looked at these two."""


def hear(office: Office, desks: Desks, quarter: Quarter) -> dict[str, int]:
    """A quarter's answers up to yesterday, each day sealed when it was over.

    The numbers of those with a comment, by key. With dice of its own, so that the rest of the
    story stays as it is.
    """
    dice, last = Random(f"survei {quarter}"), min(quarter.last_day, NOW.date() - timedelta(1))
    rows: list[dict[str, Any]] = []
    for one in SERVED:
        rows += _answers(dice, office, desks, one, quarter, last)
    numbers: dict[str, int] = {}
    comments: list[dict[str, Any]] = []
    for said in SAID:
        if quarter.first_day <= said.day <= last:
            served = next(o for o in SERVED if (o.unit, o.key) == (said.unit, said.service))
            row = _row(dice, office, desks, served, said.day) | _keys(said.marks)
            numbers[said.key] = row["answer_id"]
            rows.append(row | {"ticketed": True})
            comments.append({
                "answer_id": row["answer_id"], "unit_id": row["unit_id"], "text": said.text,
                "cleared_on": None, "cleared_by": None, "dismissed": False,
            })  # fmt: skip
    imports.add_answers(office.session, rows)
    imports.add_comments(office.session, comments)
    for day in sorted({row["answered_on"] for row in rows}):
        sealing.reseal(office.session, [day], wib(day + timedelta(1), 1))
    return numbers


def answer(
    dice: Random, office: Office, desks: Desks, served: Served, day: date, level: int
) -> int:
    """One answer with a ticket, alike in every element; its number."""
    row = _row(dice, office, desks, served, day) | dict.fromkeys(map(str, ELEMENTS), level)
    imports.add_answers(office.session, [row | {"ticketed": True}])
    number: int = row["answer_id"]
    return number


def _answers(
    dice: Random, office: Office, desks: Desks, served: Served, quarter: Quarter, last: date
) -> Iterator[dict[str, Any]]:
    calendar = calendar_for(*WEEK)
    whole = (quarter.last_day - quarter.first_day).days + 1
    days = [quarter.first_day + timedelta(n) for n in range(whole)]
    busy = [day for day in days if calendar.is_workday(day)][::EVERY]
    for _ in range(served.answers):
        day = dice.choice(busy)
        row = _row(dice, office, desks, served, day)
        if day <= last:
            yield row


def _row(dice: Random, office: Office, desks: Desks, served: Served, day: date) -> dict[str, Any]:
    name, _ = dice.choice(served.counters)
    return {
        "answer_id": dice.getrandbits(BITS), "unit_id": office.units[served.unit],
        "service_id": desks.services[served.unit, served.key],
        "counter_id": desks.counters[served.unit, name][0], "answered_on": day,
        "origin": (Origin.WEB if dice.random() < ON_WEB else Origin.CHAT).value,
        "ticketed": dice.random() >= LOOSE, "standing": Standing.COUNTS.value, "batch_id": None,
        **_marks(dice, served, day),
    }  # fmt: skip


def _marks(dice: Random, served: Served, day: date) -> dict[str, int]:
    """Who is content is so with most of it."""
    mood, found = dice.gauss(0, WAVERS / 2), {}
    for element, mean in zip(ELEMENTS, served.means, strict=True):
        better = served.unit == SEMARANG and element is Element.SARANA and day >= CHAIRS
        level = round(dice.gauss(mean + mood + (GAIN if better else 0), WAVERS))
        found[element.value] = min(HIGHEST, max(LOWEST, level))
    return found


def _keys(marks: Mapping[Element, int]) -> dict[str, int]:
    return {element.value: mark for element, mark in marks.items()}
