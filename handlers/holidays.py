"""Days off on HR's desk: a year by file with its differences, the fasting month by hand."""

from __future__ import annotations

from datetime import date

from bot.actions.holidays import decreeing, desk, filing
from bot.actions.spans import packed
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import holidays as texts
from bot.texts import words
from handlers.lists import turns
from handlers.table import Shown, Table

FILE, MENU = Place("holidays.file"), Button(words.MENU, opens=Place("home.menu"))
DESK = Button(words.BACK, opens=Place("desk.rules"))


def draw_home(at: desk.Home) -> Screen:
    text = texts.home(
        at.year, at.national, at.shared, at.fasting, decreed=at.decreed, basis=at.basis,
        set_by=at.set_by, set_at=at.set_at,
    )  # fmt: skip
    others = [year for year in (at.before, at.after) if year is not None]
    rows = [
        [
            Button(texts.LIST, opens=place("holidays.days", at.year, 0)),
            Button(texts.FASTING, opens=place("holidays.fasting", at.year)),
        ],
        [
            Button(texts.DOWNLOAD, opens=place("holidays.export", at.year)),
            Button(texts.UPLOAD, opens=FILE),
        ],
        [Button(str(year), opens=place("holidays.home", year)) for year in others],
        [DESK, MENU],
    ]
    return Screen(text, rows)


def draw_days(at: desk.Days) -> Screen:
    row = turns(at.page, at.total, desk.PAGE, lambda to: place("holidays.days", at.year, to))
    return Screen(texts.days(at.year, at.items), [*([row] if row else []), [_back(at.year), MENU]])


def draw_export(at: tuple[int, bytes]) -> Screen:
    year, content = at
    name = f"hari-libur-{year}.csv"
    file = File(FileKind.DOCUMENT, name, content=content, keepable=True)
    rows = [[Button(texts.UPLOAD, opens=FILE)], [_back(year), MENU]]
    return Screen(texts.exported(year), rows, files=[file])


def draw_file(_: None) -> Screen:
    back = Button(words.BACK, opens=Place("holidays.home"))
    return Screen(texts.ask_file(), [[back, MENU]], typing=FILE)


def draw_report(at: filing.Report) -> Screen:
    row = turns(at.page, at.total, desk.PAGE, lambda to: place("holidays.report", to))
    back = [Button(words.BACK, opens=Place("holidays.home")), MENU]
    if at.faulty:
        said = [texts.fault(one.line, one.column, one.code, one.detail) for one in at.faults]
        return Screen(texts.faulty(at.total, said), [row, back], typing=FILE)
    put = Button(texts.PUT, does=place("holidays.put", at.seen), style=Style.GOOD)
    text = texts.report(at.year, at.total, at.changes, at.fasting)
    return Screen(text, [[put], row, back], typing=FILE)


def draw_fasting(at: desk.Home) -> Screen:
    text = texts.ask_fasting(at.year, at.fasting)
    return Screen(text, [[_back(at.year), MENU]], typing=place("holidays.fasting_days", at.year))


def draw_check(found: tuple[desk.Home, date, date]) -> Screen:
    at, first, last = found
    does = place("holidays.set_fasting", at.year, packed(first), packed(last))
    again = Button(texts.CHANGE_AGAIN, opens=place("holidays.fasting", at.year))
    rows = [[Button(texts.PUT, does=does, style=Style.GOOD)], [again], [_back(at.year), MENU]]
    return Screen(texts.check_fasting(at.year, first, last), rows)


def _back(year: int) -> Button:
    return Button(words.BACK, opens=place("holidays.home", year))


def routes() -> Table:
    return Table(
        places={
            "holidays.home": Shown(desk.home, draw_home),
            "holidays.days": Shown(desk.days, draw_days),
            "holidays.export": Shown(desk.export, draw_export),
            "holidays.file": Shown(filing.ask_file, draw_file),
            "holidays.report": Shown(filing.report, draw_report),
            "holidays.fasting": Shown(decreeing.ask_fasting, draw_fasting),
            "holidays.fasting_check": Shown(decreeing.check_fasting, draw_check),
        },
        acts={"holidays.put": filing.put, "holidays.set_fasting": decreeing.set_fasting},
        typed={"holidays.fasting_days": decreeing.write_fasting},
        sent={"holidays.file": filing.file},
    )
