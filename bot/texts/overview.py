"""Sentences of a unit at a glance, and the words of its pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from bot.rules.numbers import half_up
from bot.rules.people import strip_titles
from bot.rules.predikat import Predikat
from bot.texts import results, words
from bot.texts.language import _

DOOR = (
    _("Team and units"),
    _("/tim: who still owes something, and how predicates spread, as pictures."),
)
COMMAND = _("your team and units at a glance")
MY_PEOPLE, AGENCY = _("My people"), _("Whole agency")
OWING, SPREAD = _("Who still owes"), _("Spread of predicates")
SPREADS = {
    "spread": SPREAD,
    "proposed": _("Spread of proposals"),
    "radar": _("Radar of the unit"),
}
KINDS = {
    "plan_results": _("planned results"),
    "agree_results": _("agree to the plans of {count} people"),
    "report": _("quarterly report"),
    "appraise": _("appraise {count} people"),
    "assess": _("rate for the evaluation team"),
    "nominate": _("propose colleagues"),
    "peers": _("answer about colleagues"),
    "view": _("{count} views for the panel"),
    "propose_award": _("propose an award"),
    "publish": _("publish the results"),
    "year_write": _("yearly report"),
    "year_review": _("sign {count} yearly reports"),
    "year_judge": _("judge {count} yearly reports"),
}
NONE_YET = "none_yet"
Owed = Sequence[tuple[str, str, int, date]]
"""Name, kind of duty, how many, when the first is due."""


def home() -> str:
    return words.bold(DOOR[0]) + "\n" + _("Whose state would you like to see?")


def scope_name(number: int, name: str) -> str:
    """Not escaped."""
    return {-1: MY_PEOPLE, 0: AGENCY}.get(number, name)


def under(scope: str, year: int, quarter: int) -> str:
    """Under a picture's title, not escaped."""
    return f"{scope} · {span(year, quarter)}"


def span(year: int, quarter: int) -> str:
    """`Triwulan III 2026`, or `Tahun 2026` where the quarter is 0."""
    return words.quarter(year, quarter) if quarter else _("Year {year}").format(year=year)


def heading(title: str, said: str) -> str:
    return f"{words.bold(title)}\n{words.safe(said)}"


def summary(done: int, of: int) -> str:
    if not of:
        return _("Nothing is due yet.")
    return _("{done} of {of} duties done").format(done=done, of=of)


def duty(kind: str, count: int) -> str:
    """`menilai 3 pegawai`."""
    return KINDS[kind].format(count=count)


def row(name: str, kind: str, count: int, due: date, today: date) -> tuple[str, str, str]:
    """Name without titles, what, and when: as a picture shows them."""
    return strip_titles(name), duty(kind, count), words.days_left(due, today)


def owed_lines(owed: Owed, more: int, today: date) -> str:
    if not owed:
        return _("Nobody owes anything now.")
    rows = [row(name, kind, count, due, today) for name, kind, count, due in owed]
    lines = [f"• {words.safe(name)}: {what} ({when})" for name, what, when in rows]
    return "\n".join([*lines, *([more_line(more)] if more else [])])


def more_line(more: int) -> str:
    return _("and {count} more lines").format(count=more) if more else ""


def owing_said(said: str, done: int, of: int, owed: Owed, more: int, today: date) -> str:
    """Everything that the picture shows; escaped."""
    rows = [row(name, kind, count, due, today) for name, kind, count, due in owed]
    listed = "; ".join(f"{name}, {what}, {when}" for name, what, when in rows) or "-"
    told = _("Picture: {title}, {under}. {summary}. Still owed: {listed}. {more}").format(
        title=OWING, under=said, summary=summary(done, of), listed=listed, more=more_line(more)
    )
    return words.safe(told.strip())


def bars(counts: Mapping[Predikat, int], unrated: int) -> list[tuple[str, str, int, str, str]]:
    """Key, name, count, `4 orang`, `(15,4%)` of those with a result; the last one has none."""
    rated = sum(counts.values())
    told = [
        (one.value, str(results.PREDIKAT[one]), count, people(count), share(count, rated))
        for one, count in counts.items()
    ]
    return [*told, (NONE_YET, _("No result yet"), unrated, people(unrated), "")]


def people(count: int) -> str:
    return _("{count} people").format(count=words.number(count))


def share(count: int, of: int) -> str:
    return f"({words.number(half_up(Decimal(100 * count) / of, 1))}%)" if of else ""


def spread_lines(counts: Mapping[Predikat, int], unrated: int) -> str:
    return "\n".join(
        f"{name}: <b>{many}</b> {part}".rstrip()
        for _key, name, _count, many, part in bars(counts, unrated)
    )


def spread_said(said: str, counts: Mapping[Predikat, int], unrated: int) -> str:
    """Everything that the picture shows; escaped."""
    told = "; ".join(
        f"{name} {many} {part}".rstrip() for _key, name, _c, many, part in bars(counts, unrated)
    )
    return words.safe(_("Picture: {title}. {axes}.").format(title=f"{SPREAD}, {said}", axes=told))


def radar_lines(values: Sequence[tuple[str, Decimal]], people_: int) -> str:
    """The means that the picture shows."""
    lines = [f"{words.safe(name)}: <b>{words.number(value)}</b>" for name, value in values]
    told = _("Means of {people} published results.").format(people=words.number(people_))
    return "\n".join([*lines, told])


def radar_said(said: str, values: Sequence[tuple[str, Decimal]]) -> str:
    """Everything that the picture shows; escaped."""
    told = "; ".join(f"{name} {words.number(value)}" for name, value in values)
    return words.safe(
        _("Picture: {title}. {axes}.").format(title=f"{SPREADS['radar']}, {said}", axes=told)
    )


def too_few(fewest: int) -> str:
    return _(
        "Fewer than {fewest} results are published here, so no means are shown: they would say "
        "too much about single people."
    ).format(fewest=fewest)


def unpublished() -> str:
    return _("Not published yet: these are proposals and stay among those who work on them.")
