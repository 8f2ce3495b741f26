"""A quarter under several superiors, on both databases: who is asked, and for how many days."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import Session, select

from bot.actions import appraisals as acts
from bot.actions import scores, serving
from bot.actions.desk.reports import accept
from bot.actions.refusals import Refused
from bot.rules.schemes import Source
from storage import appraisals, employees, periods, postings, superior_reports
from storage.absences import Absence, Mandate
from storage.appraisals import Rating
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.postings import EVER, Posting
from storage.results import Result
from storage.superior_reports import SuperiorReport
from tests.actions.test_awards import RATING, Stage
from tests.factors import proves
from tests.quarter import tick

MOVED, LATE = date(2026, 9, 1), date(2026, 9, 25)  # 62 and 30 days of 92; 86 and 6


@pytest.fixture
def stage(database: Database) -> Stage:
    made = Stage(database)
    with database.transaction() as session:
        postings.bring(session, date(2026, 1, 5))
    return made


def moves(stage: Stage, who: str, to: str, day: date) -> None:
    with stage.database.transaction() as session:
        employees.put_superior(session, stage.ids[who], stage.ids[to])
        postings.bring(session, day)
    tick(stage.database, RATING)


def days(stage: Stage, who: str) -> dict[str, int]:
    names = {number: name for name, number in stage.ids.items()}
    with stage.database.transaction(reading=True) as session:
        period = periods.get(session, stage.period)
        assert period is not None
        found = serving.shared(session, period).get(stage.ids[who], {})
    return {names[number]: served for number, served in found.items()}


def asked(stage: Stage, about: str) -> set[str]:
    names = {number: name for name, number in stage.ids.items()}
    kind, period = DutyKind.APPRAISE, stage.period
    rows = [one for one in stage.all(Duty) if (one.kind, one.period_id) == (kind, period)]
    rows = [one for one in rows if not one.done_at and not one.cancelled_at]
    return {names[one.owner_id] for one in rows if one.about_id == stage.ids[about]}


def sends(session: Session, stage: Stage, official: str, about: str, level: int) -> None:
    by, whom, now = stage.ids[official], stage.ids[about], stage.now
    form = appraisals.begin(session, stage.period, whom, Source.SUPERIOR, by, by, now)
    assert form.id is not None
    for key in ("produktivitas", "akuntabel"):
        given = Rating(appraisal_id=form.id, indicator=key, level=level, at=now, by_id=by)
        appraisals.rate(session, given)
    assert appraisals.send(session, form.id, by, now)
    period = periods.get(session, stage.period)
    assert period is not None
    scores.settle(session, period, whom, now, by)


def test_the_roster_is_noted_once_and_every_change_from_its_day_on(stage: Stage) -> None:
    assert {one.since for one in stage.all(Posting)} == {EVER}
    before = len(stage.all(Posting))
    with stage.database.transaction() as session:
        postings.bring(session, MOVED)
    assert len(stage.all(Posting)) == before
    moves(stage, "sari", "kepala", MOVED)
    moves(stage, "sari", "wayan", MOVED)  # put right on the same day
    mine = [one for one in stage.all(Posting) if one.employee_id == stage.ids["sari"]]
    assert [(one.since, one.superior_id) for one in mine] == [
        (EVER, stage.ids["budi"]),
        (MOVED, stage.ids["wayan"]),
    ]


def test_both_superiors_of_a_moved_person_owe_a_rating(stage: Stage) -> None:
    assert asked(stage, "sari") == {"budi"}
    moves(stage, "sari", "kepala", MOVED)
    assert days(stage, "sari") == {"budi": 62, "kepala": 30}
    assert asked(stage, "sari") == {"budi", "kepala"}
    assert asked(stage, "dedi") == {"budi"}
    with stage.database.transaction() as session:
        sends(session, stage, "budi", "sari", 4)
    tick(stage.database, RATING)
    assert asked(stage, "sari") == {"kepala"}
    with stage.database.transaction() as session:
        sends(session, stage, "kepala", "sari", 2)
    tick(stage.database, RATING)
    assert asked(stage, "sari") == set()
    stage.to_calibration()
    (result,) = stage.all(Result)
    # (62 x 100 + 30 x 60) / 92 = 86.956...
    assert (result.total, result.raters) == ("86.96", 2)
    with stage.database.transaction(reading=True) as session:
        assert scores.agrees(session, session.exec(select(Result)).one())


def test_a_form_that_comes_after_the_close_weighs_its_days(stage: Stage) -> None:
    moves(stage, "sari", "kepala", MOVED)
    with stage.database.transaction() as session:
        sends(session, stage, "budi", "sari", 4)
    stage.to_calibration()
    (before,) = stage.all(Result)
    assert before.total == "100.00"
    with stage.database.transaction() as session:
        sends(session, stage, "kepala", "sari", 2)
    (result,) = stage.all(Result)
    assert result.total == "86.96"


def test_a_former_superior_finds_and_rates_whom_he_led(stage: Stage) -> None:
    moves(stage, "sari", "kepala", MOVED)
    moves(stage, "dedi", "kepala", LATE)
    moves(stage, "yosef", "kepala", LATE)
    listed = stage.does("budi", acts.list_, stage.period)
    assert [one.name for one in listed.people] == [
        "Dedi Pratama", "Sari Lestari, A.Md.", "Yosef Wanggai",
    ]  # fmt: skip
    assert listed.sent == 0
    form = sent_form(stage, "budi", "sari")
    card = stage.does("budi", acts.person, stage.period, stage.ids["sari"])
    assert (card.state, card.total) == (appraisals.SENT, 100)
    with pytest.raises(Refused, match="already_sent"):
        stage.does("budi", acts.start, stage.period, stage.ids["sari"])
    mine = stage.does("kepala", acts.person, stage.period, stage.ids["sari"])
    assert (mine.state, mine.total) == ("", None)
    with pytest.raises(Refused):
        stage.does("kepala", acts.indicator, form, 1)
    sent_form(stage, "kepala", "sari")
    assert stage.does("kepala", acts.person, stage.period, stage.ids["sari"]).total == 100
    for nobody in ("wayan", "maya", "sari"):
        with pytest.raises(Refused):
            stage.does(nobody, acts.start, stage.period, stage.ids["sari"])
    with pytest.raises(Refused):
        stage.does("kepala", acts.start, stage.period, stage.ids["dedi"])


def sent_form(stage: Stage, who: str, about: str) -> int:
    """Filled with what is as expected, and sent."""
    led = stage.does(who, acts.start, stage.period, stage.ids[about])
    number = int(led.args[0])
    for step in range(1, 12):
        stage.does(who, acts.rate, number, step, 4)
    stage.does(who, acts.send, number)
    return number


def test_a_superior_of_a_few_days_is_not_asked(stage: Stage) -> None:
    moves(stage, "sari", "kepala", LATE)
    assert days(stage, "sari") == {"budi": 86}
    assert asked(stage, "sari") == {"budi"}


def test_a_stand_in_is_asked_from_as_many_days_on(stage: Stage) -> None:
    def stands_in(until: date) -> None:
        with stage.database.transaction() as session:
            session.add(
                Mandate(
                    absent_id=stage.ids["budi"], holder_id=stage.ids["wayan"], kind="plt",
                    since=date(2026, 7, 1), until=until,
                )
            )  # fmt: skip

    stands_in(date(2026, 7, 2))
    assert days(stage, "sari") == {}
    stands_in(date(2026, 7, 31))
    assert days(stage, "sari") == {"wayan": 31, "budi": 61}


def test_long_leave_counts_for_nobody(stage: Stage) -> None:
    moves(stage, "sari", "kepala", MOVED)
    with stage.database.transaction() as session:
        session.add(
            Absence(
                employee_id=stage.ids["sari"], kind="long",
                since=date(2026, 7, 1), until=date(2026, 7, 31),
            )
        )  # fmt: skip
        session.add(
            Absence(
                employee_id=stage.ids["sari"], kind="annual",
                since=date(2026, 8, 3), until=date(2026, 8, 7),
            )
        )  # fmt: skip
    assert days(stage, "sari") == {"budi": 31, "kepala": 30}


def test_a_wrong_superior_put_right_leaves_the_former_one_noted(database: Database) -> None:
    stage = Stage(database)
    assert stage.all(Posting) == []
    sari, budi, kepala = (stage.ids[who] for who in ("sari", "budi", "kepala"))
    with database.transaction() as session:
        superior_reports.make(session, sari, budi, "Atasan saya Bapak Hendra.", RATING)
    proves(database, stage.ids["maya"], RATING)
    (report,) = stage.all(SuperiorReport)
    stage.does("maya", accept, report.id, kepala)
    mine = [one for one in stage.all(Posting) if one.employee_id == sari]
    assert [(one.since, one.superior_id) for one in mine] == [
        (EVER, budi),
        (RATING.date(), kepala),
    ]
