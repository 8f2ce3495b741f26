"""What has been kept for as long as its term says goes, with what hangs on it, and no sooner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from bot.rules.periods import PeriodState
from storage import duties
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.forums import Forum
from storage.periods import Period, SchemeVersion
from storage.personal.expiring import EXPIRING, expire, expired
from storage.questions import ForumQuestion, QuestionVote
from storage.reminders import Look, Reminder
from tests.cast import employ

OLD, NOW = datetime(2023, 5, 4, 3, tzinfo=UTC), datetime(2026, 5, 4, 3, tzinfo=UTC)
YEAR = date(2024, 1, 1)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as session:
        me = employ(session)[1]["sari"]
        for number, at in enumerate((OLD, NOW), 1):
            day = at.date()
            duties.owe(session, DutyKind.REPORT, me, day, day, object_id=number)
            duties.done(session, DutyKind.REPORT, at, object_id=number)
            session.add(
                Reminder(duty_id=number, stage="early", to_id=me, planned_at=at, tell_at=at)
            )
            session.add(Look(duty_id=number, looked_on=at.date()))
            session.add(
                Forum(
                    id=number, host_id=me, state="open", kind="forum", topic="Antrean",
                    zone="Asia/Jakarta", uid=str(number), created_at=at, starts_at=at, ends_at=at,
                )
            )  # fmt: skip
            session.flush()
            session.add(ForumQuestion(id=number, forum_id=number, writer_id=me, text="?"))
            session.flush()
            session.add(QuestionVote(question_id=number, voter_id=me))
        duties.owe(session, DutyKind.PLAN, me, OLD.date(), OLD.date())  # never done
        session.flush()
        yield session


def test_every_kind_goes_once_and_what_is_younger_or_open_stays(session: Session) -> None:
    due = {name: expired(session, name, YEAR) for name in EXPIRING}
    assert {name for name, many in due.items() if many} == {"question_votes", "reminders"}
    gone = {name: expire(session, name, YEAR, 10).rows for name in EXPIRING}
    hanging = ("question_votes", "questions", "reminders", "duties")
    assert {name for name, many in gone.items() if many} == set(hanging)
    assert [gone[name] for name in hanging] == [1, 1, 1, 1]
    assert sum(expire(session, name, YEAR, 10).rows for name in EXPIRING) == 0
    assert sum(expired(session, name, date(2027, 1, 1)) for name in EXPIRING) == 2


def test_duties_of_a_quarter_stay_as_long_as_its_results(session: Session) -> None:
    day = OLD.date()
    scheme = SchemeVersion(version=99, in_force_from=day, body="", added_at=OLD)
    session.add(scheme)
    session.flush()
    quarter = Period(
        year=2023, quarter=2, scheme_id=scheme.id or 0, formula="1", opens_on=day,
        submit_until=day, rate_until=day, calibrate_until=day, publish_on=day,
        state=PeriodState.RATING,
    )  # fmt: skip
    session.add(quarter)
    session.flush()
    me, number = session.exec(select(Duty.owner_id)).first() or 0, quarter.id or 0
    duties.owe(session, DutyKind.APPRAISE, me, day, day, period_id=number)
    duties.done(session, DutyKind.APPRAISE, OLD, period_id=number)
    expire(session, "reminders", YEAR, 10)
    assert expired(session, "quarter_duties", YEAR) == 0
    quarter.state = PeriodState.FINAL
    session.flush()
    kept = {name: expired(session, name, YEAR) for name in ("duties", "quarter_duties")}
    assert kept == {"duties": 1, "quarter_duties": 1}
    # Who had to rate whom explains a result for as long as there is one to explain.
    assert EXPIRING["quarter_duties"].keeping == "appraisals"
