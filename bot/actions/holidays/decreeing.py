"""The fasting month by hand, as it was decreed instead of reckoned."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from bot.actions.holidays.calendar import days_off
from bot.actions.holidays.desk import Home, demand_keeper, home, known_year, put_in_force
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.spans import packed, read_span, unpacked
from bot.rules import holidays as rules
from bot.rules.holidays import HolidayYear
from bot.screens import Place, Went, place
from bot.texts import holidays as texts
from bot.texts import words
from storage import holidays


def ask_fasting(session: Session, me: Me, year: int) -> Home:
    """Asks when the fasting month begins and ends."""
    return home(session, me, year)


def write_fasting(session: Session, me: Me, year: int, text: str) -> Place:
    """What I typed, before it is put in force."""
    demand_keeper(session, me)
    at = known_year(me, year)
    span = read_span(text, me.now.replace(year=at, month=1, day=1))
    if span is None:
        raise Refused(texts.fasting_not_read(), "not_read")
    if not rules.fits(*span, at):
        raise Refused(texts.fasting_length(at), "length")
    return place("holidays.fasting_check", at, packed(span[0]), packed(span[1]))


def check_fasting(
    session: Session, me: Me, year: int, first: int, last: int
) -> tuple[Home, date, date]:
    """The last look before these days are put in force."""
    at = home(session, me, year)
    return at, *_ends(at.year, first, last)


def set_fasting(session: Session, me: Me, year: int, first: int, last: int) -> Went:
    """These days, by hand, instead of those that were reckoned; the days off stay."""
    demand_keeper(session, me)
    at = known_year(me, year)
    ends = _ends(at, first, last)
    row = holidays.newest(session, at)
    off = sorted(days_off(at, holidays.decreed(session)).items())
    put_in_force(session, me, HolidayYear(at, tuple(off), ends), row.basis if row else "")
    return Went(place("holidays.home", at), texts.fasting_set())


def _ends(year: int, first: int, last: int) -> tuple[date, date]:
    try:
        ends = unpacked(first), unpacked(last)
    except ValueError:
        raise Refused(words.not_available(), "no_day") from None
    if not rules.fits(*ends, year):
        raise Refused(texts.fasting_length(year), "length")
    return ends
