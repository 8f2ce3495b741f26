"""Who works where in the invented office, and the roster file that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from bot.office import names
from bot.office.names import MAN, WOMAN, Life
from bot.rules.roster import Row

AGENCY = "Badan Pelayanan Contoh"
SEMARANG = "Kantor Pelayanan Semarang"
MAKASSAR = "Kantor Pelayanan Makassar"
JAYAPURA = "Kantor Pelayanan Jayapura"
ZONES = {AGENCY: "WIB", SEMARANG: "WIB", MAKASSAR: "WITA", JAYAPURA: "WIT"}
REGIONS = {AGENCY: "semarang", SEMARANG: "semarang", MAKASSAR: "makassar", JAYAPURA: "jayapura"}
LEVELS_ABOVE = 3  # head of the agency, of an office, of a section
LATE = ("putri", "bagas")  # they came in the running quarter
LEFT = ("lain19",)  # moved to another agency in it


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the office; `key` is how the story names them."""

    key: str
    name: str
    life: Life
    post: str
    level: str
    rank: str
    unit: str
    superior: str
    roles: str = ""
    number: int = 0

    @property
    def nip(self) -> str:
        return names.nip(self.life, self.number)

    @property
    def phone(self) -> str:
        return names.phone(self.number)


def _born(
    year: int, month: int, day: int, began: int, sex: int, *, agreement: bool = False
) -> Life:
    return Life(date(year, month, day), date(began, 3, 1), sex, agreement)


STORY = (
    Member("sari", "Sari Widyaningrum, A.Md.", _born(1994, 5, 17, 2019, WOMAN),
           "Petugas Loket Pelayanan", "Terampil", "II/c", SEMARANG, "budi"),
    Member("budi", "Budi Prasetyadi, S.Sos., M.AP.", _born(1980, 2, 9, 2005, MAN),
           "Kepala Seksi Pelayanan", "Pengawas", "III/d", SEMARANG, "sri"),
    Member("wayan", "Ni Wayan Sucitawati, S.E., M.M.", _born(1983, 8, 21, 2008, WOMAN),
           "Analis Kebijakan Ahli Madya", "Ahli Madya", "IV/a", AGENCY, "lukman",
           f"tim_evaluasi@{AGENCY}"),
    Member("kepala", "Dr. Wiryawan Hadikusuma, M.Si.", _born(1970, 1, 12, 1996, MAN),
           "Kepala Badan", "JPT Pratama", "IV/c", AGENCY, "", "pimpinan"),
    Member("maya", "Maya Anggrahini, S.Psi.", _born(1988, 6, 4, 2012, WOMAN),
           "Analis SDM Aparatur Ahli Muda", "Ahli Muda", "III/c", AGENCY, "lukman",
           "kepegawaian"),
    Member("rina", "Rina Kurniasihati, S.H.", _born(1991, 7, 7, 2017, WOMAN),
           "Analis SDM Aparatur Ahli Pertama", "Ahli Pertama", "III/b", AGENCY, "lukman",
           "kepegawaian"),
    Member("tenri", "Tenri Bataritoja, S.STP., M.Si.", _born(1984, 11, 3, 2007, WOMAN),
           "Kepala Seksi Pelayanan", "Pengawas", "III/d", MAKASSAR, "baso"),
    Member("irwan", "Irwan Dg. Siriwa, S.Kom.", _born(1992, 4, 25, 2019, MAN),
           "Pranata Komputer Ahli Pertama", "Ahli Pertama", "III/b", MAKASSAR, "tenri"),
    Member("yosef", "Yosef Yarangga, S.IP., M.Si.", _born(1979, 10, 30, 2006, MAN),
           "Kepala Kantor", "Administrator", "IV/a", JAYAPURA, "kepala", "pimpinan"),
    Member("marice", "Marice Wandosa, A.Md.", _born(1996, 9, 14, 2022, WOMAN, agreement=True),
           "Penyuluh Pelayanan", "Terampil", "VII", JAYAPURA, "yosef"),
    Member("putri", "Putri Handayaningsih, S.Tr.IP.",
           _born(2000, 12, 2, 2026, WOMAN, agreement=True),
           "Pengelola Layanan Operasional", "Pelaksana", "IX", SEMARANG, "budi"),
    Member("bagas", "Bagas Adinugraha, S.Kom.", _born(2001, 3, 19, 2026, MAN, agreement=True),
           "Pranata Komputer Ahli Pertama", "Ahli Pertama", "IX", SEMARANG, "budi"),
    Member("lukman", "Lukman Harsanto, S.E., M.Si.", _born(1974, 9, 1, 1999, MAN),
           "Sekretaris", "Administrator", "IV/b", AGENCY, "kepala"),
    Member("sri", "Sri Wahyuningdyah, S.H., M.H.", _born(1976, 4, 8, 2002, WOMAN),
           "Kepala Kantor", "Administrator", "IV/a", SEMARANG, "kepala", "pimpinan"),
    Member("togar", "Togar Parlindungan Sinambela, S.H.", _born(1982, 5, 26, 2009, MAN),
           "Kepala Seksi Pengaduan dan Informasi", "Pengawas", "III/c", SEMARANG, "sri"),
    Member("baso", "Drs. Baso Mappangarae, M.Si.", _born(1972, 12, 11, 1998, MAN),
           "Kepala Kantor", "Administrator", "IV/a", MAKASSAR, "kepala"),
    Member("hasnia", "Hasnia Pallangga, S.Sos.", _born(1985, 3, 15, 2010, WOMAN),
           "Kepala Seksi Penyuluhan", "Pengawas", "III/c", MAKASSAR, "baso"),
    Member("agus", "Agus Triyantoro", _born(1987, 8, 17, 2014, MAN),
           "Pengadministrasi Perkantoran", "Pelaksana", "II/d", SEMARANG, "togar"),
    Member("nadia", "Nadia Oktavianingrum, S.E., Ak.", _born(1986, 10, 5, 2011, WOMAN),
           "Auditor Ahli Muda", "Ahli Muda", "III/d", AGENCY, "kepala", "inspektorat"),
    Member("rahma", "Rahmawati Tonralipu, S.A.P.", _born(1989, 2, 27, 2015, WOMAN),
           "Analis Kebijakan Ahli Muda", "Ahli Muda", "III/c", MAKASSAR, "tenri",
           f"tim_evaluasi@{MAKASSAR}"),
)  # fmt: skip

