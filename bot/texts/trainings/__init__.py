"""Sentences of the first screen of training, of seats, and of letters."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import words
from bot.texts.language import _

DOOR = (_("Training"), _("/diklat: your hours of learning, courses that fit you, applications."))
COMMAND = _("training and hours of learning")
LEDGER = _("My JP")
QUEUE = _("Waits for me")
DESK = _("Training desk")


def home(
    bar: str, met: str, ceiling: str, proposed: Sequence[tuple[str, str]],
    living: Sequence[tuple[str, str]], more: int,
) -> str:  # fmt: skip
    blocks = [f"{words.bold(DOOR[0])}\n{bar}\n{met}"]
    if ceiling:
        blocks.append(ceiling)
    if proposed:
        lines = [_("Proposed to you:")]
        lines += [f"• {words.bold(name)}: {words.safe(why)}" for name, why in proposed]
        blocks.append("\n".join(lines))
    else:
        blocks.append(
            _("No course is proposed to you now. You may apply for any of the catalogue.")
        )
    if living:
        lines = [_("Your applications:")]
        lines += [f"• {words.safe(name)}: {state}" for name, state in living]
        lines += [_("and {count} more").format(count=more)] if more else []
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def begun() -> str:
    return _("This course has begun.")


def full() -> str:
    return _("All seats of this course are taken.")


def unpaid(source: str, year: int) -> str:
    return _(
        "The budget of {source} for {year} no longer pays a seat of this course. Choose another "
        "course, or ask HR (/diklat, training desk) whether the budget can be raised."
    ).format(source=words.safe(source), year=year)


def has_seat() -> str:
    return _("This person has a seat in this course already.")


def has_left() -> str:
    return _("This person is no longer in service.")


def no_such_training() -> str:
    return _("This course is not in the catalogue, or was called off.")


LETTERS = {
    "asked": _("An application for training waits for your word."),
    "answered": _("Your superior has answered your application for training."),
    "seated": _("You have a seat in a training course."),
    "listed": _("You have no seat in the course you applied for; you are on the waiting list."),
    "not_given": _("HR gave you no seat in the course you applied for. Why awaits you here."),
    "review": _("Please tell how useful the course was, and send the proof of it."),
    "ended": _("The result of your training is on record."),
    "corrected": _("The result of your training was corrected. What and why awaits you here."),
    "correction_asked": _("The correction of a training result waits for your decision."),
    "correction_decided": _("A decision was made on the correction you asked for."),
    "called_off": _("A course you applied for was called off."),
    "learned": _("Learning outside the office waits for your confirmation."),
    "credited": _("What you learned elsewhere was answered."),
    "moved": _("A course you applied for was moved to other days."),
    "hosting": _("You note attendance and results of a training course."),
    "proved": _("A participant has sent proof of a course that you run."),
    "proof_back": _("Your proof of a course came back with a reason."),
    "solved": _("The division of training seats is computed."),
    "given": _("A division of training seats waits for your signature."),
    "decided": _("The division of training seats was decided on."),
}
