"""Sentences of the yearly report, and every word that is printed on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.rules.predikat import Expectation, Predikat
from bot.rules.years import Missing, QuarterResult, YearResult
from bot.texts import results, words
from bot.texts.language import _

OPEN = _("Yearly report")
SIGN, REALLY = _("Sign …"), _("Yes, sign")
JUDGE, FORWARD, RETURN = _("Judge …"), _("Sign and pass on"), _("Return …")
PRINT, CHECK, QUEUE = _("Report as PDF"), _("Check a code"), _("Waiting for me")
BEFORE, EXPORT = _("The year before"), _("Years as XLSX")
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
}
MISSING = {
    Missing.UNPUBLISHED: _("not published yet"),
    Missing.NOT_EMPLOYED: _("not in service"),
    Missing.ON_LEAVE: _("on leave"),
    Missing.UNRATED: _("not rated"),
}
SHORT = 160
EMPTY = _("not written yet")
Quarters = Sequence[QuarterResult]


def heading(year: int, name: str = "") -> str:
    title = words.bold(_("Yearly report {year}").format(year=year))
    return title + (f"\n{words.safe(name)}" if name else "")


def none_yet() -> str:
    return _("There is no yearly report yet: no quarter of the year has opened.")


def state(name: str) -> str:
    return STATES[name]


def returned(reason: str) -> str:
    return _("Returned: {reason}").format(reason=f"<i>{words.safe(reason)}</i>")


def quarters(found: Quarters, result: YearResult) -> str:
    """Each quarter with its number or why there is none, then the year."""
    lines = []
    there = {one.number: one for one in found}
    for number in (1, 2, 3, 4):
        label = f"TW {words.ROMAN[number - 1]}"
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
    shares = " + ".join(words.number(part.points) for part in result.parts)
    sums = f"{shares} = {words.number(result.total)}"
    return f"{told}\n{sums}" + ("\n" + _("Provisional.") if result.provisional else "")


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


def sections(texts: Mapping[str, str], *, whole: bool = False) -> str:
    """Each section with its text, short unless `whole`."""
    lines = []
    for key, label in SECTIONS.items():
        said = texts[key]
        shown = said if whole else words.fitting(said, SHORT)
        lines.append(f"{words.bold(label)}: {words.safe(shown) if said else EMPTY}")
    return "\n".join(lines)


def ask(year: int, name: str, text: str) -> str:
    parts = [heading(year), words.bold(SECTIONS[name]), ASKED[name]]
    if text:
        parts.append(_("So far:") + f"\n<i>{words.safe(words.fitting(text, 400))}</i>")
    parts.append(_("Please write it here; it is kept as a draft."))
    return "\n\n".join(parts)


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


def judged_notice() -> str:
    return _("The yearly report is final.")


def forwarded_notice() -> str:
    return _("Signed; the evaluation team judges it now.")


def returned_notice() -> str:
    return _("Returned to its writer.")


def changed() -> str:
    return _("A quarter has changed since it was signed: please return it to be signed anew.")


def others_turn() -> str:
    return _("This step is not yours, or it was taken already.")


def queue(count: int) -> str:
    if not count:
        return words.bold(OPEN) + "\n" + _("No yearly report waits for you.")
    return words.bold(OPEN) + "\n" + _("Waiting for your signature: {count}.").format(count=count)


def verdict(name: str, year: int, proposed: tuple[Expectation, Expectation]) -> str:
    told = _(
        "The quarters propose: work results {results}, behaviour {behaviour}. Choose both sides; "
        "the predicate follows from the table."
    ).format(results=results.EXPECTATION[proposed[0]], behaviour=results.EXPECTATION[proposed[1]])
    return f"{heading(year, name)}\n\n{told}"


def chosen(sides: tuple[Expectation, Expectation], predikat: Predikat) -> str:
    return _("Work results {results}, behaviour {behaviour}: <b>{predikat}</b>").format(
        results=results.EXPECTATION[sides[0]],
        behaviour=results.EXPECTATION[sides[1]],
        predikat=results.PREDIKAT[predikat],
    )


def side(axis: str, one: Expectation, *, on: bool) -> str:
    """A button for one side: `✓ Hasil: di atas`."""
    names = {"hasil": _("Results"), "perilaku": _("Behaviour (short)")}
    shorts = {
        Expectation.BELOW: _("below exp."),
        Expectation.MET: _("as exp."),
        Expectation.ABOVE: _("above exp."),
    }
    return ("✓ " if on else "") + f"{names[axis]} {shorts[one]}"


def sign_with(predikat: Predikat) -> str:
    return words.fitting(_("Sign: {predikat}").format(predikat=results.PREDIKAT[predikat]))


def ask_return() -> str:
    return _("Why does it go back? Please write what is to be mended.")


def ask_code() -> str:
    return words.bold(CHECK) + "\n" + _("Please type the code that stands on the report.")


def bad_code() -> str:
    return _("That is no code of a report, or it is mistyped.")


def checked(number: int, year: int, name: str, predikat: str, at: datetime) -> str:
    return _(
        "Genuine: yearly report {year} number {number} of {name}, predicate {predikat}, final "
        "since {moment}."
    ).format(
        year=year, number=number, name=words.bold(name),
        predikat=results.PREDIKAT[Predikat(predikat)], moment=words.moment(at),
    )  # fmt: skip


def unknown_code() -> str:
    return _("This code belongs to no report.")


def exported(year: int, count: int) -> str:
    return _(
        "Final yearly reports {year}: {count}. The file has the fields of kinerjaperiodik."
    ).format(year=year, count=count)


def file_name(year: int, number: int) -> str:
    return f"laporan-tahunan-{year}-{number}.pdf"


def sheet_name(year: int) -> str:
    return f"kinerjaperiodik-{year}.xlsx"


def deed_line(on: date, title: str) -> str:
    return f"{words.short_day(on)}: {title}"


def number_line(number: int, year: int) -> str:
    return _("Number {number}/LKT/{year}").format(number=f"{number:03d}", year=year)


def credit_line(credit: str, months: int) -> str:
    """`9,38 untuk 9 bulan`."""
    told = _("{credit} for {months} months")
    return told.format(credit=words.number(Decimal(credit)), months=months)


def printed() -> dict[str, str]:
    """The fixed words of the page."""
    return {
        "title": _("YEARLY PERFORMANCE REPORT"),
        "assessed": _("Employee assessed"),
        "assessor": _("Assessing official"),
        "name": _("Name"),
        "nip": "NIP",
        "rank": _("Rank"),
        "post": _("Post"),
        "unit": _("Unit"),
        "quarter": _("Quarter"),
        "results": results.AXES[next(iter(results.AXES))],
        "behaviour": list(results.AXES.values())[1],
        "total": _("Total"),
        "weight": _("Weight"),
        "quarters": _("A. Results of the quarters"),
        "deeds": _("B. Approved achievements"),
        "no_deeds": _("There is none."),
        "narrative": _("C. Report"),
        "verdict": _("D. Evaluation"),
        "predikat": _("Predicate"),
        "credit": _("Credit (angka kredit)"),
        "signed": _("Signed electronically"),
        "code": _("Verification code"),
        "checking": _(
            "Check this code in Teladan: /laporan, Yearly report, Check a code. It proves "
            "that the report was signed by both and judged as it stands here."
        ),
        "year": _("Year"),
        "team": _("Evaluation team"),
    }
