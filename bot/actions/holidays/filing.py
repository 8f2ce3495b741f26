"""A year of days off by file, after its joint decree: kept, checked, put in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlmodel import Session

from bot.actions.attachments import Attachment
from bot.actions.holidays.calendar import days_off
from bot.actions.holidays.desk import EARLIEST, PAGE, YEARS_AHEAD, demand_keeper, put_in_force
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.sheets import as_draft, from_draft, read_sheet, sent_rows
from bot.rules import holidays as rules
from bot.rules.holidays import COLUMNS, Change, DayOff, HolidayYear
from bot.rules.roster import Fault
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import holidays as texts
from bot.texts import words
from storage import holidays

LONGEST_BASIS = 200


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


def ask_file(session: Session, me: Me) -> None:
    """Asks for the file of a year. Raises Refused."""
    demand_keeper(session, me)


def file(session: Session, me: Me, attachment: Attachment) -> Place:
    """Keep a file that I sent, and show its faults or what it would change.

    What is written under it is the decree that it goes by.
    """
    demand_keeper(session, me)
    read = partial(read_sheet, columns=COLUMNS)
    rows = sent_rows(attachment, read, texts.no_file())
    basis = " ".join(attachment.text.split())[:LONGEST_BASIS]
    holidays.keep_draft(session, me.employee_id, as_draft(rows), basis, me.now)
    return place("holidays.report", 0)


def report(session: Session, me: Me, page: int = 0) -> Report:
    """What my file would do."""
    demand_keeper(session, me)
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
    demand_keeper(session, me)
    found, _, changed = _checked(session, me)
    if found is None or seen != _mark(found, changed):
        return Went(place("holidays.report", 0), words.changed_since())
    draft = holidays.draft(session, me.employee_id)
    put_in_force(session, me, found, draft.basis if draft else "")
    holidays.drop_draft(session, me.employee_id)
    return Went(place("holidays.home", found.year), texts.put(found.year))


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
