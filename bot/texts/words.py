"""Words that every screen shares: buttons, dates, numbers, names, and common refusals."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import lru_cache
from html import escape

from babel.dates import format_date, format_datetime

from bot.rules.people import strip_titles
from bot.texts.language import Language, _, language, ngettext

# Buttons that tests and habits rely on.
SEND = _("Send")
APPROVE = _("Approve")
RETURN = _("Return for changes")
REJECT = _("Reject")
CHANGE = _("Change")
NEXT = _("Next")
SKIP = _("Skip")
BACK = _("Back")
CANCEL = _("Cancel")
MENU = _("Menu")
OPEN = _("Open")
COMING = _("Coming")
NOT_COMING = _("Not coming")
YES = _("Yes")
NO = _("No")
DELETE = _("Delete")

ROMAN = ("I", "II", "III", "IV")
ZONE_NAMES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}


def safe(typed: str) -> str:
    """What a person typed, fit for HTML."""
    return escape(typed, quote=False)


_DEGREE_AT_END = re.compile(r"(\.[A-Za-z]{1,6}\.(?:</[bi]>)?)\.(?!\.)")


def one_dot(told: str) -> str:
    """`Disetujui oleh Rina, S.H.`: a degree at the end of a sentence ends it."""
    return _DEGREE_AT_END.sub(r"\1", told)


def bold(typed: str) -> str:
    return f"<b>{safe(typed)}</b>"


LABEL = 24


def fitting(label: str, most: int = LABEL) -> str:
    """A label that a phone shows whole: one line of at most `most` characters."""
    flat = " ".join(label.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"


def called(name: str) -> str:
    """A name without titles, fit for a button."""
    return fitting(strip_titles(name))


def day(value: date) -> str:
    """`Selasa, 1 Desember 2026`."""
    return _written(value, "EEEE, d MMMM y", language())


def short_day(value: date) -> str:
    """`1 Des 2026`."""
    return _written(value, "d MMM y", language())


@lru_cache(1000)
def _written(value: date, how: str, locale: str) -> str:
    return format_date(value, how, locale=locale)


def moment(value: datetime) -> str:
    """`Selasa, 1 Desember 2026 pukul 09.00 WITA`, in the zone the value carries."""
    return _("{day} at {time} {zone}").format(
        day=day(value.date()), time=clock(value), zone=zone_name(value.tzinfo)
    )


def clock(value: datetime) -> str:
    """`09.00`; in English `09:00`."""
    how = "HH.mm" if language() is Language.INDONESIAN else "HH:mm"
    return format_datetime(value, how, locale=language())


def zone_name(zone: tzinfo | None) -> str:
    """WIB, WITA or WIT; any other zone by its own name."""
    name = str(zone)
    return ZONE_NAMES.get(name, name)


def number(value: Decimal | int) -> str:
    """`1.286,67`, in English `1,286.67`; whole numbers without decimals."""
    written = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
    if language() is Language.ENGLISH:
        return written
    return written.replace(",", " ").replace(".", ",").replace(" ", ".")


def short_quarter(which: int) -> str:
    """`TW III`."""
    return _("Q {roman}").format(roman=ROMAN[which - 1])


def quarter(year: int, which: int) -> str:
    """`Triwulan II 2026`."""
    return _("Quarter {roman} {year}").format(roman=ROMAN[which - 1], year=year)


def days_left(due: date, today: date) -> str:
    """`3 hari lagi`, `hari ini`, `lewat 2 hari`."""
    days = (due - today).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days > 0:
        return _("in {days} days").format(days=days)
    return ngettext("{days} day overdue", "{days} days overdue", -days).format(days=-days)


def addressed(name: str, sex: int) -> str:
    """`Bapak Budi Santoso, S.Sos.` with the honorific; not escaped."""
    honorific = _("Mr") if sex == 1 else _("Mrs")
    return f"{honorific} {name}"


def step(number_: int, of: int) -> str:
    """`Langkah 3 dari 6`."""
    return _("Step {number} of {of}").format(number=number_, of=of)


def not_available() -> str:
    """One sentence for what is forbidden, gone, or never existed."""
    return _("This is not available to you, or no longer. Open /menu to go on.")


def stale() -> str:
    return _("This button is no longer valid. The screen has been refreshed.")


def changed_since() -> str:
    """What somebody is told whose screen shows what no longer is so."""
    return _("This has changed in the meantime. Please look at it once more.")


def already(at: datetime) -> str:
    """What a second press on a spent button is told."""
    return _("Already recorded at {time}.").format(time=clock(at))


def apology(reference: str) -> str:
    return _(
        "Sorry, something went wrong on our side. Nothing you sent is lost. "
        "Please try again in a moment. Reference number: {reference}"
    ).format(reference=reference)


def not_saved_yet() -> str:
    return _(
        "I cannot save anything at the moment, so what you just sent is not recorded yet. "
        "I keep trying by myself. If nothing has changed in three minutes, please open /menu "
        "and do it once more."
    )


def too_long(limit: int, length: int) -> str:
    return _(
        "The text is too long: {length} characters, at most {limit}. Please shorten it."
    ).format(length=number(length), limit=number(limit))


def only_text() -> str:
    return _("Please answer with text.")


SHARE_NUMBER = _("Share my number")


def file_not_shown(name: str) -> str:
    return _("The file {name} cannot be shown right now.").format(name=safe(name) or "-")


def private_only() -> str:
    """What a group or channel is told."""
    return _(
        "Teladan works in private chats only, so that personal matters stay personal. "
        "Please open a private chat with me."
    )


def unknown_command() -> str:
    return _("I do not know that command. Here is what you can do.")


def choose_button() -> str:
    return _("Please choose one of the buttons on the screen above.")


def not_text() -> str:
    return _("Please send a photo or a file here, or choose a button.")


def cannot_use() -> str:
    return _("I cannot use this kind of message. Please send text, a photo or a document.")
