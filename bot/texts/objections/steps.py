"""Sentences of what people write and decide, step by step, and of HR's list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.rules.objections import Party
from bot.rules.predikat import Predikat
from bot.texts import words
from bot.texts.language import _
from bot.texts.objections import about, from_to, heading, levels, quoted, said


def choose(year: int, quarter: int, last: date | None, today: date) -> str:
    title = words.bold(_("Objection to {quarter}").format(quarter=words.quarter(year, quarter)))
    step = words.step(1, 3)
    asked = _("Which indicators is it about? Choose one or more, then press Next.")
    return "\n\n".join(filter(None, [f"{title}\n{step}", asked, until(last, today)]))


def until(last: date | None, today: date) -> str:
    if last is None:
        return ""
    return _("To be handed in by {day} ({left}).").format(
        day=words.day(last), left=words.days_left(last, today)
    )


def ask_reasons(year: int, quarter: int, indicators: Sequence[str], reasons: str) -> str:
    title = words.bold(_("Objection to {quarter}").format(quarter=words.quarter(year, quarter)))
    asked = _(
        "Why do you disagree? Write what you did, when, and which achievement or document shows "
        "it. The superior and the reviewer read this."
    )
    parts = [f"{title}\n{words.step(2, 3)}", about(indicators), asked]
    if reasons:
        parts.append(_("So far: {text}").format(text=quoted(reasons)))
    return "\n\n".join(parts)


def confirm(
    year: int, quarter: int, indicators: Sequence[str], reasons: str, last: date | None,
    today: date,
) -> str:  # fmt: skip
    title = words.bold(_("Objection to {quarter}").format(quarter=words.quarter(year, quarter)))
    final = _("You can object once only. It can be withdrawn until it is decided.")
    parts = [
        f"{title}\n{words.step(3, 3)}", about(indicators),
        _("Reasons: {text}").format(text=quoted(reasons)), until(last, today), final,
    ]  # fmt: skip
    return "\n\n".join(filter(None, parts))


def ask_withdraw(year: int, quarter: int) -> str:
    told = _(
        "You are about to withdraw your objection. The result becomes final, and you cannot "
        "object to it again."
    )
    return heading(None, year, quarter) + "\n\n" + told


def ask_word(
    name: str, year: int, quarter: int, indicators: Sequence[str], reasons: str,
    heard: Sequence[tuple[str, str]], until_: date, today: date, *, mine: bool,
) -> str:  # fmt: skip
    asked = _("How did you come to these levels? Write it for the reviewer; {name} reads it too.")
    if mine:
        asked = _("What do you answer to this? You can answer once; the reviewer reads it.")
    days = _("Until {day} ({left}).").format(
        day=words.day(until_), left=words.days_left(until_, today)
    )
    parts = [heading(None if mine else name, year, quarter)]
    if mine:
        parts += [said(who, Party.SUPERIOR, text) for who, text in heard]
    else:
        parts += [about(indicators) + "\n" + quoted(reasons)]
    return "\n\n".join([*parts, asked.format(name=words.safe(name)) + " " + days])


def confirm_word(year: int, quarter: int, text: str) -> str:
    told = _("This is what you say. It cannot be changed afterwards.")
    return "\n\n".join([heading(None, year, quarter), quoted(text), told])


def desk(name: str, year: int, quarter: int, until_: date, today: date) -> str:
    days = _("To be decided by {day} ({left}).").format(
        day=words.day(until_), left=words.days_left(until_, today)
    )
    how = _(
        "Leave the levels to keep the result, or press an indicator to give it another level. "
        "Then write the reason."
    )
    return heading(name, year, quarter) + f"\n{days}\n\n{how}"


def line(name: str, level: int, mine: int | None) -> str:
    after = f"{level} → {mine}" if mine is not None else _("{level}, kept").format(level=level)
    return f"· {words.safe(name)} {after}"


def line_label(name: str, level: int, mine: int | None) -> str:
    after = f" {level} → {mine}" if mine is not None else f" {level}"
    return words.fitting(name, words.LABEL - len(after)) + after


def reason_line(reason: str) -> str:
    if not reason:
        return _("The reason is not written yet.")
    return _("Reason: {text}").format(text=quoted(reason))


def ask_level(name: str, indicator: str, level: int) -> str:
    told = _(
        "{indicator}: level {level} was given. Which level is right? An objection never makes a "
        "result worse."
    )
    return words.bold(name) + "\n\n" + told.format(indicator=words.bold(indicator), level=level)


def ask_reason(name: str, year: int, quarter: int) -> str:
    told = _("Why do you decide so? The employee and the superior read this.")
    return heading(name, year, quarter) + "\n\n" + told


def confirm_verdict(
    name: str, year: int, quarter: int, before: tuple[Decimal, Predikat],
    after: tuple[Decimal, Predikat] | None, changes: Sequence[tuple[str, int, int]], reason: str,
) -> str:  # fmt: skip
    what = _("You decide to keep the result.")
    if after is not None:
        what = "\n".join(
            [_("You decide to change the result:"), *levels(changes), from_to(before, after)]
        )
    final_ = _("This decision is final and is told to both sides.")
    return "\n\n".join([heading(name, year, quarter), what, reason_line(reason), final_])


def watched(total: int, items: Sequence[tuple[str, str, date]], today: date) -> str:
    """Name, reviewer and last day of each."""
    title = words.bold(_("Objections"))
    if not total:
        return title + "\n\n" + _("No objection waits for its decision.")
    lines = []
    for name, reviewer, until_ in items:
        who = words.safe(reviewer) if reviewer else _("no reviewer yet")
        lines.append(f"• {words.safe(name)}: {who} ({words.days_left(until_, today)})")
    count = _("{count} wait for a decision.").format(count=words.number(total))
    return "\n".join([title, count, "", *lines])


def ask_name(name: str, people: Sequence[tuple[str, str, str]]) -> str:
    title = words.bold(_("Who decides the objection of {name}?").format(name=name))
    asked = _(
        "Type a name. It cannot be the employee, anybody led by them, whoever rated them, or "
        "yourself."
    )
    lines = ["• " + ", ".join(map(words.safe, one)) for one in people]
    return "\n\n".join(filter(None, [title, "\n".join(lines), asked]))


def ask_sure_name(name: str, reviewer: str) -> str:
    return _("{reviewer} will decide the objection of {name}. Is that right?").format(
        reviewer=words.bold(reviewer), name=words.bold(name)
    )
