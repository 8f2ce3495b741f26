"""Yearly reports of the world, in each state in which somebody may do something about them."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session, select

from bot.actions.years.composing import compose, write
from storage import periods, results
from storage.periods import Period, SchemeVersion
from storage.results import Result
from storage.scheme_files import default_text
from storage.years import FINAL, FORWARDED, SIGNED, YearReport
from tests.authority.world import World
from tests.cast import JOINED
from tests.years import TEAM

REASON = "Pelayanan di loket menjadi lebih cepat bagi warga."
YEAR = 2025
RATED = ("sari", "yosef", "dedi", "budi", "maya")


def write_years(world: World, session: Session) -> None:
    """Reports of the year before.

    Sari's and Budi's lie with their superiors, Yosef's with the evaluation team; Dedi's is final,
    Maya's is written and not signed.
    """
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    _rate(world, session)
    scheme, team = (_scheme(session, version) for version in (1, 0))
    judged: dict[str, Any] = {
        "superior_at": now, "superior_by": ids["budi"], "judged_by": ids["budi"],
        "judged_at": now, "number": 1, "hasil_kerja": "met", "perilaku": "met",
        "predikat": "baik", "months": 3, "code": "1-0000-0000-0000-0000",
    }  # fmt: skip
    passed = {"superior_at": now, "superior_by": ids["budi"]}
    for name, key, superior, state, more in (
        ("year_signed", "sari", "budi", SIGNED, {"scheme_id": scheme}),
        ("year_to_pass", "budi", "kepala", SIGNED, {"scheme_id": team}),
        ("year_forwarded", "yosef", "budi", FORWARDED, {"scheme_id": team, **passed}),
        ("year_final", "dedi", "budi", FINAL, {"scheme_id": scheme, **judged}),
    ):
        composed = compose(session, ids[key], YEAR)
        assert composed is not None
        report = YearReport(
            year=YEAR, employee_id=ids[key], state=state, summary=REASON, turn=1, signed_at=now,
            parts=write(composed.result), total=str(composed.result.total),
            superior_id=ids[superior], **more,
        )  # fmt: skip
        session.add(report)
        session.flush()
        at[name] = report.id
    session.add(YearReport(year=YEAR, employee_id=ids["maya"], summary=REASON))


def _rate(world: World, session: Session) -> None:
    """The last quarter of that year is final, with results."""
    third = session.get_one(Period, world.at["period"])
    assert third.id is not None
    before = third.model_dump(exclude={"id"}) | {"year": YEAR, "quarter": 4, "state": "final"}
    assert periods.add(session, Period(**before))
    last = periods.of_quarter(session, YEAR, 4)
    known = results.of(session, third.id, world.cast.ids["sari"])
    assert last is not None
    assert known is not None
    copied = known.model_dump(exclude={"id", "employee_id", "period_id"})
    for key in RATED:
        employee_id = world.cast.ids[key]
        results.add(session, Result(**copied, employee_id=employee_id, period_id=last.id or 0))


def _scheme(session: Session, version: int) -> int:
    """The scheme in force, or (0) the one before it, by which the evaluation team judges."""
    since = date(YEAR, 1, 1)
    periods.add_scheme(session, 0, since, default_text().replace(*TEAM), JOINED)
    found = session.exec(select(SchemeVersion.id).where(SchemeVersion.version == version)).one()
    assert found is not None
    return found
