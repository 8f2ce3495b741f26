"""Broadcasts on both databases: at most once, behind everything else, stopped in the middle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.actions.broadcasts import (
    agreeing,
    choosing,
    drafting,
    previewing,
    quizzing,
    reading,
    sending,
    spreading,
    watching,
)
from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.rules.broadcasts import State
from handlers.conversations import whole_table
from handlers.letters import renderer
from storage import outbox
from storage.agreement import Fault, Kind, findings
from storage.audit import Reader
from storage.broadcasts import Broadcast, BroadcastReader, rows
from storage.broadcasts import reading as stored
from storage.database import Database
from storage.outbox import Letter
from tests.cast import PEOPLE, employ
from tests.factors import prove
from tests.races.between import between

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)  # Wednesday, 10.00 WIB


@dataclass
class Desk:
    """An office of eight, and a broadcast of Maya's to all of them."""

    database: Database
    ids: dict[str, int]
    number: int = 0
    now: datetime = NOW

    def me(self, session: Session, key: str) -> Me:
        found = read_me(session, PEOPLE[key][0], self.now)
        assert found is not None
        return found

    def does(self, key: str, act: Callable[..., Any], *args: object) -> Any:
        with self.database.transaction() as session:
            return act(session, self.me(session, key), *args)

    def row(self) -> Broadcast:
        with self.database.transaction() as session:
            found = rows.get(session, self.number)
            assert found is not None
            session.expunge(found)
            return found

    def sends(self) -> None:
        """To herself first, then out."""
        self.does("maya", sending.send_to_me, self.number)
        self.does("maya", sending.ask, self.number, self.row().version)

    def ticks(self) -> None:
        with self.database.transaction() as session:
            while spreading.work(session, self.now):
                pass

    def copies(self) -> list[Letter]:
        with self.database.transaction() as session:
            found = select(Letter).where(Letter.kind == outbox.Kind.BROADCAST)
            return list(session.exec(found))


@pytest.fixture
def desk(database: Database) -> Desk:
    with database.transaction() as session:
        _, ids = employ(session)
    made = Desk(database, ids)
    with database.transaction() as session:
        row = Broadcast(author_id=ids["maya"], made_at=NOW)
        made.number = rows.begin(session, row)
    made.does("maya", drafting.say_text, made.number, "Cuti bersama berubah.\n\n\n\nSegera.")
    return made


def test_everybody_gets_it_once_however_often_the_clock_ticks(desk: Desk) -> None:
    assert desk.row().text == "Cuti bersama berubah.\n\nSegera."
    with pytest.raises(Refused, match="test"):
        desk.does("maya", sending.ask, desk.number, desk.row().version)
    desk.sends()
    for _ in range(3):
        desk.ticks()
    assert sorted(one.employee_id or 0 for one in desk.copies()) == sorted(desk.ids.values())
    assert desk.row().state == State.SENT
    assert not desk.row().busy


def test_a_broadcast_waits_behind_what_is_owed_later(desk: Desk) -> None:
    desk.sends()
    desk.ticks()
    with desk.database.transaction() as session:
        outbox.put(
            session, "duty", outbox.Kind.REMINDER, "reminders.digest", NOW + timedelta(seconds=1),
            to=desk.ids["sari"],
        )  # fmt: skip
    with desk.database.transaction() as session:
        first = outbox.claim(session, NOW + timedelta(seconds=2), 2)
        kinds = {session.get_one(Letter, one.id).kind for one in first}
    assert kinds == {outbox.Kind.DECISION, outbox.Kind.REMINDER}  # her own copy, and the duty


def test_what_was_in_flight_at_a_crash_is_never_sent_again(desk: Desk) -> None:
    desk.sends()
    desk.ticks()
    with desk.database.transaction() as session:
        own = [("employee", desk.ids["maya"])]  # who is spoken to about something else
        (claimed,) = outbox.claim(session, NOW, 1, own)
        assert outbox.begin(session, claimed.id)
    with desk.database.transaction() as session:
        assert outbox.recover(session, NOW) == 1
        assert session.get_one(Letter, claimed.id).state == outbox.State.UNKNOWN
    at = desk.does("maya", watching.progress, desk.number)
    assert (at.progress.unknown, at.progress.wait) == (1, 7)


def test_whoever_works_elsewhere_gets_it_at_the_hour_of_that_place(desk: Desk) -> None:
    desk.does("maya", drafting.say_time, desk.number, "besok jam 9")
    desk.sends()
    desk.now = datetime(2026, 8, 13, 0, 30, tzinfo=UTC)  # 09.30 in Jayapura, 07.30 in Jakarta
    desk.ticks()
    assert [one.employee_id for one in desk.copies()] == [desk.ids["yosef"]]
    assert desk.row().busy
    desk.now = datetime(2026, 8, 13, 2, 0, tzinfo=UTC)
    desk.ticks()
    assert len(desk.copies()) == 8


@pytest.mark.parametrize("duty", [0, 1])
def test_at_night_it_waits_unless_it_is_duty(desk: Desk, duty: int) -> None:
    desk.now = datetime(2026, 8, 12, 14, 0, tzinfo=UTC)  # 21.00
    if duty:
        desk.does("maya", drafting.set_duty, desk.number, 1)
    desk.sends()
    assert desk.row().state == (State.ASKED if duty else State.PLANNED)
    if duty:
        with desk.database.transaction() as session:
            prove(session, desk.ids["rina"], desk.now)
        desk.does("rina", agreeing.agree, desk.number, desk.row().version)
    desk.ticks()
    assert len(desk.copies()) == (8 if duty else 0)


