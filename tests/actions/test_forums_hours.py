"""Hours of learning for whoever was at a forum: once, of the kinds that teach, after the end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.actions import forums
from bot.actions.forums import attendance, noting
from bot.rules.attendance import code_at
from storage.database import Database
from storage.forums import Forum
from storage.trainings.learning import CONFIRMED, Learning
from tests.actions.forums import START, Sent, send_forum

END = START + timedelta(minutes=90)


def enter(sent: Sent, key: str) -> None:
    sent.now = START
    code = code_at(bytes.fromhex(sent.row().secret), START)
    with sent.database.transaction() as session:
        attendance.say_code(session, sent.me(session, key), sent.number, code)


def tick(sent: Sent, minutes: int) -> list[Learning]:
    with sent.database.transaction() as session:
        assert forums.credit(session, END + timedelta(minutes=minutes)) is False
    with sent.database.transaction(reading=True) as session:
        found = list(session.exec(select(Learning).order_by("id")))
        session.expunge_all()
        return found


def test_whoever_was_there_is_credited_once_after_the_end(database: Database) -> None:
    sent = send_forum(database)
    sent.answers("dedi", "coming")
    enter(sent, "sari")
    assert tick(sent, 29) == []
    (row,) = tick(sent, 31)
    assert (row.employee_id, row.minutes, row.state) == (sent.ids["sari"], 90, CONFIRMED)
    assert (row.source, row.object_id, row.way, row.part) == (
        "forum", sent.number, "lokakarya", "formal",
    )  # fmt: skip
    assert (row.ended_on, row.title) == (date(2026, 8, 19), "Berbagi praktik")
    assert len(tick(sent, 60)) == 1


def test_whom_the_host_notes_later_is_credited_then(database: Database) -> None:
    sent = send_forum(database)
    assert tick(sent, 31) == []
    sent.now = END + timedelta(days=3)
    with database.transaction() as session:
        noting.note_there(session, sent.me(session, "budi"), sent.number, sent.ids["maya"])
    (row,) = tick(sent, 3 * 24 * 60 + 1)
    assert (row.employee_id, row.decided_by) == (sent.ids["maya"], sent.ids["budi"])


@pytest.mark.parametrize(("kind", "state"), [("meeting", "open"), ("workshop", "cancelled")])
def test_a_meeting_teaches_nothing_and_what_was_called_off_neither(
    database: Database, kind: str, state: str
) -> None:
    sent = send_forum(database)
    enter(sent, "sari")
    with database.transaction() as session:
        forum = session.get(Forum, sent.number)
        assert forum is not None
        forum.kind, forum.state = kind, state
        session.add(forum)
    assert tick(sent, 31) == []
