"""Changing and cancelling, and the code in the room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules.forums import Meeting
from bot.texts import forums, words
from bot.texts.forums import drafts
from bot.texts.language import _

TIME = _("Another time")
PLACE = _("Another place")
TELL = _("Send the change")
FORGET = _("Leave as it is")
REALLY = _("Yes, cancel it")


def changing(
    meeting: Meeting,
    new_start: datetime | None,
    new_place: str,
    warnings: Sequence[str],
    series: str = "",
) -> str:
    lines = [_("<b>Change</b> · {title}").format(title=forums.title(meeting)), ""]
    lines.append(_("Time: {time}").format(time=words.moment(meeting.start)))
    if new_start:
        lines.append(_("→ new: <b>{time}</b>").format(time=words.moment(new_start)))
    lines.append(forums.where(meeting.place))
    if new_place:
        lines.append(_("→ new: <b>{time}</b>").format(time=words.safe(new_place)))
    lines += ["", drafts.noted(warnings)] if warnings else []
    lines += ["", series] if series else []
    if new_start or new_place:
        end = _("Nobody has been told yet. Press Send: everybody is told once.")
    else:
        end = _("What do you want to change?")
    return "\n".join([*lines, "", end])


def ask_time(meeting: Meeting) -> str:
    return "\n\n".join(
        [
            _("<b>Another time</b> · {title}").format(title=forums.title(meeting)),
            _("Now: {value}").format(value=words.moment(meeting.start)),
            _(
                "Type the new day and hour, for example: tomorrow at 9 am, or "
                "1 December 2026 at 09.00."
            ),
        ]
    )


def ask_place(meeting: Meeting) -> str:
    return "\n\n".join(
        [
            _("<b>Another place</b> · {title}").format(title=forums.title(meeting)),
            _("Now: {value}").format(value=words.safe(meeting.place)),
            _("Type the new room, address or link."),
        ]
    )


def ask_reason(meeting: Meeting) -> str:
    head = _("<b>Cancel</b> · {title}").format(title=forums.title(meeting))
    return f"{head}\n\n" + _(
        "Why is it cancelled? Type the reason; everybody invited reads it. "
        "You are asked once more before anybody is told."
    )


def confirm_cancel(meeting: Meeting, reason: str) -> str:
    return "\n\n".join(
        [
            _("<b>Cancel</b> · {title}").format(title=forums.title(meeting)),
            words.moment(meeting.start),
            _("Reason: {reason}").format(reason=words.safe(reason)),
            _("This cannot be undone. Cancel it and tell everybody? You may type another reason."),
        ]
    )


def code(
    meeting: Meeting, shown: str | None, now: datetime, opens: datetime, attended: int, coming: int
) -> str:
    head = _("<b>Attendance code</b> · {title}").format(title=forums.title(meeting))
    if shown is None and now < opens:
        return f"{head}\n\n" + _("The code is shown from {time}.").format(time=words.moment(opens))
    if shown is None:
        return f"{head}\n\n" + _("Attendance is closed. Attended: {count}.").format(count=attended)
    return "\n\n".join(
        [
            head,
            f"<code>{shown[:3]} {shown[3:]}</code>",
            _("Code of {time} {zone}; a new one every minute.").format(
                time=words.clock(now), zone=words.zone_name(now.tzinfo)
            ),
            _("Attended: {attended} of {coming} coming.").format(attended=attended, coming=coming),
            _("Show it in the room or on the screen. Press Refresh for the present one."),
        ]
    )


def enter(meeting: Meeting, outcome: str, again_at: datetime | None) -> str:
    lines = [_("<b>Attendance</b> · {title}").format(title=forums.title(meeting))]
    if outcome:
        lines.append(_outcome(outcome, again_at))
    if outcome not in ("locked", "full"):
        lines.append(_("Type the six digits that the host shows right now."))
    return "\n\n".join(lines)


def _outcome(outcome: str, again_at: datetime | None) -> str:
    match outcome:
        case "old":
            return _("That code has expired. Please type the one that is shown now.")
        case "foreign":
            return _("That code belongs to another forum. Please type the one of this forum.")
        case "full":
            return _("All seats are taken. Please tell the host that you are there.")
        case "locked":
            time = words.clock(again_at) if again_at else "-"
            return _("Too many wrong codes. Please try again at {time}.").format(time=time)
        case _:
            return _("That code is not right. Please check the six digits.")


def not_yet(meeting: Meeting, opens: datetime, now_over: bool) -> str:
    head = _("<b>Attendance</b> · {title}").format(title=forums.title(meeting))
    return f"{head}\n\n{forums.doors_closed(opens, over=now_over)}"


def was_there(meeting: Meeting, at: datetime) -> str:
    head = _("<b>Attendance</b> · {title}").format(title=forums.title(meeting))
    return f"{head}\n\n" + _("Your attendance was noted at {time}.").format(time=words.moment(at))
