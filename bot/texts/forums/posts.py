"""The post about a forum in the office's group or channel."""

from __future__ import annotations

from bot.rules.forums import Meeting
from bot.texts import forums, words
from bot.texts.language import _

POST = _("Announce in the group")
REALLY = _("Yes, announce it")
ANSWER = _("Answer in private")
_CANCELLED = _("Cancelled")


def post(meeting: Meeting, where: str, *, cancelled: bool) -> str:
    """For everybody in the group: topic, time and place, and nobody's name."""
    lines = [forums.title(meeting), forums.span(meeting.start, meeting.end)]
    lines.append(
        forums.where(where) if where else _("Place: online, the link is in the invitation")
    )
    told = "\n".join(lines)
    if cancelled:
        return f"<b>{_CANCELLED}</b>\n\n<s>{told}</s>"
    return told + "\n\n" + _("Whoever is invited answers in the private chat with the bot.")


def preview(told: str, group: str) -> str:
    """`group` says where it goes."""
    head = words.bold(_("Announce it like this?"))
    warn = _(
        "Everybody in {group} reads it. It names nobody; please check that "
        "the topic names nobody either. When the time or place changes, or it is cancelled, the "
        "same message is changed."
    ).format(group=group)
    return "\n\n".join([head, told, warn])


def no_board() -> str:
    return _("This office has named no group or channel for announcements. Please ask HR.")


def too_late() -> str:
    return _("Only what is still to come can be announced.")


def posted() -> str:
    return _("It is being announced in the group.")


def posted_already() -> str:
    return _("It has been announced already; changes follow by themselves.")