# Posts of the others: unit, superior, post, level, rank of a PNS, whether a PPPK.
OTHERS: Sequence[tuple[str, str, str, str, str, bool]] = (
    (AGENCY, "lukman", "Arsiparis Ahli Pertama", "Ahli Pertama", "III/a", False),
    (AGENCY, "lukman", "Bendahara Pengeluaran", "Pelaksana", "III/a", False),
    (AGENCY, "lukman", "Perencana Ahli Muda", "Ahli Muda", "III/c", False),
    (AGENCY, "lukman", "Pranata Humas Ahli Pertama", "Ahli Pertama", "IX", True),
    (SEMARANG, "budi", "Petugas Loket Pelayanan", "Terampil", "II/d", False),
    (SEMARANG, "budi", "Penelaah Teknis Kebijakan", "Pelaksana", "III/a", False),
    (SEMARANG, "budi", "Pengelola Layanan Operasional", "Pelaksana", "VII", True),
    (SEMARANG, "togar", "Pranata Komputer Terampil", "Terampil", "II/d", False),
    (SEMARANG, "togar", "Pengelola Pengaduan Masyarakat", "Pelaksana", "III/a", False),
    (SEMARANG, "togar", "Arsiparis Terampil", "Terampil", "VII", True),
    (MAKASSAR, "tenri", "Petugas Loket Pelayanan", "Terampil", "II/c", False),
    (MAKASSAR, "tenri", "Pengelola Layanan Operasional", "Pelaksana", "VII", True),
    (MAKASSAR, "hasnia", "Penyuluh Pelayanan", "Terampil", "II/d", False),
    (MAKASSAR, "hasnia", "Penelaah Teknis Kebijakan", "Pelaksana", "III/a", False),
    (MAKASSAR, "hasnia", "Arsiparis Terampil", "Terampil", "II/d", False),
    (JAYAPURA, "yosef", "Petugas Loket Pelayanan", "Terampil", "II/c", False),
    (JAYAPURA, "yosef", "Arsiparis Terampil", "Terampil", "II/d", False),
    (JAYAPURA, "yosef", "Pranata Komputer Terampil", "Terampil", "VII", True),
    (JAYAPURA, "yosef", "Pengelola Layanan Operasional", "Pelaksana", "III/a", False),
    (JAYAPURA, "yosef", "Penyuluh Pelayanan", "Terampil", "VII", True),
)


def everybody(dice: Random) -> list[Member]:
    """The whole office, people of the story first; numbers run from 1."""
    found = list(STORY)
    taken: set[str] = set()
    for place, (unit, superior, post, level, rank, agreement) in enumerate(OTHERS, 1):
        sex = MAN if place % 2 else WOMAN
        name = names.invented(dice, REGIONS[unit], sex, taken)
        who = names.life(dice, sex, agreement=agreement, eldest=1982, youngest=1999)
        found.append(Member(f"lain{place}", name, who, post, level, rank, unit, superior))
    return [replace(member, number=number) for number, member in enumerate(found, 1)]


def rows(members: Sequence[Member]) -> list[Row]:
    """The lines of the roster file about these people."""
    nips = {member.key: member.nip for member in members}
    return [Row(line, _cells(member, nips)) for line, member in enumerate(members, 2)]


def _cells(member: Member, nips: dict[str, str]) -> dict[str, str]:
    return {
        "nip": member.nip,
        "nama": member.name,
        "jabatan": member.post,
        "jenjang": member.level,
        "golongan": member.rank,
        "unit": member.unit,
        "unit_induk": "" if member.unit == AGENCY else AGENCY,
        "atasan_nip": nips.get(member.superior, ""),
        "telepon": member.phone,
        "peran": member.roles,
        "zona": ZONES[member.unit],
    }
