"""Days counted from today: `lusa`, `3 hari lagi`, `senin depan`, `akhir bulan`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.phrases.meaning import Doubt, Prefer
from bot.rules.phrases.words import WEEKDAYS
from bot.rules.quarters import Quarter

_WEEKDAY = "|".join(WEEKDAYS)
_NEAR = {
    "harini": 0,
    "ini": 0,
    "besok": 1,
    "lusa": 2,
    "besok lusa": 2,
    "tulat": 3,
    "kemarin": -1,
    "kemarin dulu": -2,
    "kemarin lusa": -2,
}
_STEP = {"": 0, "ini": 0, "depan": 1, "mendatang": 1, "lalu": -1, "kemarin": -1}
_COUNTED = re.compile(
    r"(?P<dalam>dalam )?(?P<n>\d{1,4}) (?P<unit>hari|minggu|bulan|tahun)"
    r"(?P<end> lagi| mendatang| lalu)?"
)
_WEEKDAY_SAID = re.compile(
    rf"(?P<weekday>{_WEEKDAY})(?P<week> minggu(?= ))?"
    r"(?: (?P<which>ini|depan|lalu|kemarin|mendatang|besok))?"
)
_EDGE = re.compile(
    r"(?P<edge>awal|tengah|akhir) (?P<unit>minggu|bulan|tw|semester|tahun)"
    r"(?: (?P<which>ini|depan|mendatang|lalu))?"
)
_NEXT = re.compile(r"(?P<unit>minggu|bulan|tahun) (?P<which>depan|mendatang|lalu|kemarin)")


@dataclass(frozen=True, slots=True)
class Days:
    """The days a phrase may mean, the likelier first; or a span."""

    days: tuple[date, ...] = ()
    doubt: Doubt | None = None
    span: tuple[date, date] | None = None
    quarter: Quarter | None = None


def relative_days(words: str, today: date, prefer: Prefer) -> Days | None:
    """None when the words say nothing that counts from today. OverflowError beyond year 9999."""
    if words in _NEAR:
        return Days((today + timedelta(_NEAR[words]),))
    if found := _COUNTED.fullmatch(words):
        return _counted(found, today)
    if words in ("minggu", "minggu ini"):
        coming = _weekday(6, today, prefer)
        week = (today - timedelta(today.weekday())) + timedelta(0 if words != "minggu" else 7)
        return Days((coming.days[0], week), Doubt.SUNDAY_OR_WEEK)
    if words == "minggu besok":
        return Days((_after(6, today),))
    if found := _WEEKDAY_SAID.fullmatch(words):
        return _weekday_said(found, today, prefer)
    if found := _EDGE.fullmatch(words):
        return Days((_edge(found, today, prefer),))
    if found := _NEXT.fullmatch(words):
        return Days((shifted(today, found["unit"], _STEP[found["which"]]),))
    return None


def shifted(day: date, unit: str, n: int) -> date:
    """`n` units later; a day that a shorter month lacks becomes its last."""
    if unit in ("hari", "minggu"):
        return day + timedelta(n * (7 if unit == "minggu" else 1))
    months = day.year * 12 + day.month - 1 + n * (12 if unit == "tahun" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("beyond the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_edge(edge: str, year: int, month: int) -> date:
    return date(year, month, {"awal": 1, "tengah": 15}.get(edge) or monthrange(year, month)[1])


def span_edge(edge: str, first: date, last: date) -> date:
    if edge == "tengah":
        return first + (last - first) / 2
    return first if edge == "awal" else last


def _counted(found: re.Match[str], today: date) -> Days | None:
    end = (found["end"] or "").strip()
    if not end and not found["dalam"]:
        return None
    n = int(found["n"]) * (-1 if end == "lalu" else 1)
    return Days((shifted(today, found["unit"], n),))


def _after(weekday: int, today: date) -> date:
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def _before(weekday: int, today: date) -> date:
    return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)


def _weekday(weekday: int, today: date, prefer: Prefer) -> Days:
    """A bare weekday; said on that very day it may mean today."""
    other = _after(weekday, today) if prefer is Prefer.FUTURE else _before(weekday, today)
    if today.weekday() == weekday:
        return Days((today, other), Doubt.TODAY_OR_ANOTHER)
    return Days((other,))


def _weekday_said(found: re.Match[str], today: date, prefer: Prefer) -> Days | None:
    weekday, which = WEEKDAYS.index(found["weekday"]), found["which"] or ""
    this_week = today + timedelta(weekday - today.weekday())
    if found["week"]:
        return Days((this_week + timedelta(7 * _STEP[which]),)) if which in _STEP else None
    match which:
        case "":
            return _weekday(weekday, today, prefer)
        case "lalu" | "kemarin":
            return Days((_before(weekday, today),))
        case "mendatang" | "besok":
            return Days((_after(weekday, today),))
        case "ini":
            behind = this_week < today if prefer is Prefer.FUTURE else this_week > today
            other = this_week + timedelta(7 if prefer is Prefer.FUTURE else -7)
            return Days((this_week, other), Doubt.WHICH_WEEK) if behind else Days((this_week,))
        case _:
            next_week = this_week + timedelta(7)
            if this_week > today:
                return Days((next_week, this_week), Doubt.WHICH_WEEK)
            return Days((next_week,))


def _edge(found: re.Match[str], today: date, prefer: Prefer) -> date:
    """Without `ini` or `depan` the edge that still lies ahead (or behind, when past is meant)."""
    edge, unit, which = found["edge"], found["unit"], found["which"]
    if which:
        return _edge_of(edge, unit, today, _STEP[which])
    here = _edge_of(edge, unit, today, 0)
    if prefer is Prefer.FUTURE and here < today:
        return _edge_of(edge, unit, today, 1)
    return _edge_of(edge, unit, today, -1) if prefer is Prefer.PAST and here > today else here


def _edge_of(edge: str, unit: str, today: date, n: int) -> date:
    match unit:
        case "minggu":
            monday = today + timedelta(7 * n - today.weekday())
            return monday + timedelta({"awal": 0, "tengah": 2, "akhir": 5}[edge])
        case "bulan":
            there = shifted(today.replace(day=1), "bulan", n)
            return month_edge(edge, there.year, there.month)
        case "tw":
            quarter = Quarter.of(today).plus(n)
            return span_edge(edge, quarter.first_day, quarter.last_day)
        case "semester":
            start = date(today.year, 1 if today.month <= 6 else 7, 1)
            first = shifted(start, "bulan", 6 * n)
            return span_edge(edge, first, shifted(first, "bulan", 6) - timedelta(1))
        case _:
            year = shifted(today, "tahun", n).year
            return span_edge(edge, date(year, 1, 1), date(year, 12, 31))
