"""Yearly reports of the world, in each state that somebody else may act on."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from bot.actions.years.composing import compose, write
from storage.years import FINAL, FORWARDED, SIGNED, YearReport
from tests.authority.world import World

REASON = "Pelayanan di loket menjadi lebih cepat bagi warga."


def write_years(world: World, session: Session) -> None:
    """Yearly reports: Sari's lies with Budi, Yosef's with the evaluation team, Dedi's is final."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    composed = compose(session, ids["sari"], 2026)
    assert composed is not None
    signed: dict[str, Any] = {
        "year": 2026, "summary": REASON, "scheme_id": composed.scheme_id, "signed_at": now,
        "parts": write(composed.result), "total": str(composed.result.total),
        "superior_id": ids["budi"], "turn": 1,
    }  # fmt: skip
    judged: dict[str, Any] = {
        "superior_at": now, "judged_by": ids["budi"], "judged_at": now, "number": 1,
        "hasil_kerja": "met", "perilaku": "met", "predikat": "baik", "months": 3,
    }  # fmt: skip
    for name, key, state, more in (
        ("year_signed", "sari", SIGNED, {}),
        ("year_forwarded", "yosef", FORWARDED, {"superior_at": now}),
        ("year_final", "dedi", FINAL, {**judged, "code": "1-0000-0000-0000-0000"}),
    ):
        report = YearReport(employee_id=ids[key], state=state, **signed, **more)
        session.add(report)
        session.flush()
        at[name] = report.id
