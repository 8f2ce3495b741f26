"""Sentences of leave and mandates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.desk.labels import LEAVES, MANDATES, NAME
from bot.texts.language import _


def recorded_line(kind: str, holder: str, since: date, until: date) -> str:
    return f"{words.safe(named(kind, holder))}: {span(since, until)}"


def more_recorded(count: int) -> str:
    return _("and {count} more").format(count=words.number(count))


def named(kind: str, holder: str) -> str:
    """`Cuti tahunan` or `Plh. Dedi Pratama`; not escaped."""
    if holder:
        return f"{MANDATES.get(kind, kind)} {words.fitting(holder, NAME)}"
    return str(LEAVES.get(kind, kind))


def span(since: date, until: date) -> str:
    if since == until:
        return words.day(since)
    return _("{since} to {until}").format(since=words.day(since), until=words.day(until))


def leave_kind(name: str) -> str:
    return _("<b>Record leave</b> · {name}\n\nWhich kind?").format(name=words.safe(name))


def ask_days(title: str, name: str) -> str:
    return _(
        "<b>{title}</b> · {name}\n\nType the days, for example “1 to 5 September 2026” or "
        "“tomorrow”."
    ).format(title=title, name=words.safe(name))


def ask_holder(kind: str, name: str) -> str:
    return _(
        "<b>{kind}</b> for {name}\n\nWho acts? Type part of the name or the whole NIP."
    ).format(kind=MANDATES[kind], name=words.safe(name))


def check_leave(kind: str, name: str, since: date, until: date) -> str:
    return _("<b>{kind}</b> · {name}\n\n{span}\n\nIs that right?").format(
        kind=LEAVES[kind], name=words.safe(name), span=span(since, until)
    )


def check_mandate(
    kind: str, name: str, holder: str, since: date, until: date, *, joined: bool
) -> str:
    said = _("<b>{kind}</b> {holder}\nacts for {name}\n\n{span}\n\nIs that right?").format(
        kind=MANDATES[kind],
        holder=words.safe(holder),
        name=words.safe(name),
        span=span(since, until),
    )
    if joined:
        return said
    return f"{said}\n\n" + _(
        "{holder} has not joined: no task reaches them until then. Invite them as well."
    ).format(holder=words.safe(holder))


def on_record(name: str, lines: Sequence[str]) -> str:
    """`lines` are those of `recorded_line`, in the order of the buttons."""
    if not lines:
        return _("<b>End leave/mandate</b> · {name}\n\nNothing is recorded.").format(
            name=words.safe(name)
        )
    return _("<b>End leave/mandate</b> · {name}\n\n{lines}\n\nWhich one?").format(
        name=words.safe(name),
        lines="\n".join(f"{at}. {line}" for at, line in enumerate(lines, 1)),
    )


def end_label(at: int, kind: str, holder: str) -> str:
    """`2. Cabut Cuti tahunan`."""
    name = named(kind, strip_titles(holder))
    return words.fitting(_("{number}. End {what}").format(number=at, what=name))


def confirm_end(
    kind: str, holder: str, name: str, since: date, until: date, last: date | None
) -> str:
    """`last` is the day that it then ends with, None when nothing of it stays."""
    if last is None:
        then = _("It has no day before today, so it is removed.")
    else:
        then = _("It then ended with {day}; today no longer counts.").format(day=words.day(last))
    return _("<b>End this?</b>\n\n{what}\n{name}\n{span}\n\n{then}").format(
        what=words.bold(named(kind, holder)),
        name=words.safe(name),
        span=span(since, until),
        then=then,
    )
