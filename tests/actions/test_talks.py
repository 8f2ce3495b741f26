"""Duties of talks follow from the rows, on both databases; the demo shows them in the middle."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlmodel import Session, select

from bot.actions import talks
from bot.actions.me import Me, read_me
from bot.actions.spans import packed
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.talks import Talk, TalkNote
from tests.cast import PEOPLE, employ

THEN = datetime(2026, 9, 2, 3, tzinfo=UTC)


def me_of(session: Session, key: str, now: datetime = THEN) -> Me:
    me = read_me(session, PEOPLE[key][0], now)
    assert me is not None
    return me


def owes(database: Database, now: datetime) -> set[tuple[int, int, bool]]:
    """Who owes a talk with whom, and whether it is open, once the day's round is made."""
    more = True
    while more:
        with database.transaction() as session:
            more = talks.owe(session, now)
    with database.transaction() as session:
        rows = session.exec(select(Duty).where(Duty.kind == DutyKind.TALK))
        return {
            (one.owner_id, one.about_id, one.done_at is None and one.cancelled_at is None)
            for one in rows
        }


def test_the_way_to_contradict_does_not_tell_who_has_valued_a_talk(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
        sari, budi = me_of(session, "sari"), me_of(session, "budi")
        day = packed(date(2026, 9, 1))
        number = int(talks.hold(session, sari, ids["sari"], day).place.args[0])
        before = talks.card(session, budi, number)
        talks.choose(session, sari, number, 2)
        talks.send(session, sari, number)
        assert talks.card(session, budi, number) == before
        assert before.deniable
        assert not talks.card(session, sari, number).deniable
        talks.deny(session, budi, number)
        assert session.exec(select(Talk.state)).all() == ["denied"]


def test_duties_come_near_the_end_move_with_the_superior_and_go(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
    assert owes(database, datetime(2026, 8, 30, 3, tzinfo=UTC)) == set()
    first = owes(database, THEN)
    budi, sari, dedi = (ids[key] for key in ("budi", "sari", "dedi"))
    assert len(first) == len(ids) - 1
    with database.transaction() as session:
        person = session.get(Employee, sari)
        assert person is not None
        person.superior_id = ids["wayan"]
        session.add(person)
        me = me_of(session, "budi")
        number = int(talks.hold(session, me, dedi, packed(date(2026, 9, 1))).place.args[0])
        talks.write_note(session, me, number, "alone", "Hanya untuk saya sendiri.")
    then = owes(database, THEN.replace(day=3))
    assert {(ids["wayan"], sari, True), (budi, sari, False), (budi, dedi, False)} <= then
    with database.transaction() as session:
        other = me_of(session, "dedi", THEN.replace(day=3))
        assert [one.private for one in session.exec(select(TalkNote))] == [True]
        assert talks.card(session, other, number).notes == []
        talks.deny(session, other, number)
        assert session.exec(select(Talk.state)).all() == ["denied"]
    assert (budi, dedi, True) in owes(database, THEN.replace(day=4))
    late = owes(database, datetime(2026, 10, 10, 3, tzinfo=UTC))
    assert (budi, dedi, True) in late
    assert not any(open_ for *_, open_ in owes(database, datetime(2026, 10, 16, 3, tzinfo=UTC)))
