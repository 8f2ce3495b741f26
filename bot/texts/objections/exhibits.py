"""Sentences about the files beside an objection."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import words
from bot.texts.achievements.filling import shorten
from bot.texts.achievements.items import FAULTS, KINDS, item
from bot.texts.language import _

SEE = _("See the evidence")
ATTACH = _("Attach evidence")

Line = tuple[str, str, str, str, str]
"""Kind, name, caption, state and fault."""


def attach_label(count: int) -> str:
    return str(f"{ATTACH} ({count})" if count else ATTACH)


def attached(items: Sequence[Line], most: int) -> str:
    title = words.bold(_("Evidence for your objection"))
    asked = _(
        "Send photos, PDF or Office files, at most {most}. The rater and the reviewer see them."
    ).format(most=most)
    if not items:
        return f"{title}\n\n{asked}"
    asked += " " + _("Press one below to take it off.")
    return "\n".join([title, "", *(item(*one) for one in items), "", asked])


def take_off_label(kind: str, name: str, caption: str) -> str:
    return words.fitting(f"✕ {name or caption or KINDS.get(kind, kind)}")


def enough(most: int) -> str:
    return _("An objection carries at most {most} files.").format(most=most)


def still_coming() -> str:
    return _("A file is still being fetched. Please try again in a moment, or take it off.")


def take_off() -> str:
    return _("A file could not be kept. Please take it off first; another one may be sent.")


def letter_refused(kind: str, name: str, fault: str) -> str:
    shown = f"{KINDS.get(kind, kind)} {words.safe(shorten(name, 60))}".strip()
    return _(
        "A file of your objection could not be kept: {shown}, because {why}. "
        "Everything else you wrote is kept."
    ).format(shown=shown, why=FAULTS.get(fault, fault))
