"""What HR has on record of a few careers, and one decision of the head."""

from __future__ import annotations

from datetime import date

from bot.office.desk import Office
from bot.rules.career import Fact
from storage import agreement, audit, career
from storage.career import CareerDecision, CareerFact
from storage.columns import vault_of

NOTED = date(2026, 11, 5)
FACTS: tuple[tuple[str, Fact, int, str, date], ...] = (
    ("sari", Fact.RANK_SINCE, 0, "", date(2023, 4, 1)),
    ("sari", Fact.POST_SINCE, 0, "", date(2023, 4, 1)),
    ("sari", Fact.CREDIT, 0, "37.50", date(2025, 12, 31)),
    ("sari", Fact.PREDIKAT, 2024, "baik", date(2024, 12, 31)),
    ("sari", Fact.PREDIKAT, 2025, "sangat_baik", date(2025, 12, 31)),
    ("sari", Fact.COMPETENCE, 0, "78.00", date(2025, 6, 12)),
    ("sari", Fact.POTENTIAL, 0, "74.00", date(2025, 6, 12)),
    ("sari", Fact.INTEGRITY, 0, "85.00", date(2025, 6, 12)),
    ("agus", Fact.RANK_SINCE, 0, "", date(2022, 4, 1)),
    ("agus", Fact.PREDIKAT, 2024, "baik", date(2024, 12, 31)),
    ("agus", Fact.PREDIKAT, 2025, "baik", date(2025, 12, 31)),
    ("putri", Fact.RANK_SINCE, 0, "", date(2024, 4, 1)),
)
REASON = "Dua tahun berturut-turut Baik dan empat tahun dalam pangkatnya; berkasnya lengkap."


def keep_careers(office: Office) -> None:
    """Put them on record, each in the trail."""
    hr = office.ids["maya"]
    at = office.at("maya", NOTED, 10)
    for key, kind, year, value, day in FACTS:
        row = CareerFact(
            employee_id=office.ids[key], kind=kind, year=year, value=value, day=day,
            recorded_by=hr, recorded_at=at,
        )  # fmt: skip
        number = career.add(office.session, row)
        facts = {
            "employee": row.employee_id, "kind": kind.value, "year": year, "value": value,
            "day": day.isoformat(),
        }  # fmt: skip
        audit.record(office.session, at, hr, "career.record", f"careerfact/{number}", facts)
    _decide(office, "agus", "promote")


def _decide(office: Office, key: str, kind: str) -> None:
    at, head = office.at("kepala", NOTED, 14), office.ids["kepala"]
    row = CareerDecision(
        employee_id=office.ids[key], kind=kind, reason=REASON, decided_by=head, decided_at=at
    )
    number = career.add(office.session, row)
    said = agreement.mark(vault_of(office.session), REASON)
    facts = {"employee": row.employee_id, "kind": kind, "said": said}
    audit.record(office.session, at, head, "career.decide", f"careerdecision/{number}", facts)
