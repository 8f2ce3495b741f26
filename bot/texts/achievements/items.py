"""Sentences about single items of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from bot.rules.evidence import Fault
from bot.texts import words
from bot.texts.achievements.filling import shorten
from bot.texts.language import _

KINDS: Mapping[str, str] = {
    "photo": _("Photo"),
    "document": _("File"),
    "video": _("Video"),
    "audio": _("Sound"),
    "voice": _("Voice note"),
    "location": _("Location"),
    "link": _("Link"),
}
FAULTS: Mapping[str, str] = {
    Fault.EMPTY: _("the file is empty"),
    Fault.TOO_LARGE: _("larger than 10 MB"),
    Fault.KIND: _("this kind of file is not accepted"),
    Fault.BROKEN: _("the file is damaged"),
    Fault.PIXELS: _("the picture is too large (over 40 megapixels)"),
    Fault.LOCKED: _("the file is locked with a password"),
    Fault.ACTIVE: _("the file carries macros, scripts or other files"),
    Fault.SWOLLEN: _("the file is far larger inside than it seems"),
    Fault.PLACE: _("the video carries a track of places; please send it as a video, not a file"),
    Fault.UNSAFE: _("the file cannot be examined safely"),
    Fault.QUOTA: _("your room for evidence this quarter (200 MB) is used up"),
    Fault.UNEXAMINED: _("it could not be examined for a long time; please send it again"),
    Fault.UNREACHABLE: _("Telegram did not hand the file over; please send it again"),
}


def item(kind: str, name: str, text: str, state: str, fault: str) -> str:
    """One item of evidence: `• File surat.pdf`."""
    said = name or _said(kind, text)
    shown = f"• {KINDS.get(kind, kind)}"
    if said:
        shown += f" {words.safe(shorten(said, 60))}"
    if state == "waiting":
        return f"{shown} ⏳"
    if state == "refused":
        return f"{shown}: ✕ {FAULTS.get(fault, fault)}"
    return shown


def more(count: int) -> str:
    return _("and {count} more").format(count=count)


def item_label(kind: str, name: str, text: str) -> str:
    return f"✕ {KINDS.get(kind, kind)} {name or _said(kind, text) or text}".strip()


def coordinates(text: str) -> str:
    """`7,00512° LS, 110,42000° BT` of `-7.00512,110.42000`."""
    latitude, longitude = (Decimal(part) for part in text.split(","))
    south = _("{degrees}° south") if latitude < 0 else _("{degrees}° north")
    west = _("{degrees}° west") if longitude < 0 else _("{degrees}° east")
    return ", ".join(
        [
            south.format(degrees=words.number(abs(latitude))),
            west.format(degrees=words.number(abs(longitude))),
        ]
    )


def _said(kind: str, text: str) -> str:
    if kind == "location":
        return coordinates(text)
    return text if kind == "link" else ""
