"""The roster as a file says it: columns, words for ranks, zones and roles, loops in it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.rules.authority import Role
from bot.rules.nip import NipKind

K = TypeVar("K", bound=Hashable)

COLUMNS = (
    "nip", "nama", "jabatan", "jenjang", "golongan", "unit",
    "unit_induk", "atasan_nip", "telepon", "peran", "zona",
)  # fmt: skip

# PNS: Perka BKN 12/2002; PPPK: Perpres 98/2020.
PNS_RANKS = frozenset(
    [f"{roman}/{letter}" for roman in ("I", "II", "III") for letter in "abcd"]
    + [f"IV/{letter}" for letter in "abcde"]
)
PPPK_RANKS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
    "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
)  # fmt: skip
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
ROLE_WORDS = frozenset(role.value for role in Role)
IMPLIED = frozenset({"pegawai", "atasan"})  # they follow from the roster itself

# Who decides about others proves it with a second person.
DECIDING = frozenset({Role.EVALUATION_TEAM, Role.HEAD, Role.HR, Role.INSPECTORATE})


class Spoilt(StrEnum):
    """What an office programme has done to a cell so that it no longer says what was meant."""

    FORMULA = "formula"
    ERROR = "error"
    DATE = "date"
    GARBLED = "garbled"
    SURPLUS = "surplus"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: its number there, and its cells by column, trimmed.

    `numeric` names columns that the sheet held as numbers; an 18-digit NIP is spoilt by that.
    `spoilt` pairs columns with what else is wrong with their cells: a code of `Spoilt`; the
    column is empty where it is the whole line.
    """

    line: int
    cells: Mapping[str, str]
    numeric: frozenset[str] = frozenset()
    spoilt: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where: `code` says what, `detail` repeats harmless words of the cell."""

    line: int
    column: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True, order=True)
class RoleAt:
    """A role as the file gives it; `unit` empty means where the role is held by default."""

    role: Role
    unit: str = ""


class Unknown(ValueError):
    """A word that is none of the allowed ones; the text is that word."""


def rank(written: str, kind: NipKind) -> str:
    """`III/a` of `IIIA`, `iii a`; a PPPK has a number I to XVII or none. Raises Unknown."""
    bare = re.sub(r"[\s./\-]", "", written)
    if kind is NipKind.PPPK:
        if not bare or bare.upper() in PPPK_RANKS:
            return bare.upper()
        raise Unknown(written)
    found = f"{bare[:-1].upper()}/{bare[-1:].lower()}"
    if found in PNS_RANKS:
        return found
    raise Unknown(written)


def zone(written: str) -> str:
    """The IANA name of WIB, WITA, WIT or of itself; empty stays empty. Raises Unknown."""
    if not written or written.upper() in ZONES:
        return ZONES.get(written.upper(), "")
    try:
        if "/" not in written:  # GMT, EST, Japan: names of the list that no office means
            raise Unknown(written)
        return ZoneInfo(written).key
    except (KeyError, ValueError, OSError):
        raise Unknown(written) from None


def roles(written: str) -> frozenset[RoleAt]:
    """Roles beyond employee and superior: `kepegawaian;tim_evaluasi@Kantor Makassar`.

    Raises Unknown with the first word that is no role.
    """
    found = set()
    for part in filter(None, (part.strip() for part in re.split(r"[;,|]", written))):
        word, _, unit = part.partition("@")
        name = re.sub(r"[\s\-]+", "_", word.strip().lower())
        if name in IMPLIED:
            continue
        if name not in ROLE_WORDS:
            raise Unknown(word.strip())
        found.add(RoleAt(Role(name), " ".join(unit.split())))
    return frozenset(found)


FEW_LEAVE, SHARE_LEAVES = 2, 10


def too_many_leave(missing: int, staff: int) -> bool:
    """Whether so many of the staff are missing from a file that it may be a part of one."""
    return missing > max(FEW_LEAVE, staff // SHARE_LEAVES)


def loops(above: Mapping[K, K | None]) -> list[list[K]]:
    """Every circle in `who -> superior`, each listed once in order, starting anywhere in it."""
    done: set[K] = set()
    found = []
    for start in above:
        path: dict[K, None] = {}
        here: K | None = start
        while here is not None and here not in done and here not in path:
            path[here] = None
            here = above.get(here)
        if here is not None and here in path:
            way = list(path)
            found.append(way[way.index(here) :])
        done.update(path)
    return found
