"""Careers for HR and heads: what is on record, who is long in a rank, what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from bot.rules.career import Fact, Promotion
from bot.rules.people import strip_titles
from bot.rules.predikat import Predikat
from bot.texts import words
from bot.texts.career import FACTS
from bot.texts.career.step import short
from bot.texts.language import _
from bot.texts.results import PREDIKAT

DECISIONS = {
    "promote": _("Propose the promotion"),
    "exam": _("To the competence test"),
    "succession": _("Group of succession"),
    "rotate": _("Another post"),
    "develop": _("Develop competence"),
    "wait": _("Not yet"),
}


def desk(rows: Sequence[tuple[str, date, Promotion]], total: int) -> str:
    """Who is two years or longer in a rank."""
    lines = [
        words.bold(_("Career records")),
        _("Type a name or NIP to put something on record."),
    ]
    if not total:
        lines.append(_("Nobody on record is two years or longer in the rank."))
    else:
        lines.append(_("Two years or longer in the rank: {total}").format(total=total))
    lines += [
        f"{at}. {words.safe(strip_titles(name))} ({words.short_day(since)}): {short(step)}"
        for at, (name, since, step) in enumerate(rows, 1)
    ]
    return "\n".join(lines)


def team(rows: Sequence[tuple[str, Promotion]], people: int, ready: int) -> str:
    """The people I lead."""
    lines = [
        words.bold(_("Careers of my people")),
        _("All conditions met: {ready} of {people}.").format(ready=ready, people=people),
    ]
    lines += [
        f"{at}. {words.safe(strip_titles(name))}: {short(step)}"
        for at, (name, step) in enumerate(rows, 1)
    ]
    return "\n".join(lines)


def kept(
    name: str, facts: Mapping[Fact, tuple[str, date]], predikat: Mapping[int, Predikat]
) -> str:
    """Everything on record of a person."""
    lines = [words.bold(_("On record of {name}").format(name=strip_titles(name)))]
    for kind, label in FACTS.items():
        if kind in facts:
            value, day = facts[kind]
            lines.append(f"• {label}: {fact(kind, 0, value, day)}")
    lines += [f"• {year}: {PREDIKAT[one]}" for year, one in sorted(predikat.items())]
    if len(lines) == 1:
        lines.append(_("Nothing yet. Choose what you want to put on record."))
    return "\n".join(lines)


def fact(kind: Fact, year: int, value: str, day: date) -> str:
    """A fact as it is read back."""
    if kind is Fact.PREDIKAT:
        return f"{year}, {PREDIKAT[Predikat(value)]}"
    when = words.short_day(day)
    if not value:
        return when
    return _("{value} on {day}").format(value=words.number(Decimal(value)), day=when)


def check(name: str, kind: Fact, now: str, before: str | None) -> str:
    """The last look."""
    lines = [
        words.bold(_("On record of {name}").format(name=strip_titles(name))),
        f"{FACTS[kind]}: <b>{now}</b>",
    ]
    if before is not None:
        lines.append(_("Instead of: {before}").format(before=before))
    return "\n".join(lines)


def choose(name: str) -> str:
    return _("What do you decide for {name}? The advice of the bot binds nobody.").format(
        name=words.bold(strip_titles(name))
    )


def why(name: str, kind: str) -> str:
    return _("{decision}: why? Type one to three sentences; {name} reads them.").format(
        decision=words.bold(DECISIONS[kind]), name=strip_titles(name)
    )


def confirm(name: str, kind: str, reason: str) -> str:
    told = f"{words.bold(DECISIONS[kind])}\n<i>{words.safe(reason)}</i>"
    return _("You decide for {name}:").format(name=words.bold(strip_titles(name))) + f"\n{told}"


def decision(name: str, kind: str, reason: str, by: str, day: date) -> str:
    """What was decided, why, by whom."""
    head = _("Decision about the career of {name}").format(name=strip_titles(name))
    signed = _("{by}, {day}").format(by=words.safe(by), day=words.day(day))
    return f"{words.bold(head)}\n{DECISIONS[kind]}\n<i>{words.safe(reason)}</i>\n\n{signed}"


def decided(rows: Sequence[tuple[str, date]]) -> str:
    """The newest decisions in short."""
    lines = [_("Decided:")]
    lines += [f"• {words.short_day(day)}: {DECISIONS[kind]}" for kind, day in rows]
    return "\n".join(lines)
