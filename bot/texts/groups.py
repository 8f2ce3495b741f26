"""Sentences of groups and channels that serve units."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.language import _

TITLE = _("Groups and channels")
CHOOSE = _("Choose a unit")
CHANGE = _("Another unit")
REALLY = _("Yes, connect")
END = _("Disconnect")
SEE, SEE_ONE = _("See the groups"), _("See the group")
NAME = 60


def whose(unit: str) -> str:
    """The group that posts go to; "" is the office's own."""
    if not unit:
        return _("the office's group or channel")
    return _("the group of {unit}").format(unit=_shown(unit))


def listed(groups: Sequence[tuple[str, str]], page: int, pages: int) -> str:
    head = words.bold(TITLE)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    if not groups:
        how = _(
            "No group is connected yet. Add the bot to a group or, as an administrator, to a "
            "channel; then it asks you here which unit the group is for."
        )
        return f"{head}\n\n{how}"
    lines = [f"• <b>{_shown(title)}</b>\n{_serves(unit)}" for title, unit in groups]
    return "\n".join([head, "", *lines, "", _("Choose a group to change or disconnect it.")])


def card(title: str, unit: str, since: date | None) -> str:
    lines = [words.bold(words.fitting(title, NAME)), _serves(unit)]
    if since is not None:
        lines.append(_("Connected on {day}").format(day=words.short_day(since)))
    told = _(
        "A unit's group gets the awards whose winners agreed, the forums that hosts announce, and "
        "the monthly survey result, also of the units below that have no group of their own."
    )
    return "\n".join([*lines, "", told])


def ask(title: str, page: int, pages: int) -> str:
    head = _("<b>Which unit is “{title}” for?</b>").format(title=_shown(title))
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    return f"{head}\n\n" + _("Announcements of this unit then go to the group.")


def check(title: str, unit: str, before: str) -> str:
    lines = [
        _("<b>Connect the group?</b>"),
        _("Group: <b>{title}</b>\nUnit: <b>{unit}</b>").format(
            title=_shown(title), unit=_shown(unit)
        ),
    ]
    if before:
        lines.append(
            _("Until now “{title}” has served this unit; it will serve it no longer.").format(
                title=_shown(before)
            )
        )
    lines.append(_("Everybody in the group reads what is announced there, also guests."))
    return "\n\n".join(lines)


def connected() -> str:
    return _("The group is connected.")


def connected_already() -> str:
    return _("The group serves this unit already.")


def disconnected() -> str:
    return _("The group is disconnected. The bot stays in it until somebody removes it.")


def asked(title: str) -> str:
    """In the private chat of whoever put the bot into a group."""
    return _("You have added me to “{title}”. Which unit is this group for?").format(
        title=_shown(title)
    )


def greeting(unit: str) -> str:
    """In the group itself."""
    return _(
        "Announcements of {unit} appear here from now on. Personal matters stay in the private "
        "chat with me."
    ).format(unit=words.bold(unit))


def lost(unit: str, goes: str | None) -> str:
    """To whoever connected a group that the bot was removed from; `goes` from `whose`."""
    told = _("I am no longer in the group of {unit}.").format(unit=words.bold(unit))
    if goes is None:
        return told + " " + _("Until there is another, no group gets the announcements.")
    return told + " " + _("Announcements go to {group} now.").format(group=goes)


def muted(title: str) -> str:
    """To whoever connected a group in which the bot may not write."""
    return _(
        "I may not write in “{title}”, so an announcement does not appear there. Please allow me "
        "to send messages, in a channel as an administrator; I try again for three days."
    ).format(title=_shown(title))


def _serves(unit: str) -> str:
    return _("Unit: {unit}").format(unit=_shown(unit)) if unit else _("Serves no unit yet")


def _shown(name: str) -> str:
    return words.safe(words.fitting(name, NAME))
