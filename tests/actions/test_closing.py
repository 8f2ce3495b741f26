"""The close of rating, on both databases: every group counts, whoever dies between."""

from __future__ import annotations

import pytest
from sqlmodel import Session, select

from bot.actions import closing, publication, schemes, scores
from bot.actions.refusals import Refused
from bot.rules.appraisals import asked_of
from bot.rules.schemes import Source
from storage import appraisals, closings, editions, periods, results
from storage.appraisals import Rating
from storage.audit import AuditEntry
from storage.closings import Closing
from storage.database import Database
from storage.peers import PeerRelease, Side
from storage.results import Result
from tests.actions.test_awards import CALIBRATION, Stage
from tests.copies import copied
from tests.quarter import tick

RATED = ("sari", "dedi", "yosef")
REASON = "Pegawai yang tersisa sedang tugas belajar."


@copied
def begun(database: Database) -> Stage:
    """Three are rated, and calibration has not begun."""
    made = Stage(database)
    for who in RATED:
        made.rates("budi", who, level=4)
    return made


@pytest.fixture
def stage(database: Database) -> Stage:
    return begun(database)


def team_sends(stage: Stage, about: str, level: int, days: int | None = None) -> None:
    """A member of the evaluation team answers what the scheme asks of the team."""
    with stage.database.transaction() as session:
        period = periods.get(session, stage.period)
        assert period is not None
        member, now = stage.ids["wayan"], stage.now
        form = appraisals.begin(
            session, stage.period, stage.ids[about], Source.TEAM, member, member, now
        )
        assert form.id is not None
        form.days = days
        for one in asked_of(schemes.of_period(session, period), Source.TEAM):
            appraisals.rate(
                session,
                Rating(appraisal_id=form.id, indicator=one.key, level=level, at=now, by_id=member),
            )
        appraisals.send(session, form.id, member, now)


def totals(stage: Stage) -> dict[str, str]:
    names = {number: name for name, number in stage.ids.items()}
    return {names[one.employee_id]: one.total for one in stage.all(Result)}


def computed(stage: Stage) -> int:
    return sum(entry.action == "results.compute" for entry in stage.all(AuditEntry))


def closes(stage: Stage) -> None:
    stage.to_calibration()


def test_what_the_team_sent_counts_after_the_close(stage: Stage) -> None:
    team_sends(stage, "sari", 5)
    assert totals(stage) == dict.fromkeys(RATED, "100.00")
    closes(stage)
    # Work results: 65 with 70 x 100 + 30 x 120 and 10 with 60 x 100 + 40 x 120 make 106.27.
    assert totals(stage) == {"sari": "103.76", "dedi": "100.00", "yosef": "100.00"}
    assert computed(stage) == len(RATED) + 1
    mine = next(one for one in stage.all(Result) if one.employee_id == stage.ids["sari"])
    assert (mine.raters, mine.computed_by, mine.edition) == (2, None, 1)
    with stage.database.transaction(reading=True) as session:
        assert scores.disagreeing(session, 0, 10) == ([], None)


