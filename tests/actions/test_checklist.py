"""No automatic decision with legal effect: the clock alone gives nobody anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlmodel import select

from bot.actions import appraisals
from bot.rules.panel import View
from storage.adjustments import Adjustment
from storage.awards import Award
from storage.certificates import Certificate
from storage.corrections import Correction
from storage.database import Database
from storage.editions import FormerResult
from storage.objections import Objection
from storage.periods import Period
from storage.publication import Publication
from storage.receipts import Receipt
from storage.results import Result
from storage.sittings import Sitting
from storage.years import YearReport
from tests.actions.test_awards import Stage
from tests.actions.test_panel import says
from tests.quarter import tick

DECISIONS = (Publication, Receipt, Award, Certificate, Adjustment, Correction, FormerResult,
             Objection, YearReport)  # fmt: skip
MONTHS = 15


def test_however_long_the_clock_runs_nothing_is_decided_without_a_person(
    database: Database,
) -> None:
    """Everything is rated and found too high; then nobody does anything for more than a year."""
    stage = Stage(database)
    for who in ("sari", "dedi", "yosef"):
        stage.rates("budi", who, 5)
    stage.to_calibration()
    says(stage, "wayan", View.HIGH)
    before = {one.employee_id: (one.total, one.edition) for one in stage.all(Result)}
    for month in range(MONTHS):
        tick(database, datetime(2026, 10, 20, 3, tzinfo=UTC) + timedelta(days=30 * month))
    after = [one for one in stage.all(Result) if one.period_id == stage.period]
    assert {one.employee_id: (one.total, one.edition) for one in after} == before
    assert {table.__name__: len(stage.all(table)) for table in DECISIONS} == {
        table.__name__: 0 for table in DECISIONS
    }
    [sitting] = stage.all(Sitting)
    assert sitting.state == "closed", "views are counted, and nothing follows from them"
    with database.transaction() as session:
        this = session.exec(select(Period).where(Period.id == stage.period)).one()
        assert this.state == "calibration", "no quarter publishes itself"


def test_a_form_that_nobody_sends_is_no_rating(database: Database) -> None:
    stage = Stage(database)
    stage.fills("budi", "sari", 1)
    for month in range(3):
        tick(database, datetime(2026, 10, 20, 3, tzinfo=UTC) + timedelta(days=30 * month))
    assert stage.all(Result) == []
    form = stage.does("budi", appraisals.person, stage.period, stage.ids["sari"])
    assert form.state == "draft"
