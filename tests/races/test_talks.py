"""Both of a talk at once, and a superior who changes: nobody answers to what they did not see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from bot.actions import talks
from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.actions.spans import packed
from bot.screens import Went
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.talks import Talk
from tests.cast import PEOPLE, employ
from tests.races.between import between

NOW = datetime(2026, 9, 2, 3, tzinfo=UTC)
THEN = int(datetime(2026, 9, 4, 3, tzinfo=UTC).timestamp()) // 60
LATER = THEN + 60


class Stage:
    def __init__(self, database: Database) -> None:
        self.database = database
        with database.transaction() as session:
            _, self.ids = employ(session)

    def me(self, session: Session, key: str) -> Me:
        me = read_me(session, PEOPLE[key][0], NOW)
        assert me is not None
        return me

    def act(self, key: str, work: Callable[..., Any], *args: Any) -> Callable[[Session], Any]:
        return lambda session: work(session, self.me(session, key), *args)

    def does(self, key: str, work: Callable[..., Any], *args: Any) -> Any:
        with self.database.transaction() as session:
            return self.act(key, work, *args)(session)

    def proposed(self) -> tuple[int, str]:
        """Budi proposes a time to Sari: the number, and the mark of what she sees."""
        went = self.does("budi", talks.propose, self.ids["sari"], THEN)
        number = int(went.place.args[0])
        return number, self.does("sari", talks.card, number).mark

    def moves(self, key: str, superior: str) -> None:
        with self.database.transaction() as session:
            person = session.get(Employee, self.ids[key])
            assert person is not None
            person.superior_id = self.ids[superior]
            session.add(person)

    def state(self, number: int) -> str:
        with self.database.transaction() as session:
            row = session.get(Talk, number)
            assert row is not None
            return row.state

    def owed(self, kind: DutyKind) -> int:
        with self.database.transaction() as session:
            rows = session.exec(select(Duty).where(Duty.kind == kind))
            return sum(one.done_at is None and one.cancelled_at is None for one in rows)


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database)


def test_called_off_while_the_other_agrees(stage: Stage) -> None:
    number, mark = stage.proposed()
    _, late = between(
        stage.database,
        stage.act("budi", talks.cancel, number, mark),
        stage.act("sari", talks.agree, number, mark),
    )
    assert isinstance(late, Went | Refused)
    assert stage.state(number) == "cancelled"
    assert stage.owed(DutyKind.MEET) == 0  # nobody is reminded of a talk that is none


def test_moved_to_another_hour_while_the_other_agrees(stage: Stage) -> None:
    number, mark = stage.proposed()
    between(
        stage.database,
        stage.act("budi", talks.propose, stage.ids["sari"], LATER, mark),
        stage.act("sari", talks.agree, number, mark),
    )
    assert stage.state(number) == "proposed"  # she has not seen this hour
    assert (stage.owed(DutyKind.MEET), stage.owed(DutyKind.ANSWER_TALK)) == (0, 1)


def test_both_note_the_same_talk_at_once(stage: Stage) -> None:
    number, _ = stage.proposed()
    day = packed(NOW.date())
    between(
        stage.database,
        stage.act("budi", talks.hold, stage.ids["sari"], day),
        stage.act("sari", talks.hold, stage.ids["sari"], day),
    )
    with stage.database.transaction() as session:
        held = session.exec(select(Talk).where(Talk.state == "held")).all()
    assert len(held) == 1
    assert number


def test_a_new_superior_reads_nothing_that_was_written_for_the_one_before(stage: Stage) -> None:
    number, mark = stage.proposed()
    stage.does("budi", talks.write_note, number, "both", "Hanya untuk Sari dan saya.")
    stage.does("sari", talks.write_note, number, "both", "Hanya untuk Pak Budi dan saya.")
    stage.moves("sari", "wayan")
    assert stage.does("wayan", talks.card, number).notes == []
    stage.does("wayan", talks.write_note, number, "both", "Catatan orang ketiga.")
    assert len(stage.does("sari", talks.card, number).notes) == 2  # and none in a wrong name
    with pytest.raises(Refused) as refusal:
        stage.does("sari", talks.agree, number, mark)
    assert refusal.value.code == "led_by_another"
    went = stage.does("wayan", talks.propose, stage.ids["sari"], LATER)
    made = int(went.place.args[0])
    assert made != number
    assert stage.does("sari", talks.card, made).notes == []
    assert len(stage.does("budi", talks.card, number).notes) == 2
    assert stage.owed(DutyKind.ANSWER_TALK) == 1


def test_noting_a_talk_reads_of_two_people_only(stage: Stage) -> None:
    """A tap must not read everybody's talks: it is one of two people."""
    seen: list[str] = []
    event.listen(
        stage.database.engine, "before_cursor_execute", lambda *told: seen.append(told[2])
    )
    stage.does("budi", talks.hold, stage.ids["sari"], packed(NOW.date()))
    of_all = [one for one in seen if "max(talk.held_on)" in one and "employee_id IN" not in one]
    assert of_all == []
