"""HR keeps the days off: a year by file after its joint decree, the fasting month by hand."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sqlmodel import Session

from bot.actions.attachments import Attachment
from bot.actions.holidays.calendar import days_off, fasting
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.schemes.deciders import covers_agency
from bot.actions.sheets import as_draft, from_draft, read_sheet, sent_rows
from bot.actions.spans import packed, read_span, unpacked
from bot.rules import holidays as rules
from bot.rules.holidays import COLUMNS, Change, DayOff, HolidayYear
from bot.rules.roster import Fault
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import holidays as texts
from bot.texts import words
from storage import audit, employees, holidays

PAGE = 10
EARLIEST, YEARS_AHEAD = 2020, 5
LONGEST_BASIS = 200


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


@dataclass(frozen=True, slots=True)
class Report:
    """My file: what is wrong with it, or what would change; a page of either.

    `fasting` is None where the file does not say it, so that it is reckoned.
    """

    year: int
    faults: Sequence[Fault]
    changes: Sequence[Change]
    fasting: tuple[date, date] | None
    page: int
    total: int
    faulty: bool
    seen: str


def home(session: Session, me: Me, year: int = 0) -> Home:
    """One year, this one when none is named."""
    _demand(session, me)
    at = _year(me, year)
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
    _demand(session, me)
    found = sorted(days_off(_year(me, year), holidays.decreed(session)).items())
    some = leaf(found, page, PAGE)
    return Days(year, some.items, some.page, len(found))


def export(session: Session, me: Me, year: int) -> tuple[int, bytes]:
    """The year as a file to start from, as spreadsheets in Indonesia open it."""
    _demand(session, me)
    at = _year(me, year)
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


def ask_file(session: Session, me: Me) -> None:
    _demand(session, me)


def file(session: Session, me: Me, attachment: Attachment) -> Place:
    """Keep a file that I sent, and show its faults or what it would change.

    What is written under it is the decree that it goes by.
    """
    _demand(session, me)
    read = partial(read_sheet, columns=COLUMNS)
    rows = sent_rows(attachment, read, texts.no_file())
    basis = " ".join(attachment.text.split())[:LONGEST_BASIS]
    holidays.keep_draft(session, me.employee_id, as_draft(rows), basis, me.now)
    return place("holidays.report", 0)


def report(session: Session, me: Me, page: int = 0) -> Report:
    """What my file would do."""
    _demand(session, me)
    found, faults, changed = _checked(session, me)
    lines: Sequence[Fault | Change] = faults or changed
    some = leaf(lines, page, PAGE)
    return Report(
        year=found.year if found else 0,
        faults=[one for one in some.items if isinstance(one, Fault)],
        changes=[one for one in some.items if isinstance(one, Change)],
        fasting=found.fasting if found else None,
        page=some.page,
        total=len(lines),
        faulty=bool(faults),
        seen=_mark(found, changed),
    )


def put(session: Session, me: Me, seen: str) -> Went:
    """Put in force what I have `seen`. Deadlines that are reckoned from now on go by it."""
    _demand(session, me)
    found, _, changed = _checked(session, me)
    if found is None or seen != _mark(found, changed):
        return Went(place("holidays.report", 0), words.changed_since())
    draft = holidays.draft(session, me.employee_id)
    _set(session, me, found, draft.basis if draft else "")
    holidays.drop_draft(session, me.employee_id)
    return Went(place("holidays.home", found.year), texts.put(found.year))


def ask_fasting(session: Session, me: Me, year: int) -> Home:
    """Asks when the fasting month begins and ends."""
    return home(session, me, year)


def write_fasting(session: Session, me: Me, year: int, text: str) -> Place:
    """What I typed, before it is put in force."""
    _demand(session, me)
    at = _year(me, year)
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
    _demand(session, me)
    at = _year(me, year)
    ends = _ends(at, first, last)
    row = holidays.newest(session, at)
    off = sorted(days_off(at, holidays.decreed(session)).items())
    _set(session, me, HolidayYear(at, tuple(off), ends), row.basis if row else "")
    return Went(place("holidays.home", at), texts.fasting_set())


def _checked(
    session: Session, me: Me
) -> tuple[HolidayYear | None, Sequence[Fault], Sequence[Change]]:
    """My file as it stands: the year, or its faults; and what it changes.

    A day that is over stays what it was, for deadlines were told by it.
    """
    draft = holidays.draft(session, me.employee_id)
    if draft is None:
        raise Refused(words.not_available(), "no_draft")
    rows = from_draft(draft.rows)
    found, faults = rules.read(rows)
    if found is None:
        return None, faults, ()
    if not EARLIEST <= found.year <= me.today.year + YEARS_AHEAD:
        return None, [Fault(rows[0].line, "tanggal", "far_year", str(found.year))], ()
    off: Mapping[date, DayOff] = days_off(found.year, holidays.decreed(session))
    changed = rules.changes(off, dict(found.days))
    past = [one for one in changed if one.day < me.today and one.moves_deadlines]
    if past:
        wrong = [Fault(1, "tanggal", "past_day", one.day.isoformat()) for one in past]
        return None, wrong, ()
    return found, (), changed


def _mark(found: HolidayYear | None, changed: Sequence[Change]) -> str:
    return stamp(holidays.write(found) if found else "", *map(str, changed))


def _set(session: Session, me: Me, year: HolidayYear, basis: str) -> None:
    number = holidays.add(session, year, basis, me.employee_id, me.now)
    facts = {"year": year.year, "days": len(year.days), "sha256": holidays.digest(year)}
    about = f"holidays/{number}"
    audit.record(session, me.now, me.employee_id, "holidays.set", about, facts)


def _ends(year: int, first: int, last: int) -> tuple[date, date]:
    try:
        ends = unpacked(first), unpacked(last)
    except ValueError:
        raise Refused(words.not_available(), "no_day") from None
    if not rules.fits(*ends, year):
        raise Refused(texts.fasting_length(year), "length")
    return ends


def _spans(found: Sequence[date]) -> list[tuple[date, date]]:
    """Runs of days, first and last."""
    spans: list[tuple[date, date]] = []
    for day in found:
        if spans and (day - spans[-1][1]).days == 1:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans


def _year(me: Me, year: int) -> int:
    at = year or me.today.year
    if not EARLIEST <= at <= me.today.year + YEARS_AHEAD:
        raise Refused(words.not_available(), "no_such_year")
    return at


def _demand(session: Session, me: Me) -> None:
    demand(session, me, "holidays.keep")
    if not covers_agency(session, me):
        raise Refused(words.not_available(), "not_agency")
