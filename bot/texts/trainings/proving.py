"""Sentences of files that prove what somebody learned."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import words
from bot.texts.achievements.filling import shorten
from bot.texts.achievements.items import FAULTS, KINDS, item
from bot.texts.language import _
from bot.texts.objections.exhibits import Line

HAND_IN = _("Send the proof")
SEE = _("See the files")


def attached(title: str, items: Sequence[Line], most: int, answer: str) -> str:
    head = words.bold(_("Proof: {title}").format(title=title))
    asked = _(
        "Send the certificate or another proof as photo or PDF, at most {most} files. Whoever "
        "confirms it sees them."
    ).format(most=most)
    told = [head, ""]
    if answer:
        told += [_("It came back: <i>{why}</i>").format(why=words.safe(answer)), ""]
    if not items:
        return "\n".join([*told, asked])
    asked += " " + _("Press one below to take it off.")
    return "\n".join([*told, *(item(*one) for one in items), "", asked])


def enough(most: int) -> str:
    return _("At most {most} files prove one course.").format(most=most)


def file_wanted() -> str:
    return _("Please send at least one file first: the certificate, or a picture of it.")


def still_coming() -> str:
    return _("A file is still being fetched. Please try again in a moment, or take it off.")


def take_off() -> str:
    return _("A file could not be kept. Please take it off first; another one may be sent.")


def handed_in_already() -> str:
    return _("This was sent already, or was decided on.")


def not_now() -> str:
    return _("Proof is sent once you were noted as present, and before the result is there.")


def handed_in() -> str:
    return _("Your proof was sent.")


def returned(name: str) -> str:
    return _("The proof went back to {name} with your reason.").format(name=name)


def letter_refused(kind: str, name: str, fault: str) -> str:
    shown = f"{KINDS.get(kind, kind)} {words.safe(shorten(name, 60))}".strip()
    return _(
        "A file that was to prove your learning could not be kept: {shown}, because {why}. "
        "Please send another one."
    ).format(shown=shown, why=FAULTS.get(fault, fault))
