"""Materials of a forum: files and links."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.evidence import EvidenceState
from bot.rules.forums import Meeting
from bot.texts import words
from bot.texts.achievements.filling import shorten
from bot.texts.achievements.items import FAULTS, KINDS
from bot.texts.forums.records import head, turned
from bot.texts.language import _

MATERIALS = _("Materials")
OPEN_LINK = _("Open the link")
PRESENT_ONLY = _("Only who was there")
FOR_ALL = _("Everybody invited")

_STATES = {
    EvidenceState.WAITING: _("is being examined"),
    EvidenceState.REFUSED: _("could not be kept"),
}


def label_of(count: int) -> str:
    """`Bahan (3)`."""
    return str(f"{MATERIALS} ({count})" if count else MATERIALS)


def label(number: int, kind: str, name: str, text: str) -> str:
    return words.fitting(f"{number}. {name_of(kind, name, text)}")


def name_of(kind: str, name: str, text: str) -> str:
    """What a material is called: its file's name, its caption, or its address; not escaped."""
    if kind == "link":
        return text.removeprefix("https://")
    return str(name or text or KINDS.get(kind, kind))


def line(
    number: int, kind: str, name: str, text: str, state: str, fault: str, *, present: bool
) -> str:
    told = f"{number}. {words.safe(shorten(name_of(kind, name, text), 60))}"
    notes = [str(_STATES[EvidenceState(state)])] if EvidenceState(state) in _STATES else []
    notes += [str(FAULTS.get(fault, fault))] if fault else []
    notes += [PRESENT_ONLY.lower()] if present else []
    return f"{told} <i>({', '.join(notes)})</i>" if notes else told


def listing(
    meeting: Meeting, lines: Sequence[str], pages: tuple[int, int], most: int, *, hosting: bool
) -> str:
    blocks = [head(meeting, MATERIALS)]
    blocks.append("\n".join(lines) if lines else _("There are none so far."))
    blocks += turned(*pages)
    if hosting:
        blocks.append(
            _(
                "Send photos, PDF or Office files, or type a link that begins with https; at most "
                "{most} in all. Everybody invited may fetch them, unless you say otherwise."
            ).format(most=most)
        )
    elif lines:
        blocks.append(_("Press one to fetch it."))
    return "\n\n".join(blocks)


def single(meeting: Meeting, told: str, *, hosting: bool, present: bool) -> str:
    blocks = [head(meeting, MATERIALS), told]
    if hosting:
        who = str(PRESENT_ONLY if present else FOR_ALL)
        blocks.append(_("Who may fetch it: {who}.").format(who=who.lower()))
    return "\n\n".join(blocks)


def no_link() -> str:
    return _("That is no link. Please type an address that begins with https, or send a file.")


def enough(most: int) -> str:
    return _("A forum carries at most {most} materials.").format(most=most)


def put_there() -> str:
    return _("It is in the list. Files are examined first.")


def taken_away() -> str:
    return _("It has been taken away.")


def letter_refused(kind: str, name: str, fault: str) -> str:
    shown = f"{KINDS.get(kind, kind)} {words.safe(shorten(name, 60))}".strip()
    return _("A material of your forum could not be kept: {shown}, because {why}.").format(
        shown=shown, why=FAULTS.get(fault, fault)
    )
