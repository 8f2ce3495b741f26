"""Letters of the yearly report: what waits, and nothing of what it says."""

from __future__ import annotations

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


def renewed(year: int) -> str:
    return _(
        "A quarter was corrected after your yearly report {year} became final. A new edition with "
        "your own words is ready; please check it and sign. Until then the former one stays in "
        "force."
    ).format(year=year)


def mended(year: int) -> str:
    return _("A yearly report {year} that was returned has been mended and signed again.").format(
        year=year
    )
