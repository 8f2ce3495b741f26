"""The catalogue as a file says it: columns, words, and what is wrong with a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from bot.rules.roster import Fault, Row
from bot.rules.trainings.hours import FORM, MINUTES

COLUMNS = (
    "kode", "nama", "bidang", "bentuk", "jalur", "jenjang", "jp", "menit", "kursi", "biaya",
    "sumber_dana", "mulai", "selesai", "daftar_sampai", "tempat", "penyelenggara", "indikator",
    "jabatan",
)  # fmt: skip
MUST = ("kode", "nama", "bidang", "jalur", "kursi", "mulai", "tempat", "penyelenggara")
LONGEST = {"kode": 30, "nama": 100, "bidang": 60, "jenjang": 30, "sumber_dana": 40, "tempat": 80,
           "penyelenggara": 80, "indikator": 200, "jabatan": 200}  # fmt: skip
MOST_MINUTES, MOST_SEATS, MOST_COST = 100_000, 10_000, 1_000_000_000
DAY = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
Wrong = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One course, fit to be taken in; `indicators` are keys."""

    line: int
    code: str
    name: str
    field: str
    form: str
    way: str
    level: str
    minutes: int
    seats: int
    cost: int
    source: str
    begins_on: date
    ends_on: date
    apply_until: date
    place: str
    provider: str
    indicators: tuple[str, ...]
    posts: tuple[str, ...]


def read(
    rows: Sequence[Row], indicators: Mapping[str, str], today: date
) -> tuple[list[Entry], list[Fault]]:
    """All courses, and everything that is wrong, in the order of the lines.

    `indicators` are the scheme's keys by key and by name, in small letters.
    """
    faults: list[Fault] = []
    entries = [entry(row, indicators, today, faults) for row in rows]
    first: dict[str, int] = {}
    for row in rows:
        code = row["kode"].casefold()
        if code and code in first:
            faults.append(Fault(row.line, "kode", "code_twice", str(first[code])))
        first.setdefault(code, row.line)
    faults.sort(key=lambda fault: fault.line)
    return [one for one in entries if one is not None], faults


def entry(
    row: Row, indicators: Mapping[str, str], today: date, faults: list[Fault]
) -> Entry | None:
    """The course of one line; what is wrong is added to the faults."""
    before = len(faults)

    def wrong(column: str, code: str, detail: str = "") -> None:
        faults.append(Fault(row.line, column, code, detail))

    for column in MUST:
        if not row[column]:
            wrong(column, "empty")
    for column, most in LONGEST.items():
        if len(row[column]) > most:
            wrong(column, "too_long_for", str(most))
    way = _word(row["jalur"])
    if way and way not in FORM:
        wrong("jalur", "unknown_way", row["jalur"][:40])
    form = _word(row["bentuk"])
    if form and form != FORM.get(way, form):
        wrong("bentuk", "other_form", str(FORM.get(way, "")))
    minutes = _minutes(row, wrong)
    seats = _whole(row["kursi"], "kursi", 1, MOST_SEATS, wrong) if row["kursi"] else 0
    cost = _whole(row["biaya"] or "0", "biaya", 0, MOST_COST, wrong)
    if cost and not row["sumber_dana"]:
        wrong("sumber_dana", "source_wanted")
    days = _days(row, today, wrong)
    keys = _keys(row["indikator"], indicators, wrong)
    if len(faults) > before or days is None:
        return None
    return Entry(
        row.line, row["kode"], row["nama"], row["bidang"], FORM[way], way, row["jenjang"],
        minutes, seats, cost, row["sumber_dana"], *days, row["tempat"], row["penyelenggara"],
        keys, tuple(filter(None, map(str.strip, re.split(r"[;,]", row["jabatan"])))),
    )  # fmt: skip


def _word(said: str) -> str:
    return re.sub(r"[\s\-]+", "_", said.strip().lower())


def _minutes(row: Row, wrong: Wrong) -> int:
    """`menit`, or `jp` times 45; where both are given they must agree."""
    told = _whole(row["menit"], "menit", 1, MOST_MINUTES, wrong) if row["menit"] else None
    if not row["jp"]:
        if told is None:
            wrong("jp", "hours_wanted")
        return told or 0
    try:
        whole = Decimal(row["jp"].replace(",", ".")) * MINUTES
    except InvalidOperation:
        wrong("jp", "not_a_number")
        return 0
    if not whole.is_finite() or whole != int(whole) or not 0 < whole <= MOST_MINUTES:
        wrong("jp", "not_whole_minutes")
        return 0
    if told is not None and told != whole:
        wrong("menit", "other_minutes", str(int(whole)))
    return int(whole)


def amount(said: str) -> int | None:
    """Rupiah as people write them: `1.500.000`, `Rp 1.500.000,00`; None when it is no amount."""
    bare = re.sub(r"^rp\.?|[\s ]", "", said.strip().lower())
    bare = re.sub(r",(00?|-)$", "", bare)
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", bare):
        bare = re.sub(r"[.,]", "", bare)
    return int(bare) if re.fullmatch(r"[0-9]{1,15}", bare) else None


def _whole(said: str, column: str, least: int, most: int, wrong: Wrong) -> int:
    found = amount(said)
    if found is None:
        wrong(column, "not_a_number")
    elif not least <= found <= most:
        wrong(column, "out_of_range", f"{least}–{most}")
    return found or 0


def _days(row: Row, today: date, wrong: Wrong) -> tuple[date, date, date] | None:
    """First and last day, and the last to apply: by default the day before the first."""
    read = {name: day_of(row[name]) for name in ("mulai", "selesai", "daftar_sampai")}
    for name, day in read.items():
        if row[name] and day is None:
            wrong(name, "not_a_day")
    begins = read["mulai"]
    if begins is None:
        return None
    ends = read["selesai"] or begins
    if ends < begins:
        wrong("selesai", "ends_before")
    until = read["daftar_sampai"] or date.fromordinal(begins.toordinal() - 1)
    if until > begins:
        wrong("daftar_sampai", "apply_after")
    if ends < today:
        wrong("selesai", "over_already")
    return begins, ends, until


def day_of(said: str) -> date | None:
    """`2026-11-30`, also as a sheet holds it, or `30/11/2026`, `30-11-2026`."""
    if found := re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])", said):
        year, month, day = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", said):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def two_days(said: str, lasts: timedelta) -> tuple[date, date] | None:
    """`12/12/2026 14/12/2026`, with any words between; of one day alone the last is reckoned."""
    found = [day_of(one) for one in DAY.findall(said)]
    days = [one for one in found if one is not None]
    if len(days) != len(found) or len(days) not in (1, 2):
        return None
    first, last = days[0], days[1] if len(days) > 1 else days[0] + lasts
    return (first, last) if first <= last else None


def _keys(said: str, known: Mapping[str, str], wrong: Wrong) -> tuple[str, ...]:
    keys: list[str] = []
    for word in filter(None, (part.strip() for part in re.split(r"[;,]", said))):
        key = known.get(word.casefold())
        if key is None:
            wrong("indikator", "unknown_indicator", word[:40])
        elif key not in keys:
            keys.append(key)
    return tuple(keys)


def known_indicators(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keys by key and by name, in small letters."""
    pairs = list(named)
    return {key.casefold(): key for key, _ in pairs} | {n.casefold(): key for key, n in pairs}
