"""Sentences of the days off that HR puts in, and of the fasting month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.holidays import COLUMNS, KINDS, Change, DayOff
from bot.texts import words
from bot.texts.language import _

DESK = _("Days off")
LIST = _("List of days")
DOWNLOAD = _("Download as a file")
UPLOAD = _("Send a file")
FASTING = _("Fasting month")
PUT = _("Put into force")
CHANGE_AGAIN = _("Type it again")

FAULTS = {
    "empty": _("must not be empty."),
    "too_long": _("is longer than 200 characters."),
    "not_a_day": _("is not a date. Example: 30/11/2026."),
    "unknown_holiday": _("“{detail}” is unknown. Choose from the four kinds."),
    "other_year": _("is not in {detail}. A file holds the days of one year."),
    "day_twice": _("stands twice."),
    "too_few_days": _("holds fewer than {detail} national holidays; the list seems incomplete."),
    "fasting_days": _(
        "The fasting month needs its first and its last day, and has 29 or 30 days."
    ),
    "far_year": _("The year {detail} is too far away."),
    "past_day": _("{detail} is over and stays what it was, for deadlines were told by it."),
}
WHOLE = frozenset({"fasting_days", "far_year", "past_day"})


def title(year: int) -> str:
    return words.bold(_("Days off of {year}").format(year=year))


def home(
    year: int, national: int, shared: int, fasting: Sequence[tuple[date, date]], *,
    decreed: bool, basis: str, set_by: str | None, set_at: datetime | None,
) -> str:  # fmt: skip
    lines = [
        _("National holidays: <b>{count}</b>").format(count=national),
        _("Cuti bersama: <b>{count}</b>").format(count=shared),
    ]
    how = _("as put in") if decreed else _("reckoned from Idul Fitri")
    lines += [
        _("Fasting month: {span} ({how})").format(span=span(*one), how=how) for one in fasting
    ]
    if set_by is not None and set_at is not None:
        told = _("Put in by {name} on {moment}.")
        source = told.format(name=words.safe(set_by), moment=words.moment(set_at))
        if basis:
            source += " " + _("Basis: <i>{basis}</i>").format(basis=words.safe(basis))
    else:
        source = _(
            "Reckoned by the program. Once the joint decree of three ministers is out, please "
            "send its days as a file."
        )
    why = _("Deadlines in working days and the hours of reminders go by these days.")
    return "\n\n".join([title(year), "\n".join(lines), source, why])


def span(first: date, last: date) -> str:
    return _("{first} to {last}").format(first=words.short_day(first), last=words.short_day(last))


def days(year: int, found: Sequence[tuple[date, DayOff]]) -> str:
    lines = [f"• {words.short_day(day)}: {_named(one)}" for day, one in found]
    return "\n\n".join([title(year), "\n".join(lines)])


def _named(one: DayOff) -> str:
    says_so = one.name.casefold().startswith("cuti bersama")
    kind = " " + _("(cuti bersama)") if one.shared_leave and not says_so else ""
    return words.safe(words.fitting(one.name, 60)) + kind


def exported(year: int) -> str:
    return _(
        "The days off of {year} as they are now. Please change them in a spreadsheet, save, and "
        "send the file back."
    ).format(year=year)


def ask_file() -> str:
    return "\n\n".join(
        [
            words.bold(_("Send the days off of a year")),
            _("An XLSX or CSV file with these columns in its first line:")
            + f"\n<code>{','.join(COLUMNS)}</code>",
            _("Kinds: {kinds}. The fasting month may be left out.").format(kinds=", ".join(KINDS)),
            _(
                "Write the number of the joint decree under the file. You see what would change "
                "before anything is put in force."
            ),
        ]
    )


def no_file() -> str:
    return _("Please send an XLSX or CSV file of at most 1 MB.")


def fault(line: int, column: str, code: str, detail: str) -> str:
    if code == "past_day":
        detail = words.short_day(date.fromisoformat(detail))
    what = FAULTS[code].format(detail=detail)
    if code in WHOLE:
        return what
    return _("Line {line}, column {column}: {what}").format(line=line, column=column, what=what)


def faulty(count: int, lines: Sequence[str]) -> str:
    head = words.bold(_("{count} faults; nothing was changed").format(count=words.number(count)))
    return "\n\n".join([head, "\n".join(f"• {words.safe(one)}" for one in lines)])


def report(
    year: int, count: int, found: Sequence[Change], fasting: tuple[date, date] | None
) -> str:
    blocks = [title(year)]
    if count:
        told = _("{count} days would change:").format(count=words.number(count))
        blocks.append("\n".join([told, *(f"• {_change(one)}" for one in found)]))
    else:
        blocks.append(_("No day off changes."))
    blocks.append(
        _("Fasting month: {span} ({how})").format(span=span(*fasting), how=_("as put in"))
        if fasting
        else _("The fasting month is reckoned from Idul Fitri.")
    )
    if any(one.moves_deadlines for one in found):
        blocks.append(_("Deadlines that are not fixed yet may move by it."))
    return "\n\n".join(blocks)


def _change(one: Change) -> str:
    day = words.short_day(one.day)
    if one.before is None and one.after is not None:
        return _("{day}: new, {name}").format(day=day, name=_named(one.after))
    if one.after is None and one.before is not None:
        return _("{day}: no day off any more ({name})").format(day=day, name=_named(one.before))
    assert one.before is not None
    assert one.after is not None
    return _("{day}: {before} becomes {after}").format(
        day=day, before=_named(one.before), after=_named(one.after)
    )


def put(year: int) -> str:
    return _("The days off of {year} are in force.").format(year=year)


def ask_fasting(year: int, found: Sequence[tuple[date, date]]) -> str:
    now = ", ".join(span(*one) for one in found)
    return "\n\n".join(
        [
            words.bold(_("Fasting month of {year}").format(year=year)),
            _("So far: {span}").format(span=now),
            _(
                "From when until when, as the government fixed it? Example: <code>19 February "
                "to 20 March {year}</code>"
            ).format(year=year),
        ]
    )


def fasting_not_read() -> str:
    return _("That is no span of days. Example: 19 February to 20 March 2026.")


def fasting_length(year: int) -> str:
    return _("The fasting month has 29 or 30 days and ends in {year}.").format(year=year)


def check_fasting(year: int, first: date, last: date) -> str:
    head = words.bold(_("Fasting month of {year}").format(year=year))
    told = _("{first} to {last}, {count} days.").format(
        first=words.day(first), last=words.day(last), count=(last - first).days + 1
    )
    why = _("On these days reminders keep to the shorter office hours.")
    return "\n\n".join([head, told, why])


def fasting_set() -> str:
    return _("The fasting month is put in.")
