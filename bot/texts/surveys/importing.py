"""Old surveys from the command line, in sentences for whoever imports them."""

from __future__ import annotations

from datetime import date

from bot.rules.roster import Fault
from bot.texts import words
from bot.texts.language import _

_FAULTS = {
    "empty": _("line {line}, {column}: it is empty"),
    "too_long_for": _("line {line}, {column}: at most {detail} characters"),
    "unknown_kind": _("line {line}, {column}: one of {detail}"),
    "not_a_level": _("line {line}, {column}: {detail} is not a level from 1 to 4"),
    "not_a_day": _("line {line}, {column}: {detail} is not a date such as 31/12/2025"),
    "day_out_of_reach": _("line {line}, {column}: {detail} lies before 2000 or in the future"),
    "no_such_unit": _("line {line}, {column}: there is no unit {detail}"),
    "no_such_service": _(
        "line {line}, {column}: the unit has no service {detail}; fill in jenis to have it made"
    ),
    "other_kind": _("line {line}, {column}: this service is of the kind {detail}"),
}


def fault(one: Fault) -> str:
    return _FAULTS[one.code].format(
        line=words.number(one.line), column=one.column, detail=one.detail
    )


def faulty(count: int) -> str:
    return _(
        "{count} faults were found. Nothing was changed. Mend these and import again:"
    ).format(count=words.number(count))


def counts(answers: int, services: int, comments: int, regulation: str, *, done: bool) -> str:
    """What was done, or (dry run) what would be."""
    template = (
        _("Imported: {answers} answers ({elements} elements), {services} new services, "
          "{comments} comments for the desk to look at.")
        if done
        else _("No faults. Importing would add {answers} answers ({elements} elements), "
               "{services} new services and {comments} comments.")
    )  # fmt: skip
    return template.format(
        answers=words.number(answers),
        elements=9 if regulation == "2017" else 14,
        services=words.number(services),
        comments=words.number(comments),
    )


def unkept(count: int) -> str:
    return _(
        "{count} comments are not kept: surveys of fourteen elements bring figures only."
    ).format(count=words.number(count))


def taken_in_before(day: date) -> str:
    return _("This file was taken in on {day} already. Nothing was changed.").format(
        day=words.day(day)
    )


def overtaken() -> str:
    return _("Units or services have changed in the meantime. Please import again.")
