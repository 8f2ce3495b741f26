"""Sentences of the dashboard that no screen of the chat has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import Language, _, language

TITLE = _("Dashboard")
BUTTON = _("Open the dashboard")
BACK, HOME = words.BACK, _("To the first page")
SKIP, WAYS, PAGES = _("To the contents"), _("Ways"), _("Pages")
EARLIER, LATER = _("Page before"), _("Next page")
UNITS = _("People and units")
SHARE, COUNT, VALUE, DUE = _("Share"), _("Count"), _("Value"), _("First due")
DUTY, PEOPLE_OWING = _("Duty"), _("People")
INDICATOR, QUARTER = _("Indicator"), _("Quarter")
OWED = _("Still owed, by duty")
PREDIKAT, COURSE, SEATS, HOURS = _("Predicate"), _("Course"), _("Seats free"), _("Hours")
NAME, NEXT_STEP, DAY = _("Name"), _("Next step"), _("Day")
ACTIVITY = _("Activity")
PATTERN = _("Against the pattern")
ADVICE = _("Advice")
ELEMENT, ELEMENTS, SERVICE, ANSWERS = (
    _("Element"), _("Elements"), _("Service"), _("Answers"),
)  # fmt: skip
LOW, HIGH, AIM = _("Lower bound"), _("Upper bound"), _("Share and aim")
AXIS, WEIGHT, POINTS, ADDS_UP = _("Axis"), _("Weight"), _("Points earned"), _("How it adds up")
MY_RESULT, WAY, RECORD = _("My result"), _("How I learned"), _("What counts")
LEARNED, SILENT_FOR = _("Learned this year"), _("Silent for a year")
SENT, IN_SERVICE = _("Sent this quarter"), _("In service")
SURE, FEW = _("Surely"), _("too few answers for a place")
NAMED, UNNAMED = _("Honoured within a year"), _("Overlooked")


def address(page: str) -> str:
    """Where the page opens, so that even what stands before it speaks the reader's language.

    Empty where there is none.
    """
    return f"{page}?lang=en" if page and language() is Language.ENGLISH else page


def opening() -> str:
    return _("One moment …")


def not_opened() -> str:
    """Where it was opened in some other way, or no script runs."""
    return _(
        "Does nothing happen? Please open the page with the button in the chat. It needs "
        "JavaScript for one thing only: to hand over what Telegram tells of you."
    )


def closed() -> str:
    return _(
        "This page can only be opened from the chat with the bot, and stays open for an hour. "
        "Please go back to the chat and press the button once more."
    )


def failed() -> str:
    return _("The page cannot be shown right now. Please try again in a moment.")


def no_such_page() -> str:
    return _("There is no such page, or it belongs to another visit.")


def footer(name: str, at: datetime) -> str:
    return _("Seen by {name}, {moment}. Numbers as in the chat.").format(
        name=strip_titles(name), moment=words.moment(at)
    )


def page_of(at: int, pages: int) -> str:
    return _("Page {at} of {pages}").format(at=at, pages=pages)


def radar_said(rows: Sequence[tuple[str, Decimal]]) -> str:
    """What the picture shows, for who cannot see it; not escaped."""
    told = ", ".join(f"{name} {words.number(value)}" for name, value in rows)
    return _("Radar: {values}").format(values=told)


def trend_said(rows: Sequence[tuple[str, Decimal]]) -> str:
    told = ", ".join(f"{name} {words.number(value)}" for name, value in rows)
    return _("Trend: {values}").format(values=told)


def nine_said(where: str) -> str:
    return _("Nine boxes with the area: {where}").format(where=where)


def spokes() -> str:
    return _("Each number at the edge is a line of the table.")


def short() -> str:
    """Marks a group that falls short."""
    return _("below the line")


def nobody_here() -> str:
    return _("There is nobody to compare here.")


def ready(some: int, of: int) -> str:
    return _("All conditions met: {ready} of {people}.").format(ready=some, people=of)


def long_in_rank(total: int) -> str:
    if not total:
        return _("Nobody on record is two years or longer in the rank.")
    return _("Two years or longer in the rank: {total}").format(total=total)


def share_aim(have: int, aim: int) -> str:
    return _("{have}%, aim {aim}%").format(have=have, aim=aim)


def jp() -> str:
    return _("1 JP is 45 minutes of learning.")


def nothing_learned() -> str:
    return _("Nothing is on record for this year yet.")


def no_course() -> str:
    return _("No course is announced at the moment.")


def lowest(element: str, value: Decimal) -> str:
    """Under the name of a service."""
    return _("lowest: {element} {value}").format(element=element, value=words.number(value))


def own_index(value: Decimal) -> str:
    """Under the name of a service, beside what is sure of it."""
    return _("own index {value}").format(value=words.number(value))
