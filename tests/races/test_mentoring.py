"""Two of a pair, or two officers, at once: every pair begins once, and nobody has two mentors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import inspect
from sqlmodel import Session, select

from bot.actions import mentoring
from bot.actions.me import Me, read_me
from bot.actions.mentoring.lapsing import lapse
from bot.actions.refusals import Refused
from bot.actions.spans import packed
from bot.rules.authority import Role
from bot.rules.mentoring import LAPSE_DAYS, State
from storage import mentoring as stored
from storage.audit import AuditEntry
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.grants import Grant
from storage.mentoring import Mentoring
from storage.outbox import Letter
from tests.cast import PEOPLE, employ
from tests.quarter import tick
from tests.races.between import between

NOW = datetime(2026, 9, 2, 3, tzinfo=UTC)


class Stage:
    """An office in which Sari asks for a mentor and Wayan offers to be one."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.transaction() as session:
            _, self.ids = employ(session)
            session.add(Grant(employee_id=self.ids["rina"], role=Role.HR, since=date(2026, 1, 1)))
        tick(database, NOW)
        self.does("wayan", mentoring.strength, "inovasi")
        self.does("sari", mentoring.goal, "inovasi")

    def me(self, session: Session, key: str, now: datetime = NOW) -> Me:
        me = read_me(session, PEOPLE[key][0], now)
        assert me is not None
        return me

    def act(self, key: str, work: Callable[..., Any], *args: Any) -> Callable[[Session], Any]:
        return lambda session: work(session, self.me(session, key), *args)

    def does(self, key: str, work: Callable[..., Any], *args: Any) -> Any:
        with self.database.transaction() as session:
            return self.act(key, work, *args)(session)

    def proposed(self) -> int:
        self.does("maya", mentoring.run)
        return self.pair().id or 0

    def all(self, table: type[Any]) -> list[Any]:
        with self.database.transaction() as session:
            return list(session.exec(select(table).order_by(*inspect(table).primary_key)))

    def pair(self) -> Mentoring:
        (row,) = self.all(Mentoring)
        assert isinstance(row, Mentoring)
        return row

    def trail(self, action: str) -> int:
        return sum(entry.action == action for entry in self.all(AuditEntry))

    def letters(self, template: str) -> int:
        return sum(one.template == template for one in self.all(Letter))


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database)


def test_both_say_yes_at_once_and_it_begins(stage: Stage) -> None:
    number = stage.proposed()
    between(
        stage.database,
        stage.act("wayan", mentoring.agree, number),
        stage.act("sari", mentoring.agree, number),
    )
    assert stage.pair().state == State.ACTIVE
    assert stage.trail("mentoring.start") == 1
    assert stage.letters("mentoring.started") == 1


def test_one_says_no_while_the_other_says_yes(stage: Stage) -> None:
    number = stage.proposed()
    _, late = between(
        stage.database,
        stage.act("wayan", mentoring.decline, number),
        stage.act("sari", mentoring.agree, number),
    )
    assert isinstance(late, Refused)
    assert stage.pair().state == State.DECLINED
    assert (stage.trail("mentoring.start"), stage.trail("mentoring.decline")) == (0, 1)
    assert stage.pair().declined_by == stage.ids["wayan"]


def test_both_end_it_at_once_with_one_result(stage: Stage) -> None:
    number = stage.proposed()
    stage.does("wayan", mentoring.agree, number)
    stage.does("sari", mentoring.agree, number)
    _, late = between(
        stage.database,
        stage.act("wayan", mentoring.end, number, "reached"),
        stage.act("sari", mentoring.end, number, "not_yet"),
    )
    assert isinstance(late, Refused)
    assert stage.pair().outcome == "reached"
    assert (stage.trail("mentoring.end"), stage.letters("mentoring.ended")) == (1, 1)


def test_two_officers_propose_at_once(stage: Stage) -> None:
    between(stage.database, stage.act("maya", mentoring.run), stage.act("rina", mentoring.run))
    assert stage.pair().state == State.PROPOSED
    assert stage.letters("mentoring.proposed") == 2


def test_a_mentor_withdraws_while_the_pair_is_proposed(stage: Stage) -> None:
    with stage.database.transaction() as session:
        mark = mentoring.preview(session, stage.me(session, "maya")).mark
    between(
        stage.database,
        stage.act("wayan", mentoring.stop, "offer"),
        stage.act("maya", mentoring.run, mark),
    )
    assert stage.all(Mentoring) == []
    assert stage.letters("mentoring.proposed") == 0


