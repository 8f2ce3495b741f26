"""Groups of units in the tables: two at once, what waits for them, and what the trail says."""

from __future__ import annotations

from datetime import timedelta
from threading import Thread

import pytest
from sqlalchemy import delete, text
from sqlmodel import Session, select
from telegram.error import BadRequest

from bot.actions.groups import coming, keeping
from bot.actions.letters import Outgoing
from bot.actions.me import Me, read_me
from bot.courier.outcomes import Outcome, Verdict, outcome_of
from bot.courier.settling import settle
from storage import groups, outbox
from storage.agreement.groups import of_groups
from storage.database import Database
from storage.grants import Grant
from storage.groups import Serving
from storage.outbox import Kind, Letter, State
from tests.cast import PEOPLE, Cast, employ
from tests.conftest import NOW
from tests.conversations.test_groups import NEW, ONE, TWO, rows


@pytest.fixture
def two(database: Database) -> Cast:
    """Groups 1 and 2 of Maya's that serve nothing yet, on each database."""
    with database.transaction() as session:
        units, ids = employ(session)
        for chat in (ONE, TWO):
            assert coming.joined(session, PEOPLE["maya"][0], chat, "Grup", NOW)
    return Cast({}, ids, units, database)


def me(session: Session, key: str = "maya") -> Me:
    found = read_me(session, PEOPLE[key][0], NOW)
    assert found is not None
    return found


