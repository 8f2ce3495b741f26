"""Who left in a quarter is rated for the days served, on both databases."""

from __future__ import annotations

from datetime import date

import pytest

from bot.actions import appraisals, publication, receipts
from bot.rules.schemes import Source
from storage import employees, postings
from storage.appraisals import Appraisal
from storage.database import Database
from storage.employees import Employee
from storage.results import Result
from tests.actions.test_awards import RATING, Stage
from tests.actions.test_publication import letters
from tests.actions.test_serving import asked, days
from tests.quarter import tick

WHY = "Pegawai yang tersisa sedang tugas belajar."
MOVED, LEFT = date(2026, 8, 1), date(2026, 8, 31)  # 31 days under each


@pytest.fixture
def stage(database: Database) -> Stage:
    made = Stage(database)
    with database.transaction() as session:
        postings.bring(session, date(2026, 1, 5))
    return made


def leaves(stage: Stage, who: str, day: date = LEFT) -> None:
    with stage.database.transaction() as session:
        person = session.get(Employee, stage.ids[who])
        assert person is not None
        person.left_on = day
    tick(stage.database, RATING)


def test_the_superior_rates_them_and_hr_hands_the_result_over(stage: Stage) -> None:
    leaves(stage, "dedi")
    assert asked(stage, "dedi") == {"budi"}
    listed = stage.does("budi", appraisals.list_).people
    assert [one.name for one in listed if one.left] == ["Dedi Pratama"]
    shown = stage.does("budi", appraisals.person, stage.period, stage.ids["dedi"])
    assert (shown.left_on, shown.open) == (LEFT, True)
    stage.rates("budi", "dedi", 5)
    assert asked(stage, "dedi") == set()
    stage.to_calibration()
    stage.does("kepala", publication.write_reason, stage.period, WHY)
    stage.does("kepala", publication.sign, stage.period)
    tick(stage.database, stage.now)
    (result,) = stage.all(Result)
    assert (result.employee_id, result.total) == (stage.ids["dedi"], "120.00")
    assert letters(stage) == []
    waits = stage.does("maya", receipts.waiting_list)
    assert [(name, why) for _, name, _, why in waits.items] == [("Dedi Pratama", "left")]
    at = stage.does("maya", receipts.one, waits.items[0][0])
    assert at.ready


def test_criterion_by_criterion_they_come_as_well(stage: Stage) -> None:
    employees_moved(stage, "yosef")
    leaves(stage, "dedi")
    here, seen = (stage.period, Source.SUPERIOR.value), set()
    for _ in range(3):
        at = stage.does("budi", appraisals.across, *here, 1)
        seen.add(at.name)
        stage.does("budi", appraisals.rate_across, *here, 1, at.employee_id, 4)
    assert {"Dedi Pratama", "Yosef Wanggai"} < seen
    assert stage.does("budi", appraisals.across, *here, 1).step == 2
    forms = {(one.employee_id, one.official_id) for one in stage.all(Appraisal)}
    assert {who for _, who in forms} == {stage.ids["budi"]}


def employees_moved(stage: Stage, who: str) -> None:
    """Under somebody else since so lately that only the superior of before rates."""
    with stage.database.transaction() as session:
        employees.put_superior(session, stage.ids[who], stage.ids["kepala"])
        postings.bring(session, date(2026, 9, 28))


def test_each_superior_they_had_is_asked_and_the_days_add_up(stage: Stage) -> None:
    with stage.database.transaction() as session:
        employees.put_superior(session, stage.ids["dedi"], stage.ids["kepala"])
        postings.bring(session, MOVED)
    leaves(stage, "dedi")
    assert days(stage, "dedi") == {"budi": 31, "kepala": 31}
    assert asked(stage, "dedi") == {"budi", "kepala"}


def test_a_superior_who_left_as_well_is_followed_by_the_next_one(stage: Stage) -> None:
    leaves(stage, "dedi")
    leaves(stage, "budi")
    assert asked(stage, "dedi") == {"kepala"}
    stage.rates("kepala", "dedi")
    stage.to_calibration()
    assert [one.total for one in stage.all(Result)] == ["100.00"]


def test_who_left_before_the_quarter_is_not_rated(stage: Stage) -> None:
    leaves(stage, "dedi", date(2026, 6, 30))
    assert asked(stage, "dedi") == set()
