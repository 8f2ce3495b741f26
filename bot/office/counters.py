"""Services of three offices with the counters where they are given and their codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from bot.office.desk import Office, wib
from bot.office.people import JAYAPURA, MAKASSAR, SEMARANG
from bot.rules.surveys.codes import COUNTER, counter_code
from bot.rules.surveys.elements import ELEMENTS
from storage import audit, surveys

SEED = 20_261_112
KEPT_BY, SINCE = "maya", wib(date(2026, 1, 6), 10)


@dataclass(frozen=True, slots=True)
class Served:
    """A service, `answers` of it in a whole quarter, and how citizens see its nine elements.

    `means` in the order of the regulation; `counters` by name with the officer's key.
    """

    key: str
    unit: str
    name: str
    kind: str
    visitors: int
    answers: int
    means: tuple[float, ...]
    counters: tuple[tuple[str, str], ...]


SERVED: Sequence[Served] = (
    Served("legalisasi", SEMARANG, "Legalisasi dokumen", "administratif", 5200, 46,
           (3.4, 3.3, 3.2, 3.8, 3.5, 3.6, 3.7, 3.3, 2.7),
           (("Loket 1", "sari"), ("Loket 2", "lain5"))),
    Served("beasiswa", SEMARANG, "Rekomendasi beasiswa", "administratif", 900, 22,
           (3.1, 2.9, 3.0, 3.9, 3.4, 3.5, 3.6, 3.2, 2.9), (("Loket 3", "lain6"),)),
    Served("aduan", SEMARANG, "Layanan pengaduan", "pengaduan", 640, 14,
           (3.3, 3.1, 2.8, 4.0, 3.0, 3.3, 3.5, 2.8, 3.1), (("Meja pengaduan", "agus"),)),
    Served("legalisasi", MAKASSAR, "Legalisasi dokumen", "administratif", 3800, 36,
           (3.2, 2.9, 2.5, 3.7, 3.2, 3.4, 3.5, 3.0, 3.0), (("Loket 1", "lain11"),)),
    Served("usaha", MAKASSAR, "Kartu pelaku usaha", "administratif", 1500, 20,
           (3.0, 2.8, 2.8, 3.6, 3.3, 3.3, 3.4, 3.0, 3.1), (("Loket 2", "lain12"),)),
    Served("legalisasi", JAYAPURA, "Legalisasi dokumen", "administratif", 1100, 12,
           (3.2, 3.2, 3.3, 3.7, 3.3, 3.2, 3.8, 3.1, 2.8), (("Loket 1", "lain16"),)),
)  # fmt: skip
"""Three offices give the same service, so that like can be compared with like."""


@dataclass(frozen=True, slots=True)
class Desks:
    """Numbers of services, and of counters with their codes by unit and name."""

    services: Mapping[tuple[str, str], int]
    counters: Mapping[tuple[str, str], tuple[int, str]]


def open_counters(office: Office) -> Desks:
    """As HR kept them in January; codes come of dice, so that every demo has the same sheets."""
    assert all(len(one.means) == len(ELEMENTS) for one in SERVED)
    session, dice, by = office.session, Random(SEED), office.ids[KEPT_BY]
    services, counters = {}, {}
    for one in SERVED:
        unit = office.units[one.unit]
        number = surveys.places.add_service(session, unit, one.name, one.kind)
        service = surveys.places.service(session, number)
        assert service is not None
        service.visitors = one.visitors
        surveys.places.put(session, service)
        services[one.unit, one.key] = number
        about, facts = f"surveyservice/{number}", {"visitors": one.visitors}
        audit.record(session, SINCE, by, "surveys.add_service", about, {"unit": unit})
        audit.record(session, SINCE, by, "surveys.visitors", about, facts)
        for name, officer in one.counters:
            code = counter_code(dice.randbytes(COUNTER))
            assert surveys.places.add_counter(session, number, name, code)
            desk = surveys.places.by_code(session, code)
            assert desk is not None
            desk.counter.officer_id = office.ids.get(officer)
            surveys.places.put(session, desk.counter)
            at, about = desk.counter.id or 0, f"surveycounter/{desk.counter.id}"
            counters[one.unit, name] = (at, code)
            told = {"service": number, "code": code}
            audit.record(session, SINCE, by, "surveys.add_counter", about, told)
    return Desks(services, counters)
