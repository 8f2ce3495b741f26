"""Thanks between colleagues in October and November: some shown, one pair that is conspicuous."""

from __future__ import annotations

from datetime import date, timedelta

from bot.office.desk import Office
from bot.rules.thanks import week_of
from storage import agreement, audit, thanks
from storage.columns import vault_of
from storage.thanks import Thanks

SAID = (
    ("agus", "sari", "kolaboratif", "Membantu menyusun arsip loket sampai selesai.", 2, True),
    (
        "lain5",
        "sari",
        "berorientasi_pelayanan",
        "Sabar mendampingi pemohon lansia.",
        9,
        False,
    ),
    ("putri", "bagas", "kompeten", "Mengajari saya aplikasi antrean pada hari pertama.", 4, False),
    ("irwan", "tenri", "harmonis", "Mendengarkan sebelum memutuskan jadwal piket.", 5, True),
)
"""Giver, receiver, value, sentence, day of November, whether shown."""
OFTEN = ("lain13", "lain14")


def thank(office: Office) -> None:
    """And two who thank one another week after week, so that there is something to look at."""
    for giver, receiver, value, text, day, shown in SAID:
        _give(office, giver, receiver, value, text, date(2026, 11, day), shown=shown)
    for week in range(3):
        then = date(2026, 10, 15) + timedelta(weeks=week)
        for giver, receiver in (OFTEN, OFTEN[::-1]):
            _give(office, giver, receiver, "loyal", "Selalu ada bila diperlukan.", then)
    sari, at = office.ids["sari"], office.at("sari", date(2026, 11, 9), 9)
    thanks.put_consent(office.session, sari, at, given=True)
    audit.record(office.session, at, sari, "thanks.count", f"employee/{sari}")


def _give(
    office: Office, giver: str, receiver: str, value: str, text: str, day: date,
    *, shown: bool = False,
) -> None:  # fmt: skip
    at = office.at(giver, day, 15)
    row = Thanks(
        giver_id=office.ids[giver], receiver_id=office.ids[receiver], value=value, text=text,
        week=week_of(day), given_at=at, sent_at=at, shown=shown,
    )  # fmt: skip
    number = thanks.draft(office.session, row)
    said = agreement.mark(vault_of(office.session), value, text)
    facts, about = {"receiver": row.receiver_id, "said": said}, f"thanks/{number}"
    audit.record(office.session, at, row.giver_id, "thanks.send", about, facts)
    if shown:
        audit.record(office.session, at, row.receiver_id, "thanks.show", about)