def test_it_goes_on_where_it_was_when_somebody_died(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who in RATED:
        team_sends(stage, who, 5)
    monkeypatch.setattr(closing, "CHUNK", 1)
    stage.now = CALIBRATION
    chunks = 0
    while True:
        with stage.database.transaction() as session:
            more = turns_and_closes(session, stage)
        if not more:
            break
        chunks += 1
        with pytest.raises(KeyboardInterrupt):
            dies(stage)
    assert set(totals(stage).values()) == {"103.76"}
    assert computed(stage) == 2 * len(RATED)
    (one,) = stage.all(Closing)
    assert (one.people, one.done) == (3, 3)
    assert one.finished_at is not None
    assert chunks >= len(RATED)


def dies(stage: Stage) -> None:
    """In the middle of a chunk, before it is kept."""
    with stage.database.transaction() as session:
        closing.close(session, stage.now)
        raise KeyboardInterrupt


def turns_and_closes(session: Session, stage: Stage) -> bool:
    period = periods.get(session, stage.period)
    assert period is not None
    periods.move(session, stage.period, "rating", "calibration")
    return closing.close(session, stage.now)


def test_nothing_is_published_before_all_is_computed(stage: Stage) -> None:
    with stage.database.transaction() as session:
        periods.move(session, stage.period, "rating", "calibration")
        closings.begin(session, stage.period, 3, stage.now)
        closings.advance(session, stage.period, 1, 2)
    stage.now = CALIBRATION
    card = stage.does("kepala", publication.card)
    assert card.ready.computing == (2, 3)
    with pytest.raises(Refused, match="computing"):
        stage.does("kepala", publication.confirm, stage.period)
    tick(stage.database, CALIBRATION)
    assert stage.does("kepala", publication.card).ready.computing is None


def test_a_decision_is_not_computed_away(stage: Stage) -> None:
    with stage.database.transaction() as session:
        result = session.exec(select(Result).where(Result.employee_id == stage.ids["sari"])).one()
        decided = {"total": "95.00", "parts": result.parts}
        by = stage.ids["kepala"]
        assert editions.replace(session, result, decided, by, stage.now, REASON) == 2
    team_sends(stage, "sari", 5)
    closes(stage)
    assert totals(stage)["sari"] == "95.00"


def test_days_in_office_weigh_superiors_against_each_other(stage: Stage) -> None:
    """92 days: 61 under one who gave 4 throughout, 31 under one who gave 2."""
    with stage.database.transaction() as session:
        about, other, now = stage.ids["sari"], stage.ids["kepala"], stage.now
        first = appraisals.sent_about(session, stage.period, about)[0]
        first.days = 61
        form = appraisals.begin(session, stage.period, about, Source.SUPERIOR, other, other, now)
        assert form.id is not None
        form.days = 31
        for key in appraisals.ratings(session, first.id or 0):
            appraisals.rate(
                session,
                Rating(appraisal_id=form.id, indicator=key, level=2, at=now, by_id=other),
            )
        appraisals.send(session, form.id, other, now)
    closes(stage)
    # (61 x 100 + 31 x 60) / 92 = 86.521739...
    assert totals(stage)["sari"] == "86.52"


def test_a_withdrawn_result_is_gone_and_the_trail_says_so(stage: Stage) -> None:
    with stage.database.transaction() as session:
        period = periods.get(session, stage.period)
        assert period is not None
        budi = stage.ids["budi"]
        assert scores.withdraw(session, period, stage.ids["sari"], stage.now, budi)
        assert results.of(session, stage.period, stage.ids["sari"]) is None
        assert not scores.withdraw(session, period, stage.ids["sari"], stage.now, budi)
    assert [e.action for e in stage.all(AuditEntry)][-1] == "results.withdraw"


def test_colleagues_count_as_far_as_they_may_be_told(stage: Stage) -> None:
    """Three answered on `kolaborasi`: 5, 5 and 4 are 113.33, and ten of 85 parts of the axis."""
    with stage.database.transaction() as session:
        session.add(
            PeerRelease(
                period_id=stage.period,
                side=Side.PEER,
                employee_id=stage.ids["sari"],
                answers=3,
                levels="kolaborasi:4,5,5",
                withheld="",
                closed_at=stage.now,
            )
        )
    closes(stage)
    # (75 x 100 + 10 x 113.33) / 85 = 101.57; 0.6 x 101.57 + 0.4 x 100 = 100.94.
    assert totals(stage) == {"sari": "100.94", "dedi": "100.00", "yosef": "100.00"}
    mine = next(one for one in stage.all(Result) if one.employee_id == stage.ids["sari"])
    assert mine.raters == 4
    with stage.database.transaction(reading=True) as session:
        assert scores.disagreeing(session, 0, 10) == ([], None)
