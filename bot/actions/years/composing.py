"""A person's year as its published quarters and approved achievements make it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import TypeAdapter
from sqlmodel import Session

from bot.actions import schemes, scores
from bot.actions.achievements.results import deeds_in
from bot.rules.angka_kredit import Jenjang, Part, year_credit
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat, Word
from bot.rules.publication import RELEASED
from bot.rules.schemes import Scheme
from bot.rules.years import Missing, QuarterResult, YearResult, roll_up
from storage import employees, periods, results

MONTHS = 3
_RESULT = TypeAdapter(YearResult)


@dataclass(frozen=True, slots=True)
class Composed:
    """`deeds` are titles of approved achievements with their day; `months` those with a result.

    `jenjang` is None for posts that collect no angka kredit.
    """

    year: int
    result: YearResult
    scheme_id: int
    scheme: Scheme
    quarters: Sequence[QuarterResult]
    deeds: Sequence[tuple[date, str]]
    months: int
    jenjang: Jenjang | None

    def credit(self, predikat: Predikat) -> Decimal | None:
        """Angka kredit of the year at this predikat; None where none is collected."""
        if self.jenjang is None or not self.months:
            return None
        return year_credit([Part(self.jenjang, predikat, self.months)])


def compose(session: Session, employee_id: int, year: int) -> Composed | None:
    """By the scheme of the year's newest quarter; None when no quarter of it ever began."""
    found, missing, innovated = [], {}, False
    of_year = [one for one in periods.everything(session) if one.year == year]
    begun = [one for one in of_year if one.state != PeriodState.PLANNED]
    if not begun:
        return None
    for number in range(1, begun[0].quarter):  # before the office began
        missing[number] = Missing.UNRATED
    for period in begun:
        assert period.id is not None
        result = results.of(session, period.id, employee_id)
        if period.state not in RELEASED:
            missing[period.quarter] = Missing.UNPUBLISHED
        elif result is None:
            missing[period.quarter] = Missing.UNRATED
        else:
            quarter = schemes.quarter_of(period)
            innovated |= scores.read_parts(result).word is Word.SANGAT_BAIK
            found.append(
                QuarterResult(
                    period.quarter,
                    Decimal(result.hasil_kerja),
                    Decimal(result.perilaku),
                    Decimal(result.total),
                    (quarter.last_day - quarter.first_day).days + 1,
                    open_=period.state != PeriodState.FINAL,
                )
            )
    scheme_id = begun[-1].scheme_id
    scheme = schemes.by_number(session, scheme_id)
    rolled = roll_up(found, scheme.year, scheme, missing=missing, innovated=innovated)
    person = employees.get(session, employee_id)
    done = deeds_in(session, employee_id, date(year, 1, 1), date(year, 12, 31))
    return Composed(
        year,
        rolled,
        scheme_id,
        scheme,
        found,
        [(deed.done_on, deed.title) for deed in done if deed.levels],
        MONTHS * len(found),
        jenjang_of(person.post_level) if person else None,
    )


def write(result: YearResult) -> str:
    """JSON in which every number is a decimal string."""
    return _RESULT.dump_json(result).decode()


def read(parts: str) -> YearResult:
    """The year's result as it was signed."""
    return _RESULT.validate_json(parts)


def jenjang_of(written: str) -> Jenjang | None:
    """`Ahli Pertama`, `Terampil`: as a roster writes it."""
    key = "_".join(written.lower().split())
    return Jenjang(key) if key in set(Jenjang) else None
