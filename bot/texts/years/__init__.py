"""Sentences of the yearly report as its writer reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.rules.predikat import Predikat
from bot.rules.years import Missing, QuarterResult, YearPart, YearResult
from bot.texts import results, words
from bot.texts.language import _

OPEN = _("Yearly report")
SIGN, REALLY = _("Sign …"), _("Yes, sign")
SECTIONS = {
    "summary": _("Summary"),
    "obstacles": _("Obstacles, support"),
    "plans": _("Plans"),
}
ASKED = {
    "summary": _("What did you achieve this year, for whom, and with what effect?"),
    "obstacles": _("What stood in the way, and what support did you need or have?"),
    "plans": _("What will you do next year, and what would you like to learn?"),
}
STATES = {
    "draft": _("Draft, not signed yet."),
    "signed": _("Signed by you, waiting for your superior."),
    "forwarded": _("Signed by both, waiting for the evaluation team."),
    "final": _("Final."),
    "replaced": _("Final, replaced by a later edition."),
}
MISSING = {
    Missing.UNPUBLISHED: _("not published yet"),
    Missing.NOT_EMPLOYED: _("not in service"),
    Missing.ON_LEAVE: _("on leave"),
    Missing.UNRATED: _("not rated"),
}
SHORT = 160
EMPTY = _("not written yet")
Quarters = Sequence[QuarterResult | YearPart]


def heading(year: int, name: str = "") -> str:
    title = words.bold(_("Yearly report {year}").format(year=year))
    return title + (f"\n{words.safe(name)}" if name else "")


def none_yet() -> str:
    return _("There is no yearly report yet: no quarter of the year has opened.")


def state(name: str) -> str:
    return str(STATES[name])


def edition(number: int, former: str, was: str, predikat: str) -> str:
    """Above a later edition: why there is one, and the report that is in force until then."""
    return _(
        "Edition {edition}, because a quarter has changed. {number}, with {total} ({predikat}), "
        "stays in force until this one is final."
    ).format(
        edition=number, number=former, total=words.number(Decimal(was)),
        predikat=results.PREDIKAT[Predikat(predikat)],
    )  # fmt: skip


def changed() -> str:
    return _("A quarter has been corrected since this report was signed.")


def reopened() -> str:
    return _(
        "A quarter has changed since you signed. Please check the figures, and your words where "
        "they name one, and sign again."
    )


def returned(reason: str) -> str:
    return _("Returned: {reason}").format(reason=f"<i>{words.safe(reason)}</i>")


def quarters(found: Quarters, result: YearResult) -> str:
    """Each quarter with its number or why there is none; a year that counts names its own."""
    lines = []
    there = {one.number: one for one in result.parts or found}
    for number in (1, 2, 3, 4):
        label = words.short_quarter(number)
        if number in there:
            lines.append(f"{label}: <b>{words.number(there[number].total)}</b>")
        else:
            lines.append(f"{label}: {MISSING[result.missing[number]]}")
    return "\n".join(lines)


def total(result: YearResult) -> str:
    """The year's number and its proposal, or that quarters are missing."""
    if result.total is None or result.predikat is None:
        return _("Too few quarters for a result of the year.")
    told = _("Year: <b>{total}</b>, proposed predicate <b>{predikat}</b>").format(
        total=words.number(result.total), predikat=results.PREDIKAT[result.predikat]
    )
    lines = [told]
    if len(result.parts) > 1:
        shares = " + ".join(words.number(part.points) for part in result.parts)
        lines.append(f"{shares} = {words.number(result.total)}")
    if result.provisional:
        lines.append(_("Provisional."))
    return "\n".join(lines)


def judged(predikat: str, number: int, code: str) -> str:
    return _("Predicate of the year: <b>{predikat}</b>\nNumber {number}, code {code}").format(
        predikat=results.PREDIKAT[Predikat(predikat)], number=number, code=f"<code>{code}</code>"
    )


def credit(value: Decimal | None, months: int, *, proposed: bool) -> str:
    """The angka kredit of the year; empty where none is collected."""
    if value is None:
        return ""
    told = (
        _("Credit (angka kredit) at this proposal: <b>{credit}</b> for {months} months")
        if proposed
        else _("Credit (angka kredit): <b>{credit}</b> for {months} months")
    )
    return told.format(credit=words.number(value), months=months)


def deeds(count: int) -> str:
    return _("Approved achievements: {count}").format(count=count)


def sections(texts: Mapping[str, str]) -> str:
    """Each section with the beginning of its text."""
    lines = []
    for key, label in SECTIONS.items():
        shown = str(words.safe(words.fitting(texts[key], SHORT)) if texts[key] else EMPTY)
        lines.append(f"{words.bold(label)}: {shown}")
    return "\n".join(lines)


def ask(year: int, name: str, text: str) -> str:
    parts = [heading(year), words.bold(SECTIONS[name]), str(ASKED[name])]
    if text:
        parts.append(_("So far:") + f"\n<i>{words.safe(text)}</i>")
    parts.append(_("Please write it here; it is kept as a draft."))
    return "\n\n".join(parts)


def passage(year: int, name: str, text: str, *, of: str = "") -> str:
    """One section in full, to be read; `of` is its writer where that is somebody else."""
    said = str(words.safe(text) if text else EMPTY)
    parts = [heading(year, of), f"{words.bold(SECTIONS[name])}\n{said}"]
    return "\n\n".join([*parts, *([] if of else [no_draft()])])


def confirm(year: int, superior: str) -> str:
    return _(
        "You are about to sign your yearly report {year}. It goes to {superior} and can be "
        "changed only if it is returned."
    ).format(year=year, superior=words.bold(superior))


def not_yet() -> str:
    return _("The report can be signed once the results of all quarters are published.")


def summary_wanted() -> str:
    return _("Please write the summary first.")


def too_short(least: int) -> str:
    return _("Please write at least {least} letters.").format(least=least)


def no_draft() -> str:
    return _("This report has been signed and cannot be changed.")


def signed_notice() -> str:
    return _("Signed and handed to your superior.")
