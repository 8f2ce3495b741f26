"""Screens of what follows from a talk: one step, and why it is not needed any more."""

from __future__ import annotations

from datetime import date

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

DROP = _("Not needed any more")
DO_DROP, ASK_DROP = _("Drop it"), _("Propose not to pursue it")
KEEP, TAKE_BACK = _("It stays"), _("Take the proposal back")


def steps(count: int) -> str:
    head = words.bold(_("Next steps"))
    return head if count else f"{head}\n" + _("Nothing was agreed yet.")


def step(text: str, other: str, held_on: date) -> str:
    agreed = _("Agreed with {name} on {day}.")
    lines = [
        words.bold(_("A step agreed in a talk")),
        words.safe(text),
        agreed.format(name=words.safe(strip_titles(other)), day=words.day(held_on)),
    ]
    return "\n\n".join(lines)


def standing(owner: str, due: date, today: date, *, done: bool) -> str:
    """`owner` is "" where I do it."""
    if done:
        return _("Done.")
    until, left = words.day(due), words.days_left(due, today)
    if not owner:
        return _("By {day} ({left}).").format(day=until, left=left)
    said = _("{name} does it by {day} ({left}).")
    return said.format(name=words.safe(strip_titles(owner)), day=until, left=left)


def dropping(by: str, reason: str, *, mine: bool, dropped: bool) -> str:
    why = f"<i>{words.safe(reason)}</i>"
    if dropped:
        said = _("Not pursued. {name} wrote:").format(name=words.safe(strip_titles(by)))
    elif mine:
        said = _("You proposed to drop it and wait for the answer:")
    else:
        said = _("{name} proposes to drop it:").format(name=words.safe(strip_titles(by)))
    return f"{said}\n{why}"


def ask_why(text: str) -> str:
    return f"<i>{words.safe(text)}</i>\n\n" + _(
        "Why is this step not needed any more? Please type it, at most 200 characters. You both "
        "can read it."
    )


def confirm(text: str, reason: str, other: str, *, alone: bool) -> str:
    after = (
        _("It is not pursued from then on; {name} is told.")
        if alone
        else _("{name} is asked. Until then it stays to be done.")
    )
    lines = [
        f"<i>{words.safe(text)}</i>",
        _("Not needed any more because: {reason}").format(reason=words.safe(reason)),
        after.format(name=words.safe(strip_titles(other))),
    ]
    return "\n\n".join(lines)
