"""The cells of a line of career records, one by one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.rules import roster
from bot.rules.career.facts import TAKEN_BACK, Fact
from bot.rules.career.sorts import FACTS, PAST, PENALTIES, Sort
from bot.rules.career.written import DATED, Odd, read
from bot.rules.nip import InvalidNip, Nip, parse_nip
from bot.rules.roster import Row
from bot.rules.trainings import hours
from bot.rules.trainings.catalogue import day_of

FIRST_DAY = date(1950, 1, 1)
LONGEST_PENALTY = timedelta(days=3653)
GROUND, TITLE = (10, 300), (5, 150)
Wrong = Callable[..., None]
_LEVELS = (
    "SD", "SMP", "SMA", "SMK", "D-I", "D-II", "D-III", "D-IV", "S-1", "S-2", "S-3", "Profesi",
    "Spesialis",
)  # fmt: skip
_DIGITS = {"D1": "DI", "D2": "DII", "D3": "DIII", "D4": "DIV", "SLTP": "SMP", "SLTA": "SMA"}
_BY_LETTERS = {one.replace("-", "").upper(): one for one in _LEVELS}


def nip(row: Row, today: date, wrong: Wrong) -> Nip | None:
    """The number of the person; None when something is wrong with it."""
    text = row["nip"]
    if not text:
        wrong("nip", "empty")
    elif "nip" in row.numeric or "E+" in text.upper():
        wrong("nip", "nip_number")
    else:
        try:
            return parse_nip(text.lstrip("'"), today)
        except InvalidNip as fault:
            wrong("nip", f"nip_{fault.reason.value}")
    return None


def sort(said: str, wrong: Wrong) -> Sort | None:
    """The kind of record."""
    word = re.sub(r"[\s\-]+", "_", said.strip().lower())
    if word in set(Sort):
        return Sort(word)
    wrong("jenis", "empty" if not said else "unknown_sort", said)
    return None


def said(row: Row, sort: Sort, nip: Nip, wrong: Wrong) -> tuple[str, int]:
    """The value as it is stored, and the year of a predikat."""
    text = row["nilai"]
    wanted = sort not in PENALTIES and FACTS.get(sort) not in (Fact.EXAM,)
    if wanted and not text:
        wrong("nilai", "empty")
    elif sort in PAST and text == TAKEN_BACK:
        return TAKEN_BACK, 0
    elif sort is Sort.RANK:
        try:
            return roster.rank(text, nip.kind), 0
        except roster.Unknown:
            wrong("nilai", "unknown_golongan", text)
    elif sort is Sort.EDUCATION:
        level = re.sub(r"[\s.\-]", "", text).upper()
        found = _BY_LETTERS.get(_DIGITS.get(level, level))
        if found is None:
            wrong("nilai", "unknown_education", text)
        return found or "", 0
    elif sort is Sort.PREDIKAT:
        return _predikat(row, wrong)
    elif sort is Sort.TRAINING:
        return row["keterangan"], 0
    elif sort in FACTS and FACTS[sort] not in DATED:
        try:
            return read(FACTS[sort], text).value, 0
        except Odd as odd:
            wrong("nilai", f"odd_{odd}")
    return (text if wanted else ""), 0


def _predikat(row: Row, wrong: Wrong) -> tuple[str, int]:
    """The word, and the year: a year alone, or that of the day."""
    day = day_of(row["tanggal"])
    year = (
        row["tanggal"] if re.fullmatch(r"[0-9]{4}", row["tanggal"]) else f"{day:%Y}" if day else ""
    )
    try:
        found = read(Fact.PREDIKAT, f"{year or 2000} {row['nilai']}")
    except Odd:
        wrong("nilai", "odd_predikat", row["nilai"])
        return "", int(year or 0)
    return found.value, int(year or 0)


def day(row: Row, sort: Sort, year: int, today: date, wrong: Wrong) -> date | None:
    """The day that counts; of a predikat the last of its year."""
    if sort is Sort.PREDIKAT and year:
        if not FIRST_DAY.year <= year < today.year:
            wrong("tanggal", "year_outside")
        return date(year, 12, 31)
    day = day_of(row["tanggal"])
    if day is None:
        wrong("tanggal", "not_a_day" if row["tanggal"] else "empty")
    elif not FIRST_DAY <= day <= today:
        wrong("tanggal", "day_outside")
    return day


def until(row: Row, since: date | None, wrong: Wrong) -> date | None:
    """The last day of a penalty, which may lie ahead."""
    day = day_of(row["sampai"])
    if day is None:
        wrong("sampai", "not_a_day" if row["sampai"] else "empty")
    elif since is not None and not since <= day <= since + LONGEST_PENALTY:
        wrong("sampai", "ends_outside")
    return day


def learning(row: Row, wrong: Wrong) -> tuple[int, str]:
    """Hours such as `24 JP`, the title in `keterangan`, the way in `jalur`."""
    minutes = hours.read(row["nilai"])
    if row["nilai"] and minutes is None:
        wrong("nilai", "odd_hours", row["nilai"])
    if not TITLE[0] <= len(row["keterangan"]) <= TITLE[1]:
        wrong("keterangan", "title_wanted")
    way = re.sub(r"[\s\-]+", "_", row["jalur"].strip().lower()) or "pelatihan"
    if way not in hours.PART:
        wrong("jalur", "unknown_way", row["jalur"])
    return minutes or 0, way