def test_two_groups_at_once_for_one_unit_leave_it_with_one(two: Cast) -> None:
    unit = two.units["Layanan"]
    led = []

    def connect(number: int, key: str) -> None:
        with two.database.transaction() as session:
            led.append(keeping.connect(session, me(session, key), number, unit, 0, 0).place.name)

    threads = [Thread(target=connect, args=one) for one in ((1, "maya"), (2, "kepala"))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(led) == ["groups.check", "groups.one"]
    assert sorted(map(bool, rows(two).values())) == [False, True]


def test_a_letter_that_finds_the_bot_thrown_out_goes_on_to_the_next_group(two: Cast) -> None:
    database, letter = two.database, Letter
    with database.transaction() as session:
        keeping.connect(session, me(session), 1, two.units["Pusat"], 0, 0)
        keeping.connect(session, me(session), 2, two.units["Layanan"], 0, 0)
        for one in session.exec(select(Letter).where(Letter.chat_id == TWO)):
            one.state = State.SENDING
            session.add(one)
    thrown_out = Outcome(Verdict.UNREACHABLE, "kicked")
    with database.transaction() as session:
        one = session.exec(select(letter).where(letter.chat_id == TWO)).one()
        settle(session, one, Outgoing(TWO, None), thrown_out, NOW, NOW)  # type: ignore[arg-type]
    with database.transaction() as session:
        again = session.exec(select(letter).where(letter.key == one.key)).one()
        assert (again.chat_id, again.state) == (ONE, State.WAITING)
        assert groups.serving(session, two.units["Layanan"]) == Serving(ONE, "Pusat")
        lost = session.exec(select(letter).where(letter.template == coming.LOST)).all()
        assert [found.employee_id for found in lost] == [two.ids["maya"]]
        coming.left(session, ONE, NOW)
    with database.transaction() as session:
        last = session.exec(select(letter).where(letter.key == one.key)).one()
        assert last.state == State.FAILED, "there is no group any more"


SAID = (
    "Bad Request: not enough rights to send text messages to the chat",
    "Bad Request: need administrator rights in the channel chat",
    "Bad Request: have no rights to send a message",
    "Bad Request: CHAT_WRITE_FORBIDDEN",
)


def test_where_the_bot_may_not_write_its_keeper_hears_so_and_the_post_waits(two: Cast) -> None:
    assert {outcome_of(BadRequest(one)).verdict for one in SAID} == {Verdict.MUTED}
    dumb = Outcome(Verdict.MUTED, SAID[0])
    for hours, chat, state in (
        (1, ONE, State.WAITING), (2, ONE, State.WAITING), (80, ONE, State.FAILED),
        (1, TWO, State.FAILED),
    ):  # fmt: skip
        with two.database.transaction() as session:
            keeping.connect(session, me(session), 1, two.units["Layanan"], 0, 0)
            post(session, "a", chat, 1)
            letter = session.exec(select(Letter).where(Letter.key == "a")).one()
            letter.chat_id, letter.state = chat, State.SENDING
            session.flush()
            now = NOW + timedelta(hours=hours)
            settle(session, letter, Outgoing(chat, None), dumb, now, now)  # type: ignore[arg-type]
        with two.database.transaction() as session:
            letter = session.exec(select(Letter).where(Letter.key == "a")).one()
            assert letter.state == state, hours
            assert state == State.FAILED or letter.not_before == now + coming.MUTED_PAUSE
    with two.database.transaction() as session:
        told = session.exec(select(Letter).where(Letter.template == coming.MUTED)).all()
        assert [one.employee_id for one in told] == [two.ids["maya"]] * 2  # on each of two days


def post(session: Session, key: str, chat: int, award: int) -> None:
    facts = {"award": award}
    outbox.put(session, key, Kind.REMINDER, "awards.told", NOW, chat_id=chat, facts=facts)


def test_what_waits_stays_with_its_unit_and_no_group_reads_it_twice(two: Cast) -> None:
    pusat, layanan, jayapura = (two.units[one] for one in ("Pusat", "Layanan", "Jayapura"))
    with two.database.transaction() as session:
        keeping.connect(session, me(session), 1, pusat, 0, 0)
        keeping.connect(session, me(session), 2, layanan, 0, 0)
        for key, chat, award in (("a", ONE, 1), ("a/unit", TWO, 1), ("b/unit", TWO, 2)):
            post(session, key, chat, award)
        keeping.connect(session, me(session), 2, jayapura, 0, layanan)
    with two.database.transaction() as session:
        found = select(Letter).where(Letter.template == "awards.told").order_by(Letter.key)
        states = [(one.key, one.chat_id, one.state) for one in session.exec(found)]
    assert states == [
        ("a", ONE, State.WAITING), ("a/unit", TWO, State.DROPPED), ("b/unit", ONE, State.WAITING),
    ]  # fmt: skip


def test_a_group_that_takes_the_place_of_another_takes_over_what_waits(two: Cast) -> None:
    layanan = two.units["Layanan"]
    with two.database.transaction() as session:
        keeping.connect(session, me(session), 1, layanan, 0, 0)
        post(session, "a", ONE, 1)
        keeping.connect(session, me(session), 2, layanan, 1, 0)
    with two.database.transaction() as session:
        one = session.exec(select(Letter).where(Letter.key == "a")).one()
        assert (one.chat_id, one.state) == (TWO, State.WAITING)


def test_whoever_follows_hears_it_where_the_one_who_connected_may_no_more(two: Cast) -> None:
    with two.database.transaction() as session:
        keeping.connect(session, me(session), 1, two.units["Layanan"], 0, 0)
        session.exec(delete(Grant).where(Grant.employee_id == two.ids["maya"]))  # type: ignore[arg-type]
        coming.left(session, ONE, NOW)
    with two.database.transaction() as session:
        told = select(Letter.employee_id).where(Letter.template == coming.LOST)
        assert set(session.exec(told)) == {two.ids["rina"], two.ids["kepala"]}


CHANGES = [
    ("UPDATE unitgroup SET chat_id = -7 WHERE id = 1", {"differs"}),
    ("UPDATE unitgroup SET unit_id = NULL WHERE id = 1", {"differs"}),
    ("UPDATE unitgroup SET connected_by = added_by + 1 WHERE id = 1", {"differs"}),
    ("UPDATE unitgroup SET id = 9 WHERE id = 1", {"unrecorded", "gone"}),
    ("DELETE FROM unitgroup WHERE id = 1", {"gone"}),
]


def test_a_group_connected_behind_the_trail_is_found(two: Cast) -> None:
    """One takes the place of another and becomes a supergroup; the other is left."""
    layanan, jayapura = two.units["Layanan"], two.units["Jayapura"]
    with two.database.transaction() as session:
        keeping.connect(session, me(session), 2, layanan, 0, 0)
        keeping.connect(session, me(session), 1, layanan, 2, 0)
        keeping.connect(session, me(session), 2, jayapura, 0, 0)
        coming.joined(session, PEOPLE["maya"][0], NEW, "Grup", NOW)
        coming.moved(session, ONE, NEW, NOW)
        coming.left(session, TWO, NOW)
    assert rows(two) == {NEW: layanan}
    with two.database.engine.connect() as connection:
        assert list(of_groups(connection)) == []
        for change, faults in CHANGES:
            with connection.begin_nested() as undone:
                assert connection.execute(text(change)).rowcount == 1
                assert {str(one.fault) for one in of_groups(connection)} == faults, change
                undone.rollback()