def test_a_copy_owed_while_it_is_stopped_is_not_sent(desk: Desk) -> None:
    desk.sends()
    with desk.database.transaction() as session:
        assert spreading.work(session, NOW)  # begun
        assert spreading.work(session, NOW)  # everybody written down

    def ticking(session: Session) -> object:
        while spreading.work(session, NOW):
            pass
        return True

    def stopping(session: Session) -> object:
        return watching.stop(session, desk.me(session, "maya"), desk.number)

    between(desk.database, ticking, stopping)
    assert desk.row().state == State.CANCELLED
    render = renderer(whole_table())
    for letter in desk.copies():
        with desk.database.transaction() as session:
            row = session.get_one(Letter, letter.id)
            assert row.state == outbox.State.DROPPED or render(session, row, NOW) is None


def test_a_second_person_agrees_and_a_correction_asks_again(desk: Desk) -> None:
    desk.does("maya", drafting.set_duty, desk.number, 1)
    desk.sends()
    version = desk.row().version
    for key in ("maya", "sari"):
        with pytest.raises(Refused):
            desk.does(key, agreeing.agree, desk.number, version)
    with desk.database.transaction() as session:
        prove(session, desk.ids["rina"], NOW)
    desk.does("rina", agreeing.agree, desk.number, version)
    desk.ticks()
    desk.does("maya", watching.correct, desk.number, "Sesuatu yang lain sama sekali.")
    assert desk.row().text.startswith("Cuti")
    desk.does("rina", agreeing.agree, desk.number, desk.row().version)
    assert desk.row().text == "Sesuatu yang lain sama sekali."


def test_a_quiz_counts_the_best_try_and_tells_no_names(desk: Desk) -> None:
    for said in ("Kapan?", "* Hari ini\nBesok", "Begitu.", "Di mana?", "Sini\n* Sana", "Ya."):
        desk.does("maya", quizzing.say, desk.number, said)
    desk.does("maya", quizzing.set_rule, desk.number, "tries", 2)
    desk.sends()
    desk.ticks()
    for choices in ((0, 0), (0, 1)):
        desk.does("sari", reading.start, desk.number)
        for at, choice in enumerate(choices):
            desk.does("sari", reading.answer, desk.number, at, choice)
    with desk.database.transaction() as session:
        mine = stored.get(session, desk.number, desk.ids["sari"])
        assert mine is not None
        assert (mine.tries, mine.finished, mine.best) == (2, 2, 100)
        assert mine.passed_at is not None
    with pytest.raises(Refused, match="over"):
        desk.does("sari", reading.start, desk.number)
    told = desk.does("maya", watching.answers, desk.number)
    assert (told.sums.answered, told.sums.passed) == (1, 1)
    assert [sums for _, sums in told.questions] == [None, None]
    with desk.database.transaction() as session:
        row = Broadcast(author_id=desk.ids["maya"], made_at=NOW, audience="failed")
        row.which, row.text = str(desk.number), "Sekali lagi."
        again = rows.begin(session, row)
        sizes = previewing.preview(session, desk.me(session, "maya"), again).sizes
    assert sizes.count.people == 7


def test_whoever_has_not_answered_is_reminded_before_it_closes(desk: Desk) -> None:
    for said in ("Kapan?", "* Hari ini\nBesok", "Begitu."):
        desk.does("maya", quizzing.say, desk.number, said)
    desk.sends()
    desk.ticks()
    with desk.database.transaction() as session:
        for letter in session.exec(select(Letter)):
            letter.state, letter.message_id = outbox.State.SENT, 1
    desk.does("sari", reading.start, desk.number)
    desk.does("sari", reading.answer, desk.number, 0, 1)
    for day, many in ((4, 0), (5, 7), (6, 7)):
        desk.now = NOW + timedelta(days=day)
        desk.ticks()
        reminded = [one for one in desk.copies() if one.template == spreading.REMIND]
        assert len(reminded) == many


def test_verify_finds_words_and_hands_that_nobody_recorded(desk: Desk) -> None:
    desk.sends()
    desk.ticks()

    def found() -> list[Fault]:
        with desk.database.transaction() as session:
            every = findings(Reader(session.connection()), desk.database.vault, NOW.date())
            return [one.fault for one in every if one.kind is Kind.BROADCAST]

    assert found() == []
    with desk.database.transaction() as session:
        row = session.get_one(Broadcast, desk.number)
        row.text = "Sesuatu yang tidak pernah ditulis."
    assert found() == [Fault.DIFFERS]
    with desk.database.transaction() as session:
        row = session.get_one(Broadcast, desk.number)
        row.text, row.approved_by = "Cuti bersama berubah.\n\nSegera.", desk.ids["rina"]
    assert found() == [Fault.DIFFERS]


def test_somebody_who_is_not_among_its_readers_reads_nothing(desk: Desk) -> None:
    desk.does("maya", choosing.choose, desk.number, "role", "kepegawaian")
    desk.sends()
    desk.ticks()
    with desk.database.transaction() as session:
        readers = session.exec(select(BroadcastReader.employee_id)).all()
    assert set(readers) == {desk.ids["maya"], desk.ids["rina"]}
    with pytest.raises(Refused, match="not_mine"):
        desk.does("sari", reading.read, desk.number)
