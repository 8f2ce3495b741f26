"""HR's call list: who is on it, and who leaves it when a colleague has called."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import update
from sqlmodel import Session, select

from bot.actions import desk
from bot.actions.refusals import Refused
from bot.screens import place
from storage import outbox
from storage.audit import AuditEntry
from storage.database import Database
from storage.outbox import Kind, Letter, State
from tests.achievements import me
from tests.actions.test_achievements_rating import at_once
from tests.cast import employ
from tests.conftest import NOW

R, D, C = Kind.REMINDER, Kind.DECISION, Kind.CARD
LATER = NOW + timedelta(hours=5)


def owes(session: Session, to: int, key: str, kind: Kind, state: State, when: int = 0) -> None:
    outbox.put(session, key, kind, "x.y", NOW + timedelta(hours=when), to=to)
    letter = session.exec(select(Letter).where(Letter.key == key)).one()
    letter.state, letter.fault = state, "blocked"
    session.add(letter)
    session.flush()


@pytest.mark.parametrize(
    ("letters", "hanging"),
    [
        ([(D, State.UNKNOWN)], 1),
        ([(R, State.FAILED), (D, State.EXPIRED), (R, State.UNKNOWN)], 3),
        ([(D, State.FAILED), (D, State.SENT)], 1),
        ([(R, State.FAILED), (R, State.SENT)], 0),
        ([(R, State.SENT), (R, State.FAILED)], 1),
        ([(C, State.FAILED), (D, State.WAITING), (D, State.DROPPED)], 0),
    ],
)
def test_calling_settles_exactly_what_hung(
    database: Database, letters: list[tuple[Kind, State]], hanging: int
) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
        for at, (kind, state) in enumerate(letters):
            owes(session, ids["sari"], str(at), kind, state, at)
        owes(session, ids["dedi"], "other", D, State.FAILED)
    with database.transaction() as session:
        found = outbox.unconfirmed(session, employee_id=ids["sari"])
        assert [one.letters for one in found] == ([hanging] if hanging else [])
        assert outbox.called(session, ids["sari"], LATER) == hanging
    with database.transaction() as session:
        assert [one.employee_id for one in outbox.unconfirmed(session)] == [ids["dedi"]]
        called = session.exec(select(Letter.called_at).where(Letter.employee_id == ids["sari"]))
        assert sum(at == LATER for at in called) == hanging
        assert outbox.called(session, ids["sari"], LATER) == 0


def test_who_never_joined_is_not_called_about_a_reminder_but_about_a_decision(
    database: Database,
) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
        for key, kind in (("sari", R), ("dedi", D)):
            owes(session, ids[key], key, kind, State.FAILED)
        session.execute(update(Letter).values(fault=outbox.NO_ACCOUNT))
        assert [one.employee_id for one in outbox.unconfirmed(session)] == [ids["dedi"]]


def test_a_letter_that_fails_after_the_call_is_listed_again(database: Database) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
        owes(session, ids["sari"], "a", D, State.FAILED)
        outbox.called(session, ids["sari"], NOW)
        owes(session, ids["sari"], "b", D, State.UNKNOWN, 1)
        [one] = outbox.unconfirmed(session)
        assert (one.letters, one.since, one.state) == (1, NOW + timedelta(hours=1), "unknown")


def test_two_officers_at_once_note_one_call(database: Database) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
        for key in "abc":
            owes(session, ids["sari"], key, D, State.FAILED)

    def note(key: str) -> None:
        with database.transaction() as session:
            went = desk.called(session, me(session, key, NOW), ids["sari"])
            assert went.place == place("desk.calls", "undelivered", 0)

    at_once(*(partial(note, key) for key in ("maya", "rina") * 2))
    with database.transaction() as session:
        [entry] = session.exec(select(AuditEntry)).all()
        assert (entry.action, entry.object) == ("desk.called", f"employee/{ids['sari']}")
        assert json.loads(entry.facts) == {"letters": 3}


@pytest.mark.parametrize("key", ["sari", "budi", "kepala", "wayan"])
def test_only_hr_notes_calls(database: Database, key: str) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
        owes(session, ids["sari"], "a", D, State.FAILED)
    with pytest.raises(Refused), database.transaction() as session:
        desk.called(session, me(session, key, NOW), ids["sari"])
    with pytest.raises(Refused), database.transaction() as session:
        desk.call(session, me(session, key, NOW), "undelivered", ids["sari"])
    with database.transaction() as session:
        assert len(outbox.unconfirmed(session)) == 1


def test_the_list_says_who_since_when_and_how_it_ended(database: Database) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
        owes(session, ids["sari"], "a", D, State.UNKNOWN)
        owes(session, ids["sari"], "b", D, State.FAILED, 2)
        maya = me(session, "maya", LATER)
        listed = desk.calls(session, maya, "undelivered", 0)
        assert [who.employee_id for who, _ in listed.items] == [ids["sari"]]
        one = desk.call(session, maya, "undelivered", ids["sari"])
        assert one.hanging is not None
        assert (one.hanging.letters, one.hanging.since, one.hanging.state) == (2, NOW, "failed")
        assert one.standing.state == "active"
