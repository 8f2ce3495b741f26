"""Sentences of the quarterly report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.texts import words
from bot.texts.language import _

WRITE = _("Write my report")
DISCARD = _("Discard the draft")
RATED, WAITING = _("rated"), _("waiting")
DEEDS_SHOWN = 4
TITLE_LENGTH = 40


def none_opened() -> str:
    return _("No quarter has opened yet. You will be told as soon as there is a report to write.")


def heading(year: int, quarter: int) -> str:
    title = _("Report of {quarter}").format(quarter=words.quarter(year, quarter))
    return words.bold(title)


def deeds(listed: Sequence[tuple[str, bool]]) -> str:
    """Titles with whether each is rated; the rest is counted."""
    if not listed:
        return _("No achievements are recorded for this quarter yet. /prestasi records one.")
    lines = [_("Your achievements of this quarter:")]
    lines += deed_lines(listed)
    return "\n".join(lines)


def deed_lines(listed: Sequence[tuple[str, bool]]) -> list[str]:
    lines = [
        f"• {words.safe(short(title))} ({RATED if rated else WAITING})"
        for title, rated in listed[:DEEDS_SHOWN]
    ]
    if len(listed) > DEEDS_SHOWN:
        lines.append(_("and {count} more").format(count=len(listed) - DEEDS_SHOWN))
    return lines


def short(title: str) -> str:
    return title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 1].rstrip() + "…"


def question() -> str:
    return _("What mattered most this quarter? Type one to three sentences and send them here.")


def draft(text: str) -> str:
    return _("Your draft, not sent yet:") + f"\n<i>{words.safe(text)}</i>"


def check_draft() -> str:
    return _("Press {send} if it is right, or {change} to write it anew.").format(
        send=words.SEND, change=words.CHANGE
    )


def sent(text: str, at: datetime) -> str:
    when = _("Sent on {moment}:").format(moment=words.moment(at))
    return f"{when}\n<i>{words.safe(text)}</i>"


def may_change(due: date) -> str:
    return _("Your superior can read it. You may change it until {day}.").format(
        day=words.day(due)
    )


def due(day: date, today: date) -> str:
    return _("To be sent by {day} ({left}).").format(
        day=words.day(day), left=words.days_left(day, today)
    )


def fixed(*, rated: bool) -> str:
    if rated:
        return _("Your superior has rated this quarter, so the report stays as it is.")
    return _("The report can no longer be changed.")


def closed(*, rated: bool, due: date) -> str:
    if rated:
        return fixed(rated=True)
    return _(
        "The report could be changed until {day}. Open /laporan to read what you sent."
    ).format(day=words.day(due))


def too_short() -> str:
    return _("That is too short to say what mattered. Please write one to three sentences.")


def nothing_to_send() -> str:
    return _("There is no draft to send. Open /laporan to see your report.")


def sent_notice() -> str:
    return _("Your report has been sent.")
