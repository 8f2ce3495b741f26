"""Every word printed on the yearly report, and the names of files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.texts import results, words
from bot.texts.language import _

FORMER = _("The former report")
PRINT = _("Report as PDF")
BEFORE, EXPORT = _("The year before"), _("Years as XLSX")


def exported(year: int, count: int) -> str:
    if not count:
        return _("No yearly report {year} is final yet.").format(year=year)
    return _(
        "Final yearly reports {year}: {count}. The file has the fields of kinerjaperiodik."
    ).format(year=year, count=count)


def file_name(year: int, number: int) -> str:
    return f"laporan-tahunan-{year}-{number}.pdf"


def sheet_name(year: int) -> str:
    return f"kinerjaperiodik-{year}.xlsx"


def deed_line(on: date, title: str) -> str:
    return f"{words.short_day(on)}: {title}"


def replaced(by: str) -> str:
    return _("Replaced by {number}.").format(number=by)


def replaces(former: str) -> str:
    return _("Replaces {number}").format(number=former)


def outdated() -> str:
    return _(
        "A quarter has been corrected since this report became final. It stays in force until a "
        "new edition is signed."
    )


def number_line(number: int, year: int) -> str:
    return _("Number {number}/LKT/{year}").format(number=f"{number:03d}", year=year)


def credit_line(credit: str, months: int) -> str:
    """`9,38 untuk 9 bulan`."""
    told = _("{credit} for {months} months")
    return told.format(credit=words.number(Decimal(credit)), months=months)


def on_behalf(role: str, name: str) -> str:
    """`Pejabat penilai, a.n. Budi Santoso, S.Sos.`"""
    return _("{role}, on behalf of {name}").format(role=role, name=name)


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
        "note": _("Note"),
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
            "Anybody may send this code to the bot, with or without an account. It proves that "
            "the report was signed by both and judged as it stands here."
        ),
        "year": _("Year"),
        "team": _("Evaluation team"),
    }
