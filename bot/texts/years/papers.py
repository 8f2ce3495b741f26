"""Every word printed on the yearly report, the check of its code, and the names of files."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from bot.rules.predikat import Predikat
from bot.texts import results, words
from bot.texts.language import _

FORMER = _("The former report")
PRINT, CHECK = _("Report as PDF"), _("Check a code")
BEFORE, EXPORT = _("The year before"), _("Years as XLSX")


def ask_code() -> str:
    return words.bold(CHECK) + "\n" + _("Please type the code that stands on the report.")


def bad_code() -> str:
    return _("That is no code of a report, or it is mistyped.")


def checked(
    number: int, year: int, name: str, predikat: str, at: datetime, replaced_by: int
) -> str:
    told = _(
        "Genuine: yearly report {year} number {number} of {name}, predicate {predikat}, final "
        "since {moment}."
    ).format(
        year=year, number=number, name=words.bold(name),
        predikat=results.PREDIKAT[Predikat(predikat)], moment=words.moment(at),
    )  # fmt: skip
    later = replaced(number_line(replaced_by, year)) if replaced_by else ""
    return "\n".join(filter(None, (told, later)))


def unknown_code() -> str:
    return _("This code belongs to no report.")


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
    return _("In the place of {number}").format(number=former)


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
            "Check this code in Teladan: /laporan, Yearly report, Check a code. It proves "
            "that the report was signed by both and judged as it stands here."
        ),
        "year": _("Year"),
        "team": _("Evaluation team"),
    }