def test_both_note_the_same_meeting_at_once(stage: Stage) -> None:
    number = stage.proposed()
    stage.does("wayan", mentoring.agree, number)
    stage.does("sari", mentoring.agree, number)
    day = packed(NOW.date())
    between(
        stage.database,
        stage.act("wayan", mentoring.note, number, day, 45),
        stage.act("sari", mentoring.note, number, day, 60),
    )
    with stage.database.transaction() as session:
        (met,) = stored.meetings(session, number)
        assert met.minutes == 45
    stage.does("sari", mentoring.retract, met.id)
    assert stage.letters("mentoring.unmet") == 1
    stage.does("sari", mentoring.note, number, day, 60)


def test_who_does_not_answer_or_leaves_makes_room(stage: Stage) -> None:
    stage.proposed()
    late = NOW + timedelta(LAPSE_DAYS, hours=1)
    with stage.database.transaction() as session:
        assert not lapse(session, late - timedelta(2))
    assert stage.pair().state == State.PROPOSED
    with stage.database.transaction() as session:
        assert not lapse(session, late)
    assert stage.pair().state == State.LAPSED
    owed = [one for one in stage.all(Duty) if one.kind == DutyKind.ANSWER_MENTORING]
    assert [one.cancelled_at is not None for one in owed] == [True, True]
    assert stage.letters("mentoring.lapsed") == 2
    stage.does("maya", mentoring.run)  # asked anew, of their own will
    again = next(one for one in stage.all(Mentoring) if one.state == State.PROPOSED)
    for key in ("wayan", "sari"):
        stage.does(key, mentoring.agree, again.id)
    with stage.database.transaction() as session:
        person = session.get(Employee, stage.ids["wayan"])
        assert person is not None
        person.left_on = NOW.date()
        session.add(person)
    with stage.database.transaction() as session:
        lapse(session, late + timedelta(1))
    assert {one.state for one in stage.all(Mentoring)} == {State.LAPSED}
    assert stage.letters("mentoring.lapsed") == 3


def test_of_usefulness_only_five_answers_at_a_time_are_told(stage: Stage) -> None:
    """A mean seen before and after one more answer would tell that answer."""
    mentees = ("sari", "dedi", "yosef", "budi", "maya", "rina")
    with stage.database.transaction() as session:
        numbers = {
            key: stored.add(
                session,
                Mentoring(
                    mentor_id=stage.ids["wayan"], mentee_id=stage.ids[key], reason="asked",
                    state=State.ENDED, proposed_by=stage.ids["maya"], proposed_at=NOW,
                    started_on=NOW.date(), ended_on=NOW.date(), outcome="reached",
                ),
            )
            for key in mentees
        }  # fmt: skip

    def told() -> Any:
        return stage.does("kepala", mentoring.effect)

    for key in mentees[:4]:
        stage.does(key, mentoring.value, numbers[key], 5)
        stage.does("wayan", mentoring.value, numbers[key], 5)
    assert (told().mentees, told().mentors) == (None, None)
    stage.does("sari", mentoring.value, numbers["sari"], 4)
    stage.does("maya", mentoring.value, numbers["maya"], 5)
    stage.does("wayan", mentoring.value, numbers["maya"], 5)
    before = told()
    assert before.mentees is not None
    assert before.mentors is None  # five answers, but one mentor
    stage.does("rina", mentoring.value, numbers["rina"], 1)
    assert told() == before
    with pytest.raises(Refused) as refusal:
        stage.does("sari", mentoring.value, numbers["sari"], 1)
    assert refusal.value.code == "told"


def test_what_a_result_says_is_not_told_to_the_mentor_before_the_mentee_says_yes(
    stage: Stage,
) -> None:
    number = stage.proposed()
    with stage.database.transaction() as session:
        stored.change(session, number, [State.PROPOSED], goals="inovasi,produktivitas")
    assert len(stage.does("wayan", mentoring.card, number).goals) == 1  # what she asked for
    assert len(stage.does("sari", mentoring.card, number).goals) == 2
    stage.does("sari", mentoring.agree, number)
    assert len(stage.does("wayan", mentoring.card, number).goals) == 2
