"""Days of the calendar: `17 agu 2026`, `17/8/26`, `tanggal 5`, `akhir maret`, `TW II`."""

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.rules.phrases.days import Days, month_edge, shifted, span_edge
from bot.rules.phrases.meaning import Doubt, Prefer
from bot.rules.phrases.words import MONTHS, WEEKDAYS
from bot.rules.quarters import Quarter, parse_quarter

YEARS_AHEAD = 20
_LONGEST_LEAP_GAP = 8
_MONTH = "|".join(MONTHS)
_YEAR = r"(?P<year>\d{4}|'?\d\d)"
_FORMS = (
    re.compile(r"(?P<year>\d{4})[-/](?P<number>\d{1,2})[-/](?P<day>\d{1,2})"),
    re.compile(rf"(?:tanggal )?(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{_YEAR}"),
    re.compile(
        rf"(?:tanggal )?(?P<day>\d{{1,2}}) ?[/-] ?(?P<number>\d{{1,2}})(?: ?[/-] ?{_YEAR})?"
    ),
    re.compile(
        rf"(?:tanggal )?(?P<day>\d{{1,2}})[ /-]?(?:bulan )?(?P<month>{_MONTH})"
        rf"(?:[ /-]?(?:tahun )?(?:{_YEAR}|(?P<which>ini|depan|lalu)))?"
    ),
)
_DAY_OF_MONTH = re.compile(
    r"(?:tanggal )?(?P<day>\d{1,2})(?: bulan (?P<which>ini|depan|mendatang|lalu|kemarin))?"
)
_MONTH_EDGE = re.compile(
    rf"(?P<edge>awal|tengah|akhir) (?:bulan )?(?P<month>{_MONTH})(?: {_YEAR})?"
)
_MONTH_SAID = re.compile(rf"(?:bulan )?(?P<month>{_MONTH})(?: (?:tahun )?{_YEAR})?")
_SPAN = re.compile(
    r"(?P<edge>awal |tengah |akhir )?(?:semester (?P<half>1|2|i|ii)(?: tahun)?(?: (?P<of>\d{4}))?"
    r"|tahun (?P<year>\d{4})|(?P<tw>(?:tw|q)\W*.+))"
)
_PREFIX = re.compile(rf"(?P<weekday>{'|'.join(WEEKDAYS)}|minggu) (?P<rest>.*\d.*)")
_STEP = {"ini": 0, "depan": 1, "mendatang": 1, "lalu": -1, "kemarin": -1}


def calendar_days(words: str, today: date, prefer: Prefer) -> Days | None:
    """None when the words name no day or span of the calendar, or one that does not exist."""
    if prefix := _PREFIX.fullmatch(words):
        return _with_weekday(prefix, today, prefer)
    for form in _FORMS:
        if found := form.fullmatch(words):
            day = _explicit(found.groupdict(), today, prefer)
            return Days((day,)) if day else None
    if (found := _DAY_OF_MONTH.fullmatch(words)) and (found["which"] or "tanggal" in words):
        day = _day_of_month(int(found["day"]), found["which"], today, prefer)
        return Days((day,)) if day else None
    if found := _MONTH_EDGE.fullmatch(words):
        return Days((_month_edge(found, today, prefer),))
    return _span(words, today)


def _with_weekday(found: re.Match[str], today: date, prefer: Prefer) -> Days | None:
    """`jumat 21 agu 2026`: weekday and date must agree, else both are offered."""
    read = calendar_days(found["rest"], today, prefer)
    if read is None or len(read.days) != 1:
        return None
    weekday = WEEKDAYS.index(found["weekday"]) if found["weekday"] in WEEKDAYS else 6
    day = read.days[0]
    if day.weekday() == weekday:
        return read
    nearest = day + timedelta((weekday - day.weekday() + 3) % 7 - 3)
    return Days((day, nearest), Doubt.WEEKDAY_AND_DATE)


def _explicit(said: dict[str, str | None], today: date, prefer: Prefer) -> date | None:
    day = int(said["day"] or 0)
    name = said.get("month")
    month = MONTHS.index(name) + 1 if name else int(said["number"] or 0)
    if which := said.get("which"):
        return _day(today.year + _STEP[which], month, day)
    if year := said.get("year"):
        return _day(_full_year(year, today), month, day)
    step = 1 if prefer is Prefer.FUTURE else -1
    for n in range(_LONGEST_LEAP_GAP + 1):
        there = _day(today.year + step * n, month, day)
        if there and (there - today).days * step >= 0:
            return there
    return None


def _day_of_month(day: int, which: str | None, today: date, prefer: Prefer) -> date | None:
    first = today.replace(day=1)
    if which:
        there = shifted(first, "bulan", _STEP[which])
        return _day(there.year, there.month, day)
    step = 1 if prefer is Prefer.FUTURE else -1
    for n in range(12):
        month = shifted(first, "bulan", step * n)
        there_day = _day(month.year, month.month, day)
        if there_day and (there_day - today).days * step >= 0:
            return there_day
    return None


def _month_edge(found: re.Match[str], today: date, prefer: Prefer) -> date:
    month, edge = MONTHS.index(found["month"]) + 1, found["edge"]
    if found["year"]:
        return month_edge(edge, _full_year(found["year"], today), month)
    here = month_edge(edge, today.year, month)
    if prefer is Prefer.FUTURE and here < today:
        return month_edge(edge, today.year + 1, month)
    past = prefer is Prefer.PAST and here > today
    return month_edge(edge, today.year - 1, month) if past else here


def _span(words: str, today: date) -> Days | None:
    if found := _MONTH_SAID.fullmatch(words):
        year = _full_year(found["year"], today) if found["year"] else today.year
        month = MONTHS.index(found["month"]) + 1
        return Days(span=(date(year, month, 1), date(year, month, monthrange(year, month)[1])))
    plain = words if words not in ("tw ini", "tw depan", "tw lalu") else ""
    quarter = parse_quarter(plain, today.year)
    if not plain:
        quarter = Quarter.of(today).plus(_STEP[words.split()[1]])
    if quarter:
        return Days(span=(quarter.first_day, quarter.last_day), quarter=quarter)
    return _named_span(words, today)


def _named_span(words: str, today: date) -> Days | None:
    found = _SPAN.fullmatch(words)
    if not found:
        return None
    if found["tw"]:
        quarter = parse_quarter(found["tw"], today.year)
        if not quarter:
            return None
        first, last = quarter.first_day, quarter.last_day
    elif found["year"]:
        first, last = date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31)
    else:
        year = int(found["of"] or today.year)
        second = found["half"] in ("2", "ii")
        first = date(year, 7 if second else 1, 1)
        last = date(year, 12, 31) if second else date(year, 6, 30)
    edge = (found["edge"] or "").strip()
    return Days((span_edge(edge, first, last),)) if edge else Days(span=(first, last))


def _full_year(said: str, today: date) -> int:
    """Two digits mean the century in which the year lies at most twenty years ahead."""
    digits = said.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    century = today.year - today.year % 100
    year = century + int(digits)
    return year if year <= today.year + YEARS_AHEAD else year - 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
