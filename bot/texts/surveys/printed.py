"""Every word on the sheet of a counter and on the slips of tickets."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _

SHEET_FILE, SLIPS_FILE = "lembar-survei.pdf", "tiket-kunjungan.pdf"


def sheet(office: str, unit: str, service: str, counter: str, code: str) -> dict[str, str]:
    return {
        "office": office,
        "unit": unit,
        "service": service,
        "counter": counter,
        "code": code,
        "title": _("How were you served?"),
        "invitation": _("Tell us in two minutes. No name is needed."),
        "by_code": _("Number of this counter"),
        "promise": _(
            "Public satisfaction survey, PermenPANRB 14/2017. Nobody sees who answered. Ask for a "
            "visit ticket at the counter."
        ),
    }


def by_chat(username: str) -> str:
    return _("Scan with your phone, or write to @{bot} in Telegram").format(bot=username)


def by_page(address: str) -> str:
    return _("Without Telegram: scan here, or open {address} and type the number.").format(
        address=address
    )


def slips(unit: str, service: str, counter: str, until: date, how: str) -> dict[str, str]:
    return {
        "unit": unit,
        "service": service,
        "counter": counter,
        "title": _("Visit ticket"),
        "how": how,
        "until": _("For one answer, until {day}").format(day=words.short_day(until)),
    }


def how(username: str, address: str) -> str:
    """How a slip is used; the address without `https://`."""
    if address:
        return _("Scan, or type the number at {address}").format(address=address)
    return _("Scan, or send the number to @{bot} in Telegram").format(bot=username)
