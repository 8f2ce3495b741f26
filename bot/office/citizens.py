"""Citizens of the demo: no account, a sheet at the counter, perhaps a ticket in hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.office.counters import Desks
from bot.office.desk import Office
from bot.office.mending import ASKS
from bot.office.people import JAYAPURA, MAKASSAR, SEMARANG
from bot.rules.surveys import codes
from storage import audit, surveys
from storage.columns import vault_of
from storage.surveys.tables import SurveyBatch

PRINTED, UNTIL = date(2026, 11, 9), date(2026, 11, 15)
SLIPS = 20


@dataclass(frozen=True, slots=True)
class Citizen:
    """A phone of the sandbox; `codes` are those that can be scanned, each with its label.

    `started`: has written to the bot before. `by_web`: has no Telegram and uses the page alone.
    """

    key: str
    telegram_id: int
    first_name: str
    last_name: str
    role: str
    zone: str
    codes: Sequence[tuple[str, str]]
    started: bool = False
    by_web: bool = False


def citizens(office: Office, desks: Desks) -> Sequence[Citizen]:
    """Four, at counters of three offices; printed tickets lie in Semarang."""
    here, south, east = (
        desks.counters[unit, "Loket 1"] for unit in (SEMARANG, MAKASSAR, JAYAPURA)
    )
    slips = _print(office, here[0])
    sheet = "Lembar kode QR Loket 1"
    return (
        Citizen("warsini", ASKS, "Warsini", "", "Warga, menunggu kabar perbaikan", "Asia/Jakarta",
                ((sheet, here[1]),), started=True),
        Citizen("slamet", ASKS + 1, "Slamet", "Riyadi", "Warga di Semarang", "Asia/Jakarta",
                (("Tiket kunjungan Loket 1", slips[0]), (sheet, here[1]))),
        Citizen("rosdiana", ASKS + 2, "Rosdiana", "", "Warga di Makassar, tanpa Telegram",
                "Asia/Makassar", ((sheet, south[1]),), by_web=True),
        Citizen("obaja", ASKS + 3, "Obaja", "Wenda", "Warga di Jayapura", "Asia/Jayapura",
                ((sheet, east[1]),)),
    )  # fmt: skip


def _print(office: Office, counter_id: int) -> Sequence[str]:
    """A stack of slips, printed yesterday by HR; their codes."""
    session, by, at = office.session, office.ids["maya"], office.at("maya", PRINTED, 8)
    row = SurveyBatch(
        counter_id=counter_id, tickets=SLIPS, printed=True, issued_by=by, issued_on=PRINTED,
        expires_on=UNTIL,
    )  # fmt: skip
    number = surveys.tickets.issue(session, row)
    facts = {"counter": counter_id, "tickets": SLIPS}
    audit.record(session, at, by, "surveys.tickets", f"surveybatch/{number}", facts)
    key = vault_of(session).key("survey tickets")
    return [codes.ticket_code(key, number, one) for one in range(SLIPS)]
