"""Sentences of a result that is not there yet: what is outstanding, and with whom."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _


def heading(year: int, quarter: int) -> str:
    title = _("Result of {quarter}").format(quarter=words.quarter(year, quarter))
    return words.bold(title) + "\n" + _("Not published yet. This is how far it is:")


def report(reported: bool, due: date) -> str:
    if reported:
        return _("• Your report: sent.")
    return _("• Your report: not sent, with you (until {day}). Open /laporan.").format(
        day=words.day(due)
    )


def rating(superior: tuple[str, int] | None, state: str, due: date) -> str:
    if superior is None:
        return _("• Rating: nobody is listed as your superior; please ask the HR unit.")
    who = words.safe(words.addressed(*superior))
    if state == "sent":
        return _("• Rating: sent by {who}.").format(who=who)
    if state == "draft":
        text = _("• Rating: begun, with {who} (until {day}).")
    else:
        text = _("• Rating: not begun, with {who} (until {day}).")
    return text.format(who=who, day=words.day(due))


def unit(rated: int, owed: int) -> str:
    return _("• Your unit: {rated} of {owed} rated.").format(rated=rated, owed=owed)


def published_without(day: date) -> str:
    return _("• This quarter was published on {day}, without your result.").format(
        day=words.day(day)
    )


def late() -> str:
    return _("• Your result follows once the head has signed it. You will get a letter.")


def publication(day: date) -> str:
    return _("• Publication: by the head, planned for {day}. You will get a letter.").format(
        day=words.day(day)
    )
