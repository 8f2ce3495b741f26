"""The days off of a year as HR finds them, and how a year is put in force."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions.holidays.calendar import days_off, fasting
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.schemes.deciders import covers_agency
from bot.rules import holidays as rules
from bot.rules.holidays import COLUMNS, DayOff, HolidayYear
from bot.texts import words
from storage import audit, employees, holidays

PAGE = 10
EARLIEST, YEARS_AHEAD = 2020, 5


@dataclass(frozen=True, slots=True)
class Home:
    """`set_by` and `set_at` are None while the year is reckoned; `decreed` the fasting month."""

    year: int
    today: date
    national: int
    shared: int
    fasting: Sequence[tuple[date, date]]
    decreed: bool
    basis: str
    set_by: str | None
    set_at: datetime | None
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Days:
    year: int
    items: Sequence[tuple[date, DayOff]]
    page: int
    total: int


def home(session: Session, me: Me, year: int = 0) -> Home:
    """One year, this one when none is named."""
    demand_keeper(session, me)
    at = known_year(me, year)
    decreed = holidays.decreed(session)
    off, row = days_off(at, decreed), holidays.newest(session, at)
    setter = employees.get(session, row.set_by) if row else None
    by_hand = next((one.fasting for one in decreed if one.year == at), None)
    return Home(
        year=at,
        today=me.today,
        national=sum(not one.shared_leave for one in off.values()),
        shared=sum(one.shared_leave for one in off.values()),
        fasting=_spans(fasting(at, decreed)),
        decreed=by_hand is not None,
        basis=row.basis if row else "",
        set_by=setter.name if setter else None,
        set_at=row.set_at.astimezone(me.zone) if row else None,
        before=at - 1 if at > EARLIEST else None,
        after=at + 1 if at < me.today.year + YEARS_AHEAD else None,
    )


def days(session: Session, me: Me, year: int, page: int = 0) -> Days:
    """A page of the days off of a year, in order."""
    demand_keeper(session, me)
    found = sorted(days_off(known_year(me, year), holidays.decreed(session)).items())
    some = leaf(found, page, PAGE)
    return Days(year, some.items, some.page, len(found))


def export(session: Session, me: Me, year: int) -> tuple[int, bytes]:
    """The year as a file to start from, as spreadsheets in Indonesia open it."""
    demand_keeper(session, me)
    at = known_year(me, year)
    decreed = holidays.decreed(session)
    told = io.StringIO()
    lines = csv.writer(told, delimiter=";")
    lines.writerow(COLUMNS)
    for day, one in sorted(days_off(at, decreed).items()):
        kind = rules.SHARED if one.shared_leave else rules.NATIONAL
        lines.writerow([day.isoformat(), kind, one.name])
    given = next((one.fasting for one in decreed if one.year == at), None)
    if given:
        lines.writerow([given[0].isoformat(), rules.FASTING_FROM, ""])
        lines.writerow([given[1].isoformat(), rules.FASTING_UNTIL, ""])
    return at, told.getvalue().encode("utf-8-sig")


def put_in_force(session: Session, me: Me, year: HolidayYear, basis: str) -> None:
    """A year as it is from now on, with the decree it goes by, noted in the trail."""
    number = holidays.add(session, year, basis, me.employee_id, me.now)
    facts = {"year": year.year, "days": len(year.days), "sha256": holidays.digest(year)}
    about = f"holidays/{number}"
    audit.record(session, me.now, me.employee_id, "holidays.set", about, facts)


def _spans(found: Sequence[date]) -> list[tuple[date, date]]:
    """Runs of days, first and last."""
    spans: list[tuple[date, date]] = []
    for day in found:
        if spans and (day - spans[-1][1]).days == 1:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans


def known_year(me: Me, year: int) -> int:
    """This year for 0. Raises Refused for a year too far away."""
    at = year or me.today.year
    if not EARLIEST <= at <= me.today.year + YEARS_AHEAD:
        raise Refused(words.not_available(), "no_such_year")
    return at


def demand_keeper(session: Session, me: Me) -> None:
    """Raises Refused unless I keep the days off of the whole agency."""
    demand(session, me, "holidays.keep")
    if not covers_agency(session, me):
        raise Refused(words.not_available(), "not_agency")
