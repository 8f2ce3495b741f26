"""What a superior reads of the own people's planned results."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.texts import words
from bot.texts.expectations.telling.lines import DEEDS, LISTED
from bot.texts.language import _


def team(year: int, quarter: int, waiting: int, without: int, total: int) -> str:
    title = _("Planned results of my people · {quarter}").format(
        quarter=words.quarter(year, quarter)
    )
    told = _("Of {total}: {waiting} wait for you, {without} have proposed nothing.")
    return f"{words.bold(title)}\n" + told.format(total=total, waiting=waiting, without=without)


def own_missing() -> str:
    return _(
        "Your own planned results are not agreed yet, so your people cannot choose which of them "
        "they support."
    )


def team_line(name: str, waiting: int, returned: int, agreed_: int) -> str:
    parts = []
    if waiting:
        parts.append("<b>" + _("{count} wait for you").format(count=waiting) + "</b>")
    if agreed_:
        parts.append(_("{count} agreed").format(count=agreed_))
    if returned:
        parts.append(_("{count} returned").format(count=returned))
    nothing = _("nothing proposed yet")
    return f"• {words.safe(name)}: {', '.join(parts) or nothing}"


def person(name: str, sex: int, year: int, quarter: int) -> str:
    who = words.bold(words.addressed(name, sex))
    return (
        who + "\n" + _("Planned results · {quarter}").format(quarter=words.quarter(year, quarter))
    )


def nothing_proposed() -> str:
    return _("Nothing has been proposed for this quarter yet.")


def waiting(count: int, since: datetime) -> str:
    return _("{count} wait for your agreement since {day}.").format(
        count=count, day=words.short_day(since.date())
    )


def returning(name: str, texts: Sequence[str]) -> str:
    lines = [_("What should {name} change?").format(name=words.bold(words.called(name)))]
    lines += [f"• {words.safe(words.fitting(text, LISTED))}" for text in texts[:DEEDS]]
    if len(texts) > DEEDS:
        lines.append(_("and {count} more").format(count=len(texts) - DEEDS))
    lines.append(_("Type one or two sentences; they go back with the proposal."))
    return "\n".join(lines)
