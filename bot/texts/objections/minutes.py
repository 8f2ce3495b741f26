"""Every word of the minutes of an objection's decision (berita acara)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules.objections import Party
from bot.rules.predikat import Predikat
from bot.texts import results, words
from bot.texts.language import _

DOWNLOAD = _("Minutes as PDF")
TITLE = _("MINUTES")
ABOUT = _("Decision on an objection to a performance result")
NAME, POST, UNIT = _("Name"), _("Post"), _("Unit")
QUARTER, FILED = _("Result of"), _("Objection filed on")
AGAINST = _("Indicators objected to")
PARTS = (_("A. Objection"), _("B. Word of both sides"), _("C. Decision"))
BEFORE, AFTER, CHANGED = _("Result before"), _("Result after"), _("Levels changed")
REASON = _("Reason of the decision")
ROLE = _("Decided by")
SIGNED = _("Signed electronically")


def honour(year: int, quarter: int) -> str:
    """What the code is told to be about."""
    return _("Minutes of a decision on an objection, {quarter}").format(
        quarter=words.quarter(year, quarter)
    )


def opening(day: date) -> str:
    return _(
        "On {day}, a decision was taken on the objection of the employee named below, after both "
        "sides had been heard or their days had passed:"
    ).format(day=words.day(day))


def said(name: str, party: Party, text: str | None) -> list[str]:
    """Who, and what; never nothing."""
    who = _("{name} (employee)") if party is Party.EMPLOYEE else _("{name} (assessing official)")
    return [who.format(name=name), text or _("No further word.")]


def nobody_spoke() -> str:
    return _("Neither side added anything.")


def scored(total: Decimal, predikat: Predikat) -> str:
    return f"{words.number(total)} ({results.PREDIKAT[predikat]})"


def verdict(changed: bool) -> str:
    if changed:
        return _("The objection is accepted; the result is changed.")
    return _("The objection is not accepted; the result stays as it was.")


def level(name: str, before: int, after: int) -> str:
    return _("{name}: level {before} becomes {after}").format(
        name=name, before=before, after=after
    )


def closing() -> str:
    return _(
        "This decision is final. These minutes are made from what was recorded when it was "
        "decided, and anybody who holds them can check them by the code below."
    )


def attached(number: str) -> str:
    return _("Minutes {number}, as PDF above.").format(number=number)


def none_yet() -> str:
    return _("There are minutes once the objection is decided.")


def file_name(number: str) -> str:
    return f"berita-acara-{number.replace('/', '-').lower()}.pdf"
