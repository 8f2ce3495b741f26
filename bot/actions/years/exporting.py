"""Final years in the fields of the national system's `kinerjaperiodik`, for HR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.years.composing import jenjang_of
from bot.rules.authority import Role
from bot.rules.personal import Look
from bot.rules.predikat import Expectation, Predikat
from storage import employees, personal, units, years

RATING = {Expectation.ABOVE: 1, Expectation.MET: 2, Expectation.BELOW: 3}
QUADRANT = {
    Predikat.SANGAT_BAIK: 1,
    Predikat.BAIK: 2,
    Predikat.BUTUH_PERBAIKAN: 3,
    Predikat.KURANG: 4,
    Predikat.SANGAT_KURANG: 5,
}
Line = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Export:
    year: int
    lines: Sequence[Line]


COLUMNS = (
    "nip", "nama", "tahun", "tahunMulaiPenilaian", "bulanMulaiPenilaian",
    "tahunSelesaiPenilaian", "bulanSelesaiPenilaian", "hasilKinerjaNilai", "perilakuKerjaNilai",
    "kuadranKinerjaNilai", "koefisienId", "angkaKredit", "statusPenilai", "penilaiNama",
    "penilaiNip", "penilaiGolongan", "penilaiJabatan", "penilaiUnor", "nomorLaporan",
)  # fmt: skip


def export(session: Session, me: Me, year: int = 0) -> Export:
    """Every final report of a year in the units my role reaches."""
    rights.demand(session, me, "years.export")
    units_of_role = [unit or personal.EVERYBODY for unit in me.roles.get(Role.HR, ())]
    personal.note_export(session, me.employee_id, Look.EXPORT, units_of_role, me.today, me.now)
    chosen, reach = year or me.today.year, my_reach(session, me)
    finals = years.finals(session, chosen, None)
    ids = {n for one in finals for n in (one.employee_id, one.superior_id) if n}
    people = employees.many(session, sorted(ids))
    names = units.names(session, [one.unit_id for one in people.values()])
    lines: list[Line] = []
    for one in finals:
        person, superior = people[one.employee_id], people[one.superior_id or 0]
        if reach is not None and person.unit_id not in reach:
            continue
        jenjang = jenjang_of(person.post_level)
        lines.append(
            (
                person.nip,
                person.name,
                one.year,
                one.year,
                one.first_month,
                one.year,
                one.last_month,
                RATING[Expectation(one.hasil_kerja)],
                RATING[Expectation(one.perilaku)],
                QUADRANT[Predikat(one.predikat)],
                jenjang.value if jenjang else "",
                one.credit,
                "ASN",
                superior.name,
                superior.nip,
                superior.rank,
                superior.post,
                names[superior.unit_id],
                one.number or 0,
            )
        )
    return Export(chosen, lines)
