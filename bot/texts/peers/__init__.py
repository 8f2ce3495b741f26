"""Sentences of /rekan: what waits, whom to propose, what is promised."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _

DOOR = (
    _("Colleagues"),
    _("/rekan: what you are asked about colleagues, and whom you propose to be asked."),
)
ANSWER = _("Answer about colleagues")
UPWARD = _("Feedback of my people")
PROMISE = _("What stays secret?")
BY_PERSON = _("Person by person")
ACROSS = _("Criterion by criterion")
GO_ON = _("Begin or go on")
STATES = {"": _("not yet"), "begun": _("begun"), "ready": _("ready to send"), "spent": _("sent")}


def home_title() -> str:
    return words.bold(_("Colleagues"))


def rating(year: int, quarter: int, waiting_: int, total: int, due: date, today: date) -> str:
    where = words.bold(words.quarter(year, quarter))
    if not total:
        return f"{where}\n" + _("You are not asked about anybody this quarter.")
    if not waiting_:
        return f"{where}\n" + _("You have answered everything you were asked. Thank you.")
    told = _("{count} people wait for your answer, until {day} ({left}).").format(
        count=waiting_, day=words.day(due), left=words.days_left(due, today)
    )
    return f"{where}\n{told}"


def drawn(year: int, quarter: int, from_day: date, proposed_: str) -> str:
    """Between the last day of proposals and the first of the window."""
    lines = [words.bold(words.quarter(year, quarter))]
    if proposed_:
        lines.append(_("You have proposed {name}.").format(name=words.safe(proposed_)))
    told = _("Proposals are closed and colleagues are drawn; the forms open on {day}.")
    lines.append(told.format(day=words.day(from_day)))
    return "\n".join(lines)


def nothing() -> str:
    return _("No quarter is running in which colleagues are asked.")


def promise(shown_from: int) -> str:
    """What anonymity promises, and its limit: said openly."""
    return "\n\n".join(
        [
            words.bold(_("What stays secret?")),
            _(
                "When the window closes, answers are stored without name, time or order, what you "
                "filled in is erased, and comments are cut into sentences and shuffled. The audit "
                "trail knows only that you have answered."
            ),
            _(
                "Results are shown after publication only, from {count} answers to a question; "
                "fewer are not kept. Whoever proposes or is asked about is not told who was drawn "
                "or who declined. HR sees about whom too few are asked, and knows only the "
                "colleagues it has named itself."
            ).format(count=shown_from),
            _(
                "The limit: while the window is open, your answers lie encrypted in the bot and "
                "its backups; who runs the bot and holds its key could read them until then. If "
                "everybody gives the highest or the lowest level, the figure says so. What you "
                "typed stays in your chat until you delete it."
            ),
        ]
    )


def queue(
    year: int, quarter: int, waiting_: int, total: int, due: date, today: date, *, is_open: bool
) -> str:
    title = words.bold(_("Asked about colleagues, {quarter}"))
    title = title.format(quarter=words.quarter(year, quarter))
    if not is_open:
        return f"{title}\n\n{window_closed()}"
    if not total:
        return f"{title}\n\n" + _("You are not asked about anybody this quarter.")
    told = _("Answered: {done} of {total}. Until {day} ({left}).").format(
        done=total - waiting_, total=total, day=words.day(due), left=words.days_left(due, today)
    )
    return f"{title}\n{told}"


def queue_line(name: str, state: str, *, upward: bool) -> str:
    who = words.safe(words.called(name))
    if upward:
        who += " (" + _("your superior") + ")"
    return f"• {who}: {STATES[state]}"


def queue_way(*, by_person: bool) -> str:
    if by_person:
        return _("You answer person by person. Press a name to see and send a form.")
    return _(
        "You answer one criterion about everybody, then the next: that is fairer. Press a name to "
        "see and send a form."
    )


def waiting(many: int) -> str:
    """For the menu: `3 rekan menunggu`."""
    return _("{count} colleagues wait").format(count=many)


def window_closed() -> str:
    return _("The window for colleagues is closed. Thank you for your help.")


def already_sent() -> str:
    return _("You have already sent this form; nobody can open it any more.")


def incomplete() -> str:
    return _("Something is still missing. The form says what.")


def too_short() -> str:
    return _("That is too short to be understood. Please write at least one sentence.")


def sent() -> str:
    return _("Sent. Thank you. Your answer will be stored without your name.")


def declined() -> str:
    return _("Noted. You will not be asked about this person, and nobody is told.")


def replied() -> str:
    return _("Your reply is sent to your superior and the evaluation team.")


def replied_already() -> str:
    return _("You have already replied; a reply is given once.")
