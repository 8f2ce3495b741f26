"""Invented people: names and titles put together from lists, numbers that no real person has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bot.rules.people import full_name

MAN, WOMAN = 1, 2
FIRST_SERIAL = 900  # real serials begin at 001 and stay low

GIVEN: Mapping[str, Mapping[int, Sequence[str]]] = {
    "semarang": {
        MAN: ("Aris", "Danang", "Eko", "Galih", "Heru", "Ilham", "Joko", "Nugroho", "Wahyu"),
        WOMAN: ("Anisa", "Dwi", "Endah", "Fitri", "Indah", "Lestari", "Nur", "Ratna", "Tri"),
    },
    "makassar": {
        MAN: ("Akbar", "Baso", "Firman", "Haeruddin", "Ridwan", "Syamsul"),
        WOMAN: ("Besse", "Hasnah", "Mirnawati", "Nurhikmah", "Rosdiana", "Sitti"),
    },
    "jayapura": {
        MAN: ("Benyamin", "Elias", "Frans", "Melkias", "Obet", "Soleman"),
        WOMAN: ("Dorkas", "Ester", "Fransina", "Naomi", "Selfina", "Yuliana"),
    },
}
FAMILY: Mapping[str, Sequence[str]] = {
    "semarang": (
        "Adiwinata", "Budhisetya", "Hartonoputra", "Kusumaningrat", "Mulyawan", "Nurwidodo",
        "Pangestu", "Ramadhan", "Setyabudi", "Triwardana", "Utamajaya", "Wicaksana",
        "Simangunsong", "Sutardjo", "Wirahadi", "Hadiprana",
    ),
    "makassar": (
        "Dg. Malewa", "Dg. Pasore", "Makkaraeng", "Mattawang", "Pallawa Rukka", "Parenrengi",
        "Sanrima", "Tobarani", "Wellang", "Lembang Allo", "Rante Bulan",
    ),
    "jayapura": (
        "Ansanayo", "Demetouw", "Felle", "Hamadi", "Imbirisau", "Kambuaya", "Kereway",
        "Mandosir", "Rumbiakori", "Sawakey", "Youwe",
    ),
}  # fmt: skip
DEGREES = ("S.E.", "S.H.", "S.Sos.", "S.Kom.", "S.IP.", "A.Md.", "S.A.P.", "S.Si.", "S.Tr.IP.", "")


@dataclass(frozen=True, slots=True)
class Life:
    """When somebody was born and began to serve; `agreement` makes a PPPK."""

    born: date
    began: date
    sex: int
    agreement: bool = False


def invented(dice: Random, region: str, sex: int, taken: set[str]) -> str:
    """A full name with degree that nobody in the office has yet; `taken` grows."""
    while True:
        name = f"{dice.choice(GIVEN[region][sex])} {dice.choice(FAMILY[region])}"
        if not any(set(name.split()) & set(other.split()) for other in taken):
            break
        if name not in taken and dice.random() < 0.05:
            break
    taken.add(name)
    return full_name(name, back=dice.choice(DEGREES))


def life(dice: Random, sex: int, *, agreement: bool, eldest: int, youngest: int) -> Life:
    """Somebody born in these years, who began between 22 and 32 and before this year."""
    born = date(dice.randint(eldest, youngest), 1, 1) + timedelta(dice.randrange(365))
    first = max(born.year + 22, 2021 if agreement else 0)
    year = min(2025, dice.randint(first, first + (3 if agreement else 8)))
    return Life(born, date(year, dice.choice((1, 3, 4, 12)), 1), sex, agreement)


def nip(who: Life, number: int) -> str:
    """An employee number that keeps all rules (domain 5.1) and belongs to nobody."""
    start = f"{who.began:%Y}21" if who.agreement else f"{who.began:%Y%m}"
    return f"{who.born:%Y%m%d}{start}{who.sex}{FIRST_SERIAL + number:03d}"


def phone(number: int) -> str:
    """A number in a block that no operator has given out."""
    return f"+628120000{number:04d}"
