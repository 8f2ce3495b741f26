"""Late results of people with more than one superior, or whose superior has left since."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.actions import appraisals, publication, supplements
from bot.rules.periods import PeriodState
from storage import employees, periods, postings
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.results import Result
from tests.actions.test_awards import CALIBRATION, Stage
from tests.actions.test_publication import owed
from tests.actions.test_serving import MOVED
from tests.actions.test_supplements import LATE, WHY, comes, result_of
from tests.copies import copied
from tests.factors import proves
from tests.quarter import tick


@copied
def begun(database: Database) -> Stage:
    """Published with Sari alone; Yosef served 62 days under Budi and 30 under Wayan."""
    made = Stage(database)
    with database.transaction() as session:
        postings.bring(session, date(2026, 1, 5))
        employees.put_superior(session, made.ids["yosef"], made.ids["wayan"])
        postings.bring(session, MOVED)
    tick(database, made.now)
    made.rates("budi", "sari")
    made.to_calibration()
    made.does("kepala", publication.write_reason, made.period, WHY)
    made.does("kepala", publication.sign, made.period)
    tick(database, CALIBRATION)
    comes(made, LATE)
    return made


@pytest.fixture
def stage(database: Database) -> Stage:
    return begun(database)


def sends(stage: Stage, official: str, level: int) -> None:
    about = (stage.period, stage.ids["yosef"])
    number = int(stage.does(official, appraisals.start, *about).args[0])
    for step in range(1, 12):
        stage.does(official, appraisals.rate, number, step, level)
    stage.does(official, appraisals.send, number)


def signs(stage: Stage) -> Result:
    about = (stage.period, stage.ids["yosef"])
    proves(stage.database, stage.ids["kepala"], stage.now)
    stage.does("kepala", supplements.write_reason, *about, WHY)
    seen = stage.does("kepala", supplements.confirm, *about)
    stage.does("kepala", supplements.sign, *about, seen.mark)
    kept = result_of(stage, "yosef")
    assert kept is not None
    assert kept.total == str(seen.score.total), "what was seen is what is published"
    return kept


def asked(stage: Stage) -> list[Duty]:
    """Open duties to rate Yosef in that quarter."""
    about = (stage.period, stage.ids["yosef"])
    rows = owed(stage, DutyKind.APPRAISE)
    return [one for one in rows if (one.period_id, one.about_id) == about]


def test_each_form_weighs_the_days_served(stage: Stage) -> None:
    sends(stage, "budi", 5)
    sends(stage, "wayan", 4)
    # (62 x 120 + 30 x 100) / 92 = 113.478...
    assert signs(stage).total == "113.48"


def test_nobody_is_asked_any_more_once_one_form_is_published(stage: Stage) -> None:
    assert {one.owner_id for one in asked(stage)} == {stage.ids["budi"], stage.ids["wayan"]}
    sends(stage, "budi", 4)
    assert {one.owner_id for one in asked(stage)} == {stage.ids["wayan"]}
    signs(stage)
    assert asked(stage) == []
    without = stage.does("kepala", publication.missing, stage.period)
    assert "Yosef Wanggai" not in {one.name for one in without.items}


@pytest.mark.parametrize("final", [False, True])
def test_the_superior_of_today_follows_one_who_has_left_with_days_to_do_it(
    stage: Stage, final: bool
) -> None:
    leave = LATE.date()
    with stage.database.transaction() as session:
        if final:
            periods.move(session, stage.period, PeriodState.PUBLISHED, PeriodState.FINAL)
        for who in ("budi", "wayan"):
            session.get_one(Employee, stage.ids[who]).left_on = leave
        employees.put_superior(session, stage.ids["yosef"], stage.ids["kepala"])
    comes(stage, LATE + timedelta(days=1))
    (duty,) = asked(stage)
    assert duty.owner_id == stage.ids["kepala"]
    assert duty.due_on == leave + timedelta(days=8)


def test_the_head_has_seven_days_from_the_day_of_being_asked(stage: Stage) -> None:
    sends(stage, "budi", 4)
    comes(stage, LATE + timedelta(days=1))
    (duty,) = owed(stage, DutyKind.PUBLISH_LATE)
    assert duty.due_on == LATE.date() + timedelta(days=8)
