"""Sentences of the invented unit in which people practise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.texts import words
from bot.texts.language import _

DOOR = _("Practise")
BEGIN, GO_ON = _("Begin to practise"), _("Go on practising")
ANEW, STEPS, LEAVE = _("Start over"), _("Steps"), _("End practice")
AS_EMPLOYEE, AS_SUPERIOR = _("Be Ayu, employee"), _("Be Surya, superior")
SEND, RATE, RATE_QUARTER = _("To my achievements"), _("Rate achievements"), _("Rate the quarter")
TO_RATING, TO_RESULT, SEE = _("End the quarter"), _("Publish results"), _("See the result")
MENU = _("Menu of the practice")


def about(*, begun: bool) -> str:
    lines = [
        words.bold(_("Practise in an invented unit")),
        _(
            "You play both sides: as an employee you send an achievement, as the superior you "
            "rate it, and at the end you see the published result. Everybody there is invented."
        ),
        _(
            "Nothing of it reaches your office: no letters, no statistics, no audit trail. Every "
            "screen is marked PRACTICE, and one tap ends it."
        ),
        _(
            "Your practice is kept for a week after your last step, also when the bot starts "
            "anew. Its calendar is invented, too: it begins on 10 November 2026."
        ),
    ]
    if begun:
        lines.append(_("You have begun: go on, or begin anew there."))
    return "\n\n".join(lines)


def marked(text: str, name: str) -> str:
    """A screen of the unit, said to be one before anything else."""
    mark = (
        words.bold(_("PRACTICE"))
        + " · "
        + _("you are {name}, nothing counts").format(name=words.safe(name))
    )
    return f"{mark}\n\n{text}"


def file_mark(caption: str) -> str:
    return _("PRACTICE") + (f" · {caption}" if caption else "")


def steps(done: Sequence[bool], now: datetime) -> str:
    told = (
        _("As Ayu: send an achievement"),
        _("As Surya: rate it"),
        _("End the quarter"),
        _("As Surya: rate Ayu's quarter"),
        _("Publish the results"),
        _("As Ayu: see the result and say that you have received it"),
    )
    following = done.index(False) if False in done else len(done)
    lines = [words.bold(_("Steps of the practice")), words.day(now.date())]
    listed = []
    for at, (step, was) in enumerate(zip(told, done, strict=True)):
        state = f" ({_('done')})" if was else ""
        line = f"{at + 1}. {step}{state}"
        listed.append(words.bold(line) if at == following else line)
    lines.append("\n".join(listed))
    if following == len(done):
        lines.append(_("That was everything. Begin anew, or end the practice."))
    return "\n\n".join(lines)


def left() -> str:
    return _("The practice is over. You are in your office again.")


def left_for_real() -> str:
    return _("This button is of your office. The practice is over for now.")


def begun_anew() -> str:
    return _("A new invented unit, everything from the beginning.")


def not_here() -> str:
    return _("That is not part of the practice. For the real screens press End practice.")


def rate_first() -> str:
    return _("Please rate Ayu's quarter first and send it: /nilai as Surya.")
