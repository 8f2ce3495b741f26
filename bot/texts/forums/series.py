"""Forums that come again: how often, which days, what speaks against some of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from bot.rules.forums import Hint
from bot.rules.series import MOST, DayOff, Rhythm, nth
from bot.texts import words
from bot.texts.language import _, ngettext

REPEAT = _("Repeat this forum")
ONCE = _("Only once")
OTHER_TIME = _("Choose another time")
TO_SERIES = _("All dates")
ALL_FILES = _("All dates (.ics)")
TELL_ONE = _("Send: only this one")
TELL_ALL = _("Send: all that follow")
REALLY_ONE = _("Cancel only this one")
REALLY_ALL = _("Cancel all that follow")
OFF = {
    DayOff.SHIFT: _("Move to the next workday"),
    DayOff.SKIP: _("Leave days off out"),
    DayOff.KEEP: _("Keep days off"),
}
_ORDINALS = (
    _("first in the month"),
    _("second in the month"),
    _("third in the month"),
    _("fourth in the month"),
    _("last in the month"),
)
_NOTES = {
    Hint.WEEKEND: _("no working day"),
    Hint.PRAYER: _("Friday prayer"),
    Hint.HOURS: _("outside working hours"),
    Hint.FASTING: _("fasting month"),
}
_ADVICE = {
    Hint.PRAYER: _("Friday prayer is from 11.30 to 13.00: choose an hour before or after it."),
    Hint.HOURS: _("Outside working hours: choose an hour of the working day."),
    Hint.FASTING: _("In the fasting month the office closes at 15.00: choose the morning."),
}


def rhythm(which: str, first: date) -> str:
    """`setiap minggu`, `setiap dua minggu`, `setiap Senin pertama`."""
    if which == Rhythm.WEEKLY:
        return _("every week")
    if which == Rhythm.FORTNIGHTLY:
        return _("every two weeks")
    weekday = words.day(first).partition(",")[0]
    return _("every {ordinal} {weekday}").format(
        ordinal=_ORDINALS[nth(first) - 1], weekday=weekday
    )


def chosen(which: Rhythm, first: date) -> str:
    """The rhythm as a button: at most 24 characters."""
    if which is Rhythm.ONCE:
        return str(ONCE)
    told = rhythm(which.value, first)
    return words.fitting(told[:1].upper() + told[1:])


def ask_rhythm(start: datetime) -> str:
    return "\n\n".join(
        [
            f"<b>{REPEAT}</b>",
            _("The first time is {time}. How often does it come again?").format(
                time=words.moment(start)
            ),
        ]
    )


def ask_times(which: str, first: date) -> str:
    told = rhythm(which, first)
    return "\n\n".join(
        [
            f"<b>{REPEAT}</b> · {told}",
            _("How many times in all? Choose a button, or type a number up to {most}.").format(
                most=MOST
            ),
        ]
    )


def times(count: int) -> str:
    return ngettext("{count} time in all", "{count} times in all", count).format(count=count)


def dates(
    which: str, first: date, lines: Sequence[str], advice: Sequence[str], *, off: bool
) -> str:
    """All dates of a draft, what speaks against them, and what can be done about it."""
    parts = [f"<b>{REPEAT}</b> · {rhythm(which, first)}", "\n".join(lines)]
    parts += ["\n".join(f"• {one}" for one in advice)] if advice else []
    if off:
        parts.append(_("Some fall on days off. What shall become of them?"))
    else:
        parts.append(_("Each can be moved or cancelled by itself later."))
    return "\n\n".join(parts)


def advice(hints: Collection[Hint], *, busy: bool, host_busy: bool) -> list[str]:
    """What to do about what speaks against some of the dates."""
    found = [str(said) for hint, said in _ADVICE.items() if hint in hints]
    if busy:
        found.append(
            _("Where many are invited elsewhere: another hour, or move that date once it is sent.")
        )
    if host_busy:
        found.append(_("Where you host another forum: change one of the two."))
    return found


def planned(
    number: int, day: date, start: datetime | None, holiday: str, hints: Sequence[Hint],
    busy: int = 0, people: int = 0, *, host_busy: bool = False,
) -> str:  # fmt: skip
    """`2. 1 Jan 2027: Tahun Baru Masehi, digeser ke 4 Jan 2027`."""
    told = f"{number}. {words.short_day(day)}"
    notes = [words.safe(holiday)] if Hint.HOLIDAY in hints else []
    notes += [str(_NOTES[hint]) for hint in hints if hint in _NOTES]
    if busy:
        notes.append(
            _("{busy} of {people} invited elsewhere").format(
                busy=words.number(busy), people=words.number(people)
            )
        )
    if host_busy:
        notes.append(_("you host another forum"))
    if start is None:
        notes.append(_("left out of the series"))
    elif start.date() != day:
        notes.append(_("moved to {day}").format(day=words.short_day(start.date())))
    return f"{told}: {', '.join(notes)}" if notes else told


def summary_line(which: str, first: date, held: int, last: date) -> str:
    """`Berulang: setiap Senin pertama, 6 kali, sampai 3 Mei 2027`."""
    return ngettext(
        "Again: {rhythm}, {count} time, until {last}",
        "Again: {rhythm}, {count} times, until {last}",
        held,
    ).format(rhythm=rhythm(which, first), count=held, last=words.short_day(last))


def noted(days: int, prayer: bool, clashes: int = 0) -> list[str]:
    """What speaks against some of the later dates of a draft."""
    found = []
    if days:
        found.append(
            _("{count} of the later dates are days off; see the dates.").format(count=days)
        )
    if prayer:
        found.append(_("Some of the later dates fall into Friday prayer."))
    if clashes:
        found.append(
            _("At {count} of the later dates many are invited elsewhere; see the dates.").format(
                count=clashes
            )
        )
    return found


def order(number: int, of: int) -> str:
    return _("Number {number} of {of} in a series.").format(number=number, of=of)


def invited(which: str, first: date, count: int, last: date) -> str:
    """In the one letter that invites to a whole series."""
    line = summary_line(which, first, count, last)
    return line + "\n" + _("This letter is for all of them; answer for each in /forum.")


def later(what: str, count: int) -> str:
    """In the one letter on a change of several."""
    if what == "cancelled":
        return _("The {count} that follow are cancelled as well.").format(count=count)
    return _("The {count} that follow move along; see All dates.").format(count=count)


def follows(count: int, off: Sequence[date]) -> str:
    """To a host who is about to move one of a series."""
    told = _("{count} more of this series follow.").format(count=count)
    if off:
        days = ", ".join(words.short_day(day) for day in off[:3])
        told += " " + _("Moved along, these fall on days off: {days}.").format(days=days)
    return told


def listing(which: str, first: date, lines: Sequence[str]) -> str:
    head = f"<b>{TO_SERIES}</b> · {rhythm(which, first)}"
    return "\n\n".join([head, "\n".join(lines)])


def occurrence(number: int, start: datetime, mark: str, cancelled: bool, this: bool) -> str:
    told = f"{number}. {mark}{words.short_day(start.date())}, {words.clock(start)}"
    if cancelled:
        told = f"<s>{told}</s> " + _("(cancelled)")
    return f"<b>{told}</b>" if this else told
