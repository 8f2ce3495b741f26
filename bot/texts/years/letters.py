"""Letters of the yearly report: what waits, and nothing of what it says."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

SEE = _("Open the report")


def final(year: int) -> str:
    return _(
        "Your yearly report {year} is final. You can read its predicate and take the PDF."
    ).format(year=year)


def returned(year: int) -> str:
    return _(
        "Your yearly report {year} has come back to be mended. The reason stands on it; please "
        "change it and sign again."
    ).format(year=year)


def renewed(year: int, quarter: int) -> str:
    """`quarter` is 0 in letters from before it was told."""
    if quarter:
        return _(
            "The result of {quarter} has changed after your yearly report {year} became final. A "
            "new edition with your own words is ready; please check it and sign. Until then the "
            "former one stays in force."
        ).format(quarter=words.quarter(year, quarter), year=year)
    return _(
        "A quarter was corrected after your yearly report {year} became final. A new edition with "
        "your own words is ready; please check it and sign. Until then the former one stays in "
        "force."
    ).format(year=year)


def reopened(year: int, quarter: int) -> str:
    return _(
        "The result of {quarter} has changed after you signed your yearly report {year} and "
        "before it was judged. The report has come back to you: please check its figures and your "
        "words, and sign again."
    ).format(quarter=words.quarter(year, quarter), year=year)


def called_back(year: int, quarter: int, name: str) -> str:
    return _(
        "The yearly report {year} of {name} has gone back to be signed anew, because the result "
        "of {quarter} has changed. You are told once it is signed again; what was signed before "
        "no longer counts."
    ).format(year=year, name=words.bold(name), quarter=words.quarter(year, quarter))


def mended(year: int) -> str:
    return _("A yearly report {year} that had gone back to its writer is signed again.").format(
        year=year
    )
