"""Sentences of the evaluation team's rating, and of one criterion across everybody."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.appraisals import state_word
from bot.texts.language import _

SEND = _("Send what is complete")


def people(year: int, quarter: int, sent: int, total: int, until: date, today: date) -> str:
    title = _("Ratings of the evaluation team, {quarter}")
    lines = [words.bold(title.format(quarter=words.quarter(year, quarter)))]
    if total:
        lines.append(_("{sent} of {total} sent.").format(sent=sent, total=total))
    if sent < total:
        lines.append(
            _("To be finished by {day} ({left}).").format(
                day=words.day(until), left=words.days_left(until, today)
            )
        )
    return "\n".join(lines)


def line(name: str, state_: str) -> str:
    return f"• {words.safe(name)}: {state_word(state_)}"


def nobody() -> str:
    return _(
        "There is nobody for you to rate. Yourself, your superiors and those who answer to you "
        "are left to others."
    )


def nothing_asked() -> str:
    return _("The scheme of this quarter asks the evaluation team for no indicator.")


def how() -> str:
    return _(
        "Rate one person after the other, or one criterion across everybody: that is quicker and "
        "fairer. Nobody sees what others gave."
    )


def closed() -> str:
    return _("Rating by the evaluation team is not open now.")


def state(state_: str, open_: bool) -> str:
    if state_ == "sent":
        return _("Your rating has been sent and is final.")
    if not open_:
        return closed()
    return _("Your rating is {state}. Every tap is kept; you may stop at any time.").format(
        state=state_word(state_)
    )


def across_progress(rated: int, people_: int) -> str:
    return _("This criterion: {rated} of {people} rated.").format(rated=rated, people=people_)


def across_done(people_: int) -> str:
    if not people_:
        return _("There is nobody left to rate: every form has been sent, or rating is not open.")
    return _(
        "Every criterion has a level for everybody ({people}). Please open the list, look at each "
        "summary, and send."
    ).format(people=people_)
