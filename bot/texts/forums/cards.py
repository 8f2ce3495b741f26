"""The list, the card, the guests, the calendar file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.rules.forums import Answer, Meeting
from bot.texts import forums, words
from bot.texts.language import _

TITLE = _("Forums")
NEXT_ONES = _("To come")
PAST_ONES = _("Past ones")
CALENDAR = _("Calendar (.ics)")
GUESTS = _("List of people")
CODE = _("Attendance code")
REFRESH = _("Refresh")
CHANGE = _("Change or cancel")
CALL_OFF = _("Cancel the forum")
TO_CARD = _("See the forum")
BACK, FORTH = "◀", "▶"

WHICH = {
    "coming": _("Coming"),
    "waiting": _("Waiting list"),
    "none": _("No answer"),
    "declined": _("Not coming"),
    "attended": _("Was there"),
}
STANDS: dict[str | None, str] = {
    None: _("you are the host"),
    Answer.COMING: _("you answered: coming"),
    Answer.DECLINED: _("you answered: not coming"),
    Answer.WAITING: _("you are on the waiting list"),
    Answer.NONE: _("you have not answered"),
}
_STATES = {
    "running": _("Under way now."),
    "over": _("It is over."),
}


def listing(past: bool, lines: Sequence[str], may_create: bool) -> str:
    head = f"<b>{TITLE}</b> · {PAST_ONES if past else NEXT_ONES}"
    if lines:
        said = _("Choose one to see it.") if past else _("Choose one to see it or to answer.")
        return "\n\n".join([head, said, "\n\n".join(lines)])
    if past:
        return head + "\n\n" + _("Nothing yet.")
    nothing = _("Nothing is planned for you.")
    if may_create:
        nothing += " " + _("You may call one yourself.")
    return f"{head}\n\n{nothing}"


def listed(start: datetime, topic: str, mark: str, answer: str | None) -> str:
    """`★ 12 Agt 2026: Berbagi praktik baik` and, below, where the reader stands."""
    name = words.bold(words.fitting(topic, 80))
    return f"{mark}{words.short_day(start.date())}: {name}\n{STANDS[answer]}"


def line(start: datetime, topic: str, mark: str) -> str:
    """A label of at most 24 characters: `12 Agt · Berbagi praktik`."""
    label = f"{mark}{words.short_day(start.date()).rsplit(' ', 1)[0]} · {topic}"
    return label if len(label) <= 24 else f"{label[:23]}…"


def card(
    meeting: Meeting,
    zone: tzinfo | None,
    state: str,
    reason: str,
    numbers: str,
    mine: str,
    to_do: str,
    order: str = "",
) -> str:
    lines = [forums.title(meeting), *([order] if order else [])]
    if state == "cancelled":
        lines.append(_("<b>Cancelled.</b> Reason: {reason}").format(reason=words.safe(reason)))
    elif state in _STATES:
        lines.append(f"<b>{_STATES[state]}</b>")
    lines += ["", forums.when(meeting, zone), forums.where(meeting.place)]
    lines.append(_("Host: {name}").format(name=words.safe(meeting.host)))
    lines.append(numbers)
    lines += ["", mine] if mine else []
    lines += ["", to_do] if to_do else []
    return "\n".join(lines)


def numbers(coming: int, waiting: int, declined: int, undecided: int, capacity: int) -> str:
    """Counts that everybody may know."""
    seats = words.number(coming)
    if capacity:
        seats = _("{coming} of {seats} seats").format(
            coming=words.number(coming), seats=words.number(capacity)
        )
    return _(
        "Coming {seats} · waiting list {waiting} · not coming {declined} · no answer {undecided}"
    ).format(seats=seats, waiting=waiting, declined=declined, undecided=undecided)


def host_numbers(unconfirmed: int, attended: int) -> str:
    """Counts for the host alone; empty when there is nothing to add."""
    parts = []
    if unconfirmed:
        parts.append(
            _("{count} answers were given before the change and are to be confirmed.").format(
                count=words.number(unconfirmed)
            )
        )
    if attended:
        parts.append(_("Attended: {count}.").format(count=words.number(attended)))
    return "\n".join(parts)


def my_answer(answer: Answer, ahead: int, unconfirmed: bool, attended: bool) -> str:
    """What I have said, and what that means now."""
    if attended:
        return _("Your attendance has been noted.")
    told = {
        Answer.NONE: _("You have not answered yet."),
        Answer.COMING: _("Your answer: <b>coming</b>."),
        Answer.DECLINED: _("Your answer: <b>not coming</b>."),
        Answer.WAITING: _(
            "You are on the <b>waiting list</b>, number {place}. You are told when a seat is free."
        ).format(place=ahead + 1),
    }[answer]
    if unconfirmed:
        told += " " + _("You gave it before the change: please confirm.")
    return told


def to_do(*, can_answer: bool, doors_open: bool) -> str:
    if can_answer:
        return _("Answer with a button; you can change it until the start.")
    return _("Enter the code that the host shows.") if doors_open else ""


def hosting(state: str, doors_open: bool) -> str:
    """What the host can do now."""
    if doors_open:
        return _("Show the attendance code in the room.")
    return _("You are the host.") if state != "cancelled" else ""


def guests(which: str, topic_count: int, unconfirmed: int) -> str:
    head = f"<b>{GUESTS}</b> · {WHICH[which]}: {words.number(topic_count)}"
    if unconfirmed:
        head += "\n" + _("* answered before the change")
    return head


def guest(number: int, name: str, unit: str, unconfirmed: bool, at: datetime | None) -> str:
    told = f"{number}. {words.safe(name)} ({words.safe(unit)})"
    if unconfirmed:
        told += " *"
    return told + (f" · {words.clock(at)} {words.zone_name(at.tzinfo)}" if at else "")


def nobody() -> str:
    return _("Nobody so far.")


def calendar(cancelled: bool) -> str:
    if cancelled:
        return _("Open the file above: it takes the forum out of your calendar.")
    return _("Open the file above to put the forum into your calendar. Opened again, it updates.")
