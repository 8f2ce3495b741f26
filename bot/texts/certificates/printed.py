"""Every word printed on a certificate, and the names of files."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from bot.texts.certificates.own import KINDS
from bot.texts.language import Language, _

TITLES = {
    "award": _("CERTIFICATE OF HONOUR"),
    "training": _("CERTIFICATE"),
}
AS = {
    "award": _("for work and example as"),
    "training": _("for having completed"),
}
WISHES = {
    "award": _("May it encourage to go on serving the public with all one's heart."),
    "training": _("May what was learned be of use in serving the public."),
}
FILES = {"award": "piagam", "training": "sertifikat"}


def fixed(kind: str) -> dict[str, str]:
    """The words that are the same on all of a kind."""
    return {
        "title": TITLES[kind],
        "to": _("is given to"),
        "as": AS[kind],
        "wish": WISHES[kind],
        "check": _("Is it genuine?"),
    }


def number(told: str, instead_of: str = "") -> str:
    said = _("Number: {number}").format(number=told)
    if not instead_of:
        return said
    return said + " " + _("(in place of number {number})").format(number=instead_of)


def standing(post: str, rank: str, unit: str) -> str:
    """`Analis, golongan III/a · Layanan`."""
    ranked = _("{post}, rank {rank}").format(post=post, rank=rank) if rank else post
    return " · ".join(filter(None, (ranked, unit)))


def ranked(rank: str) -> str:
    return _("Rank {rank}").format(rank=rank) if rank else ""


def given(city: str, day: date) -> str:
    """`Ditetapkan di Semarang, 16 Oktober 2026`."""
    said = format_date(day, "d MMMM y", locale=Language.INDONESIAN)
    if city:
        return _("Given at {city}, {day}").format(city=city, day=said)
    return _("Given on {day}").format(day=said)


def how(address: str, username: str) -> str:
    """How whoever holds the paper checks it."""
    if address:
        return _("Scan the QR code, or open {address} and type:").format(address=address)
    return _("Scan the QR code, or send this to @{username}:").format(username=username)


def signed() -> str:
    return _("This PDF bears the electronic signature of the office.")


def reason(kind: str, number_: str, code: str) -> str:
    """What the signature is for: ASCII, with the code in it."""
    return _("{kind} {number}, code {code}").format(kind=KINDS[kind], number=number_, code=code)


def file_name(kind: str, number_: str) -> str:
    return f"{FILES[kind]}-{number_.replace('/', '-').lower()}.pdf"
