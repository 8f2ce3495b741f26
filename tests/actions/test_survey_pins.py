"""The survey enters results: pinned when rating closes, computed again, found when changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from bot.actions import schemes, scores
from bot.actions.surveys import pinning
from bot.rules.schemes import Source
from storage import agreement, periods, results
from storage.agreement import Fault, Finding, Kind
from storage.audit import AuditEntry, Reader
from storage.database import Database
from storage.employees import Employee
from storage.postings import Posting
from storage.results import Result
from storage.surveys import pins
from storage.surveys.pins import SurveyIndex, SurveyMark, SurveyTally
from storage.surveys.tables import SurveyAnswer
from tests.actions.test_awards import Stage
from tests.copies import copied
from tests.surveys import answer, serve

DAY = date(2026, 8, 20)
KEY = "kepuasan_masyarakat"
RATED = ("sari", "dedi", "yosef")


@copied
def begun(database: Database) -> Stage:
    """Three are rated 4 throughout; the unit of Sari has forty answers, as good as can be."""
    made = Stage(database)
    for who in RATED:
        made.rates("budi", who, level=4)
    with database.transaction() as session:
        unit = session.get_one(Employee, made.ids["sari"]).unit_id
        service = serve(session, unit, "Loket")
        answer(session, service, DAY, [4] * 40)
        answer(session, service, DAY, [1] * 50, ticketed=False)
        answer(session, service, DAY, [1] * 50, standing="held")
        answer(session, service, date(2026, 6, 30), [1] * 50)
        answer(session, service, date(2026, 10, 1), [1] * 50)
    return made


@pytest.fixture
def stage(database: Database) -> Stage:
    return begun(database)


def survey_of(session: Session, stage: Stage, who: str) -> list[tuple[str, Decimal]]:
    """Indicator and value of every group that is the survey."""
    result = results.of(session, stage.period, stage.ids[who])
    assert result is not None
    return [
        (part.key, group.value)
        for axis in scores.read_parts(result).axes
        for part in axis.indicators
        for group in part.groups
        if group.group is Source.SURVEY
    ]


def findings(stage: Stage) -> list[Finding]:
    with stage.database.transaction() as session:
        found = agreement.findings(
            Reader(session.connection()), stage.database.vault, stage.now.date()
        )
        return [one for one in found if one.kind is Kind.SURVEY]


def disagreeing(stage: Stage) -> list[int]:
    with stage.database.transaction(reading=True) as session:
        return list(scores.disagreeing(session, 0, 100)[0])


def test_the_index_of_the_unit_gives_the_level(stage: Stage) -> None:
    with stage.database.transaction(reading=True) as session:
        assert survey_of(session, stage, "sari") == []
    stage.to_calibration()
    with stage.database.transaction(reading=True) as session:
        assert survey_of(session, stage, "sari") == [(KEY, Decimal("120.00"))]
        pinned = pins.of(session, stage.period, stage.ids["sari"])
        assert pinned is not None
        assert (pinned.answers, pinned.own, pinned.levels) == (40, "100.00", f"{KEY}:5")
        mine = results.of(session, stage.period, stage.ids["sari"])
        assert mine is not None
        assert mine.raters == 1, "the public is no rater"
    assert disagreeing(stage) == []
    assert findings(stage) == []
    pinned_once = [one for one in stage.all(AuditEntry) if one.action == "surveys.pin"]
    assert len(pinned_once) == 1


def test_what_happens_later_changes_nothing(stage: Stage) -> None:
    stage.to_calibration()
    with stage.database.transaction() as session:
        session.execute(delete(SurveyAnswer))
        period = periods.get(session, stage.period)
        assert period is not None
        pinning.pin(session, period, stage.now)
    assert disagreeing(stage) == []
    assert findings(stage) == []


@pytest.mark.parametrize("change", ["level", "sum", "tree", "value"])
def test_what_was_pinned_cannot_be_changed_unseen(stage: Stage, change: str) -> None:
    stage.to_calibration()
    done = {
        "level": update(SurveyIndex)
        .where(col(SurveyIndex.levels) != "")
        .values(levels=f"{KEY}:1"),
        "sum": update(SurveyTally).values(sums="80 80 80 80 80 80 80 80 80"),
        "tree": update(SurveyIndex).values(parent_id=None),
        "value": update(SurveyIndex).where(col(SurveyIndex.value) != "").values(value="25.00"),
    }[change]
    with stage.database.transaction() as session:
        session.execute(done)
    assert {one.fault for one in findings(stage)} == {Fault.DIFFERS}
    assert bool(disagreeing(stage)) == (change == "level")


def test_pins_that_nobody_recorded_or_that_are_gone_are_found(stage: Stage) -> None:
    stage.to_calibration()
    with stage.database.transaction() as session:
        for table in (SurveyMark, SurveyIndex, SurveyTally):
            session.execute(delete(table))
    assert [one.fault for one in findings(stage)] == [Fault.GONE]


def test_too_few_answers_leave_the_indicator_out(stage: Stage) -> None:
    with stage.database.transaction() as session:
        session.execute(delete(SurveyAnswer))
        service = session.exec(select(SurveyAnswer)).first()
        assert service is None
        unit = session.get_one(Employee, stage.ids["sari"]).unit_id
        answer(session, serve(session, unit, "Lain"), DAY, [4] * 29)
    stage.to_calibration()
    with stage.database.transaction(reading=True) as session:
        assert survey_of(session, stage, "sari") == []
        result = results.of(session, stage.period, stage.ids["sari"])
        assert result is not None
        assert KEY in scores.read_parts(result).left_out


def test_the_unit_of_the_quarters_last_day_counts(stage: Stage) -> None:
    """Dedi moved in October; the quarter ended before."""
    with stage.database.transaction() as session:
        dedi = session.get_one(Employee, stage.ids["dedi"])
        before = dedi.unit_id
        other = next(
            one.unit_id for one in session.exec(select(Employee)) if one.unit_id != before
        )
        session.execute(delete(Posting).where(col(Posting.employee_id) == dedi.id))
        for since, unit in ((date(1900, 1, 1), before), (date(2026, 10, 2), other)):
            session.add(Posting(employee_id=dedi.id or 0, since=since, unit_id=unit,
                                superior_id=dedi.superior_id))  # fmt: skip
        dedi.unit_id = other
    stage.to_calibration()
    with stage.database.transaction(reading=True) as session:
        pinned = pins.of(session, stage.period, stage.ids["dedi"])
        assert pinned is not None
        assert pinned.unit_id == before


def test_everybody_is_pinned_in_one_statement_a_chunk(stage: Stage) -> None:
    stage.to_calibration()
    assert len(stage.all(SurveyMark)) == len(stage.all(Result))
    with stage.database.transaction() as session:
        period = periods.get(session, stage.period)
        assert period is not None
        pinning.assign(session, period, [stage.ids["sari"]])
        assert schemes.of_period(session, period).surveys.fewest == 30
    assert len(stage.all(SurveyMark)) == len(stage.all(Result))
