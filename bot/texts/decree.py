"""Every word of the draft decree that fixes the predicates of a quarter (keputusan)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from babel.dates import format_date

from bot.rules.predikat import Predikat
from bot.rules.publication import FEWEST
from bot.rules.schemes import Organisation
from bot.texts import words
from bot.texts.language import Language, _
from bot.texts.panel.distribution import ORGANISATION
from bot.texts.results import PREDIKAT

DOOR = _("Draft decree (PDF)")
NAMES = _("Annex with names")
TITLE = _("DECREE")
BLANK = _("NUMBER ……………………………")
DRAFT = _("DRAFT")
ABOUT_WORD = _("ABOUT")
CONSIDERING, HAVING_REGARD = _("Considering"), _("Having regard to")
DECIDES = _("DECIDES:")
FIXES = _("Hereby fixes")
CLAUSES = (_("FIRST"), _("SECOND"), _("THIRD"), _("FOURTH"), _("FIFTH"))
LAWS = (
    _("Law 20 of 2023 on the Civil Service;"),
    _("Government Regulation 30 of 2019 on Performance Assessment of Civil Servants;"),
    _("PermenPANRB 6 of 2022 on Performance Management of Civil Servants;"),
    _("SE MenPANRB 3 of 2023 on the Pattern of Distribution of Predicates."),
)
UNIT, ALL, NUMBER = _("Unit"), _("All together"), _("No.")
NAME, NIP, POST, PREDICATE = _("Name"), "NIP", _("Post"), _("Predicate")


def about(office: str, year: int, quarter: int) -> str:
    return _("Predicates of performance of the employees of {office}, {quarter}").format(
        office=office, quarter=words.quarter(year, quarter)
    )


def fixed(post: str, about_: str) -> str:
    """`KEPUTUSAN KEPALA BADAN TENTANG …`."""
    return f"{TITLE} {post} {ABOUT_WORD} {about_}".upper() + "."


def considerations(office: str, quarter: str) -> list[str]:
    return [
        _(
            "that the performance of the employees of {office} in {quarter} has been evaluated by "
            "their superiors and calibrated by the evaluation team;"
        ).format(office=office, quarter=quarter),
        _("that the predicates of their performance are therefore to be fixed by a decree."),
    ]


def clauses(
    people: int, quarter: str, organisation: Organisation | None, missing: int, days: int
) -> list[str]:
    """What is decided, each a clause of its own."""
    said = [
        _(
            "The predicates of performance of {count} employees in {quarter} are fixed as in the "
            "annex, which is part of this decree."
        ).format(count=words.number(people), quarter=quarter)
    ]
    if organisation is not None:
        told = _("They were weighed with the predicate of the organisation: {predikat}.")
        said.append(told.format(predikat=ORGANISATION[organisation]))
    if missing:
        told = _("For {count} employees without a result yet, a decree of its own follows.")
        said.append(told.format(count=words.number(missing)))
    told = _(
        "Every employee receives their own result, and may object with reasons within {days} days "
        "of its receipt."
    )
    said.append(told.format(days=days))
    said.append(_("This decree is in force from the day on which it is signed."))
    return said


def given(city: str, day: date, *, draft: bool) -> str:
    """Where and when; of a draft the day is left open."""
    told = "……………………" if draft else format_date(day, "d MMMM y", locale=Language.INDONESIAN)
    if city:
        return _("Given at {city}, {day}").format(city=city, day=told)
    return _("Given on {day}").format(day=told)


def annex_of(about_: str) -> str:
    return _("Annex to the decree {number} about {about}").format(number="……………", about=about_)


def annex_title() -> str:
    return _("Number of employees by unit and predicate")


def names_title() -> str:
    return _("Employees and predicates")


def heads() -> list[str]:
    return [str(UNIT), *PREDIKAT.values(), str(ALL)]


def counts(found: Mapping[Predikat, int]) -> list[str]:
    numbers = [found.get(one, 0) for one in PREDIKAT]
    return [words.number(one) for one in (*numbers, sum(numbers))]


def together(count: int) -> str:
    return _("{count} small units together").format(count=words.number(count))


def masked() -> str:
    return _(
        "Units with fewer than {count} employees with a result are counted together, so that no "
        "number points at a person."
    ).format(count=FEWEST)


def footer(at: datetime) -> str:
    return _("Printed {moment}").format(moment=words.moment(at))


def attached(year: int, quarter: int, *, draft: bool) -> str:
    told = words.bold(_("Draft decree, {quarter}").format(quarter=words.quarter(year, quarter)))
    lines = [
        told,
        "",
        _(
            "Number and date are left open for the secretariat. The annex holds numbers by unit; "
            "names are printed a unit at a time, for the file only."
        ),
    ]
    if draft:
        lines += ["", _("The quarter is not published yet, so these numbers may change.")]
    return "\n".join(lines)


def choose(year: int, quarter: int) -> str:
    title = _("Annex with names, {quarter}").format(quarter=words.quarter(year, quarter))
    asked = _("Whose? Each sheet holds names and predicates of one unit, without scores.")
    return f"{words.bold(title)}\n\n{asked}"


def line(name: str, people: int) -> str:
    return _("• {unit}: {count} people").format(unit=words.safe(name), count=words.number(people))


def named(unit: str, people: int) -> str:
    title = words.bold(_("Annex with names, {unit}").format(unit=unit))
    told = _("{count} people. Keep it as confidential as the results themselves.")
    return f"{title}\n\n{told.format(count=words.number(people))}"


def file_name(year: int, quarter: int) -> str:
    return f"konsep-keputusan-{year}-{quarter}.pdf"


def annex_name(year: int, quarter: int, unit_id: int) -> str:
    return f"lampiran-{year}-{quarter}-unit-{unit_id}.pdf"
