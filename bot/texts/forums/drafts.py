"""What a host is asked, and the summary before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules.authority import Role
from bot.rules.forums import STEPS, Audience, Hint, Meeting
from bot.texts import forums, words
from bot.texts.language import _

START = _("New forum")
RESUME = _("Go on with draft")
DROP = _("Delete draft")
MARK = "✓ "
LEADERS = "atasan"

ROLES = {
    LEADERS: _("All superiors"),
    Role.HEAD.value: _("Heads of units"),
    Role.EVALUATION_TEAM.value: _("Evaluation team"),
    Role.HR.value: _("Human resources"),
    Role.INSPECTORATE.value: _("Inspectorate"),
}
AUDIENCES = {
    Audience.UNIT: _("My unit"),
    Audience.BELOW: _("My unit and all below"),
    Audience.UNITS: _("Choose units"),
    Audience.ROLE: _("Choose a role"),
    Audience.EVERYBODY: _("Everybody"),
}
LINE_LABELS = {
    "kind": _("Change kind"),
    "topic": _("Change topic"),
    "audience": _("Change participants"),
    "start": _("Change time"),
    "length": _("Change length"),
    "place": _("Change place"),
    "capacity": _("Change seats"),
}
_QUESTIONS = {
    "kind": _("What kind of meeting is it? Choose a button."),
    "topic": _("What is it about? Type the topic in one line, at most 120 characters."),
    "audience": _("Who is invited? Choose a button."),
    "start": _(
        "When does it start? Type day and hour as you would say it, for example: "
        "tomorrow at 9 am, next Tuesday at 1:30 pm, or 1 December 2026 at 09.00."
    ),
    "length": _("How long does it take? Choose a button, or type, for example: until 11:30."),
    "place": _("Where is it? Type the room, the address, or the link of the online meeting."),
    "capacity": _("How many seats are there? Type a number. Skip means without limit."),
}


def head(step: str) -> str:
    """`Langkah 3 dari 7 · Kegiatan baru`."""
    return f"<b>{words.step(STEPS.index(step) + 1, len(STEPS))}</b> · {START}"


def question(step: str, now_is: str, zone: str) -> str:
    """A step with its question; `now_is` is what is filled in."""
    parts = [head(step)]
    if now_is:
        parts.append(_("Now: {value}").format(value=words.safe(now_is)))
    parts.append(str(_QUESTIONS[step]))
    if step == "start":
        parts.append(_("The time is {zone}, that of your unit.").format(zone=zone))
    return "\n\n".join(parts)


def echo(moment: datetime, warnings: Sequence[str] = (), *, step: bool = True) -> str:
    """A typed time in full, to be confirmed."""
    parts = [head("start")] if step else []
    parts.append(_("You mean:\n{moment}").format(moment=words.bold(words.moment(moment))))
    parts += [noted(warnings)] if warnings else []
    parts.append(_("Is that right? Press Yes, or Change to type another time."))
    return "\n\n".join(parts)


def units(chosen: int, page: int, pages: int) -> str:
    lines = [head("audience"), _("Which units? Press to choose, press again to leave out.")]
    lines.append(
        _("Chosen: {count}. Page {page} of {pages}.").format(count=chosen, page=page, pages=pages)
    )
    lines.append(_("You may also type the name of a unit. Press Next when done."))
    return "\n\n".join(lines)


def unit(name: str, chosen: bool) -> str:
    """A label of at most 24 characters."""
    label = f"{MARK}{name}" if chosen else name
    return label if len(label) <= 24 else f"{label[:23]}…"


def roles() -> str:
    return f"{head('audience')}\n\n" + _("Which role is invited? Choose a button.")


def which_line() -> str:
    return _("<b>Summary</b> · Which line do you want to change?")


def audience(which: Audience, names: Sequence[str], role: str) -> str:
    """`Unit saya dan bawahannya: Layanan`, `Tim evaluasi`."""
    if which is Audience.ROLE:
        return str(ROLES[role])
    if which is Audience.EVERYBODY:
        return str(AUDIENCES[which])
    shown = ", ".join(names[:3]) + (f" +{len(names) - 3}" if len(names) > 3 else "")
    if which is Audience.BELOW:
        return _("{units} and all below").format(units=shown)
    return shown


def summary(
    meeting: Meeting,
    invited: str,
    people: int,
    minutes: int,
    warnings: Sequence[str],
    series: str = "",
) -> str:
    lines = [
        _("<b>Summary</b> · nothing has been sent yet"),
        "",
        forums.title(meeting),
        _("Time: {time}").format(time=words.moment(meeting.start)),
        *([series] if series else []),
        _("Length: {length}").format(length=forums.length(minutes)),
        forums.where(meeting.place),
        _("Invited: {who} ({count} people)").format(
            who=words.safe(invited), count=words.number(people)
        ),
        _("Seats: {seats}").format(seats=forums.seats(meeting.capacity)),
    ]
    lines += ["", noted(warnings)] if warnings else []
    lines += ["", _("Press Send: everybody gets one invitation, with buttons to answer.")]
    return "\n".join(lines)


def noted(warnings: Sequence[str]) -> str:
    return "\n".join([_("<b>Please note</b>"), *(f"• {warning}" for warning in warnings)])


def warning(hint: Hint, start: datetime, holiday: str) -> str:
    """What speaks against the time, in the zone of `start`."""
    zone = words.zone_name(start.tzinfo)
    match hint:
        case Hint.HOLIDAY:
            return _("{day} is a day off: {holiday}.").format(
                day=words.day(start.date()), holiday=words.safe(holiday)
            )
        case Hint.WEEKEND:
            return _("{day} is no working day for some of those invited.").format(
                day=words.day(start.date())
            )
        case Hint.PRAYER:
            return _("It falls into Friday prayer ({zone}, 11.30 to 13.00).").format(zone=zone)
        case Hint.FASTING:
            return _("It is in the fasting month, when the office closes at 15.00.")
        case Hint.HOURS:
            return _("It is partly outside working hours: it starts at {time} {zone}.").format(
                time=words.clock(start), zone=zone
            )


def busy_host() -> str:
    return _("You host another forum at that time.")


def busy_guests(busy: int, people: int) -> str:
    return _("{busy} of {people} people are invited to another forum then.").format(
        busy=words.number(busy), people=words.number(people)
    )
