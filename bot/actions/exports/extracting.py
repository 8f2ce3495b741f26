"""The lines of each extract, ready to be read; NIP masked unless they are to be whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.awards.kinds import kind_of
from bot.actions.refusals import Refused
from bot.rules.nip import mask
from bot.rules.predikat import Predikat
from bot.rules.publication import RELEASED
from bot.texts import exports as texts
from bot.texts import results, words
from bot.texts.language import on_paper
from storage import extracts, periods
from storage.extracts import Person, Rows, Units

Line = Sequence[str | int]
MINUTES = 45  # 1 JP (PerLAN 5/2018)


@dataclass(frozen=True, slots=True)
class Extract:
    """`which` is empty, or names the quarter or year in the file's name."""

    kind: str
    title: str
    which: str
    columns: Sequence[str]
    lines: Sequence[Line]


@on_paper
def extract(
    session: Session, kind: str, which: int, units: Units, zone: ZoneInfo, *, full: bool
) -> Extract:
    """One of `KINDS`, of these units; `which` is a period's number, a year, or 0.

    Raises Refused for a quarter that is not published.
    """
    title, named, lines = KINDS[kind](session, which, units, zone)
    shown = [(nip if full else mask(nip), *rest) for nip, *rest in lines]
    return Extract(kind, title, named, texts.HEADS[kind], shown)


Made = tuple[str, str, list[tuple[str, *tuple[str | int, ...]]]]


def _people(session: Session, _: int, units: Units, __: ZoneInfo) -> Made:
    rows = extracts.people(session, units)
    return texts.KINDS["people"], "", [
        (
            one.nip, one.name, one.unit, one.post, one.post_level, one.rank, one.superior or "",
            texts.ACCOUNTS[one.account],
        )
        for one in rows
    ]  # fmt: skip


def _results(session: Session, which: int, units: Units, _: ZoneInfo) -> Made:
    period = periods.get(session, which)
    if period is None or period.state not in RELEASED:
        raise Refused(texts.nothing_published(), "not_published")
    title = texts.of_quarter("results", period.year, period.quarter)
    rows = extracts.results(session, units, which)
    return title, f"{period.year}-tw{period.quarter}", [
        (
            one.nip, one.name, one.unit, *_numbers(one.hasil_kerja, one.perilaku, one.total),
            results.PREDIKAT[Predikat(one.predikat)], one.edition,
        )
        for one in rows
    ]  # fmt: skip


def _numbers(*written: str) -> tuple[str, ...]:
    return tuple(words.number(Decimal(one)) for one in written)


def _groups(one: Person) -> tuple[str, str]:
    """Rank and sex, so that equal access can be recomputed from what is handed out."""
    return one.rank, texts.SEX.get(one.sex, "")


def _participation(session: Session, year: int, units: Units, zone: ZoneInfo) -> Made:
    rows = extracts.participation(session, units, *_year(year, zone))
    return texts.of_year("participation", year), str(year), [
        (one.nip, one.name, one.unit, *_groups(one), one.sent, one.approved) for one in rows
    ]  # fmt: skip


def _awards(session: Session, year: int, units: Units, zone: ZoneInfo) -> Made:
    rows = extracts.awards(session, units, year)
    names = {key: _award(session, *key) for key in {(one.period_id, one.kind) for one in rows}}
    return texts.of_year("awards", year), str(year), [
        (
            one.nip, one.name, one.unit, *_groups(one), names[one.period_id, one.kind], one.number,
            _day(one.given_at, zone), _day(one.handed_at, zone),
        )
        for one in rows
    ]  # fmt: skip


def _award(session: Session, period_id: int, key: str) -> str:
    period = periods.get(session, period_id)
    return kind_of(session, period, key).name if period else key


def _hours(session: Session, year: int, units: Units, _: ZoneInfo) -> Made:
    rows = extracts.learned(session, units, date(year, 1, 1), date(year, 12, 31))
    return texts.of_year("hours", year), str(year), [
        (
            one.nip, one.name, one.unit, *_groups(one), int(one.minutes),
            words.number(round(Decimal(int(one.minutes)) / MINUTES, 2)),
        )
        for one in rows
    ]  # fmt: skip


def _attendance(session: Session, year: int, units: Units, zone: ZoneInfo) -> Made:
    rows = extracts.attendance(session, units, *_year(year, zone))
    return texts.of_year("attendance", year), str(year), [
        (
            one.nip, one.name, one.unit, one.topic or "",
            words.moment(one.starts_at.astimezone(ZoneInfo(one.zone))),
            texts.ANSWERS[one.answer], words.YES if one.attended_at else words.NO,
        )
        for one in rows
    ]  # fmt: skip


def _calls(session: Session, _: int, units: Units, __: ZoneInfo) -> Made:
    rows: Rows = extracts.out_of_reach(session, units)
    return texts.KINDS["calls"], "", [
        (
            one.nip, one.name, one.unit, one.phone or "",
            texts.ACCOUNTS["blocked" if one.blocked else ""],
        )
        for one in rows
    ]  # fmt: skip


def _year(year: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    first, after = (datetime(one, 1, 1, tzinfo=zone) for one in (year, year + 1))
    return first.astimezone(UTC), after.astimezone(UTC)


def _day(moment: datetime | None, zone: ZoneInfo) -> str:
    return words.short_day(moment.astimezone(zone).date()) if moment else ""


KINDS: dict[str, Callable[[Session, int, Units, ZoneInfo], Made]] = {
    "people": _people,
    "results": _results,
    "participation": _participation,
    "awards": _awards,
    "hours": _hours,
    "attendance": _attendance,
    "calls": _calls,
}
