"""Letters: invitation, change, cancelling, a free seat, reminders."""

from __future__ import annotations

from datetime import tzinfo

from bot.rules.forums import Answer, Meeting
from bot.texts import forums, words
from bot.texts.language import _

_HEADS = {
    "invited": _("<b>You are invited</b>"),
    "moved": _("<b>Time or place has changed</b>"),
    "cancelled": _("<b>Cancelled</b>"),
    "promoted": _("<b>A seat is free for you</b>"),
    "day": _("<b>Reminder</b>"),
    "hour": _("<b>Reminder: it starts within an hour</b>"),
}


def letter(
    what: str, meeting: Meeting, zone: tzinfo | None, answer: Answer, reason: str, series: str = ""
) -> str:
    """`series`: what the letter says of others of its series."""
    lines = [str(_HEADS[what]), "", forums.title(meeting), forums.when(meeting, zone)]
    if what == "cancelled":
        lines += ["", _("Reason: {reason}").format(reason=words.safe(reason))]
        lines += ["", series] if series else []
        return "\n".join(lines)
    lines += [forums.where(meeting.place), _("Host: {name}").format(name=words.safe(meeting.host))]
    lines += ["", series] if series else []
    return "\n".join([*lines, "", _end(what, answer)])


def _end(what: str, answer: Answer) -> str:
    if what == "promoted":
        return _("You were on the waiting list and now have a seat. Tell us if you cannot come.")
    if what == "moved" and answer is not Answer.NONE:
        return _("Please confirm your answer for the new time or place.")
    if what == "hour" or (what == "day" and answer is Answer.COMING):
        return _("You said that you are coming. See you there.")
    return _("Will you come? Press Coming or Not coming.")
