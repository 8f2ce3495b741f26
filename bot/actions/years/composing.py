"""A person's year as its published quarters and approved achievements make it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from pydantic import TypeAdapter
from sqlmodel import Session

from bot.actions import schemes, scores
from bot.actions.achievements.results import deeds_in
from bot.rules.angka_kredit import Jenjang, Part, year_credit
from bot.rules.months_served import Serving, absence, days, months
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat, Word
from bot.rules.publication import RELEASED
from bot.rules.quarters import Quarter
from bot.rules.schemes import Scheme
from bot.rules.years import QUARTERS, Missing, QuarterResult, YearResult, roll_up
from storage import employees, periods, postings, results
from storage.employees import Employee
from storage.periods import Period
from storage.years import DRAFT, YearReport

Deeds = Sequence[tuple[date, str]]
"""Titles of approved achievements with their day."""
_RESULT = TypeAdapter(YearResult)
_DEEDS = TypeAdapter(tuple[tuple[date, str], ...])


@dataclass(frozen=True, slots=True)
class Composed:
    """`months` are those served in quarters with a result, 1 to 12.

    `jenjang` is None for posts that collect no angka kredit.
    """

    year: int
    result: YearResult
    scheme_id: int
    scheme: Scheme
    quarters: Sequence[QuarterResult]
    deeds: Deeds
    months: Sequence[int]
    jenjang: Jenjang | None

    def credit(self, predikat: Predikat) -> Decimal | None:
        """Angka kredit of the year at this predikat; None where none is collected."""
        if self.jenjang is None or not self.months:
            return None
        return year_credit([Part(self.jenjang, predikat, len(self.months))])

    def as_signed(self, report: YearReport) -> Composed:
        """The same with what its person signed, once that is done."""
        if report.state == DRAFT:
            return self
        deeds = self.deeds if report.deeds is None else _DEEDS.validate_json(report.deeds)
        signed = replace(read(report.parts), provisional=self.result.provisional)
        return replace(self, result=signed, deeds=deeds)

    def moved(self, report: YearReport) -> bool:
        """Whether the quarters say other than what was signed; that they are final is no other."""
        signed = read(report.parts)
        return replace(self.result, provisional=signed.provisional) != signed


def begun(session: Session, year: int) -> list[Period]:
    """The quarters of a year that have begun, first to last."""
    of_year = [one for one in periods.everything(session) if one.year == year]
    return [one for one in of_year if one.state != PeriodState.PLANNED]


def compose(session: Session, employee_id: int, year: int) -> Composed | None:
    """By the scheme of the year's newest quarter; None when no quarter of it ever began."""
    quarters = begun(session, year)
    person = employees.get(session, employee_id)
    if not quarters or person is None:
        return None
    scheme_id = quarters[-1].scheme_id
    scheme = schemes.by_number(session, scheme_id)
    served = _serving(session, person, year, scheme)
    found, missing, innovated = [], _absences(served, quarters[-1]), False
    for number in range(1, quarters[0].quarter):  # before the office began
        missing.setdefault(number, Missing.UNRATED)
    for period in quarters:
        one = _published(session, period, employee_id, served)
        if isinstance(one, Missing):
            missing.setdefault(period.quarter, one)
        else:
            missing.pop(period.quarter, None)
            found.append(one[0])
            innovated |= one[1]
    rolled = roll_up(found, scheme.year, scheme, missing=missing, innovated=innovated)
    done = deeds_in(session, employee_id, date(year, 1, 1), date(year, 12, 31))
    return Composed(
        year,
        rolled,
        scheme_id,
        scheme,
        found,
        [(deed.done_on, deed.title) for deed in done if deed.levels],
        [month for one in found for month in months(served, Quarter(year, one.number))],
        jenjang_of(person.post_level),
    )


def _serving(session: Session, person: Employee, year: int, scheme: Scheme) -> Serving:
    """From the first posting to the last day, without the leave that the scheme does not count."""
    assert person.id is not None
    first, last = date(year, 1, 1), date(year, 12, 31)
    own = postings.of_people(session, [person.id]).get(person.id)
    leave = postings.away(session, [person.id], scheme.mandate.uncounted_leave, first, last)
    return Serving(
        own[0].since if own else postings.EVER,
        person.left_on or date.max,
        tuple(leave.get(person.id, ())),
    )


def _absences(served: Serving, newest: Period) -> dict[int, Missing]:
    """Quarters up to the newest of which no day was served, and why."""
    upto = [Quarter(newest.year, number) for number in QUARTERS if number <= newest.quarter]
    found = {quarter.number: absence(served, quarter) for quarter in upto}
    return {number: why for number, why in found.items() if why is not None}


def _published(
    session: Session, period: Period, employee_id: int, served: Serving
) -> tuple[QuarterResult, bool] | Missing:
    """The result of a quarter and whether it was called Sangat Baik; else why there is none."""
    assert period.id is not None
    result = results.of(session, period.id, employee_id)
    if period.state not in RELEASED:
        return Missing.UNPUBLISHED
    if result is None:
        return Missing.UNRATED
    quarter = schemes.quarter_of(period)
    one = QuarterResult(
        period.quarter,
        Decimal(result.hasil_kerja),
        Decimal(result.perilaku),
        Decimal(result.total),
        max(1, days(served, quarter.first_day, quarter.last_day)),
        open_=period.state != PeriodState.FINAL,
    )
    return one, scores.read_parts(result).word is Word.SANGAT_BAIK


def write(result: YearResult) -> str:
    """JSON in which every number is a decimal string."""
    return _RESULT.dump_json(result).decode()


def write_deeds(deeds: Deeds) -> str:
    """JSON of what stands on the paper."""
    return _DEEDS.dump_json(tuple(deeds)).decode()


def read(parts: str) -> YearResult:
    """The year's result as it was signed."""
    return _RESULT.validate_json(parts)


def jenjang_of(written: str) -> Jenjang | None:
    """`Ahli Pertama`, `Terampil`: as a roster writes it."""
    key = "_".join(written.lower().split())
    return Jenjang(key) if key in set(Jenjang) else None
