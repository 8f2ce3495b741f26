"""Reminders at most once, changes told once, attendance by the code of the minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.actions import forums
from bot.actions.forums import attendance, cards, changes, drafts, summaries
from bot.actions.forums.told import told
from bot.actions.refusals import Refused
from bot.rules.attendance import code_at
from bot.screens import Place, Went
from storage.absences import Absence
from storage.database import Database
from storage.forums import Forum
from tests.actions.forums import START, Sent, number_of, send_forum

DAY = datetime(2026, 8, 18, 2, 5, tzinfo=UTC)  # Tuesday, 09.05 WIB
EAST = datetime(2026, 8, 18, 0, 5, tzinfo=UTC)  # 09.05 WIT, 07.05 WIB
HOUR = START - timedelta(minutes=60)


def tick(sent: Sent, now: datetime) -> int:
    with sent.database.transaction() as session:
        return forums.remind(session, now)


def test_everybody_gets_one_invitation_but_the_host(database: Database) -> None:
    sent = send_forum(database)
    assert sent.told("forums.invited") == sorted(sent.keys)
    with database.transaction() as session:
        again = summaries.send(session, sent.me(session, "budi"), sent.number)
    assert isinstance(again, Place)
    assert len(sent.letters("forums.invited")) == 7


@pytest.mark.parametrize(
    ("audience", "units", "role", "expected"),
    [
        ("unit", "2", None, ["dedi", "sari"]),
        ("below", "1", None, ["dedi", "kepala", "maya", "rina", "sari", "wayan", "yosef"]),
        ("units", "2,3", None, ["dedi", "sari", "yosef"]),
        ("role", "", "kepegawaian", ["maya", "rina"]),
        ("role", "", "atasan", ["kepala"]),
    ],
)
def test_audiences(
    database: Database, audience: str, units: str, role: str | None, expected: list[str]
) -> None:
    sent = send_forum(database)
    with database.transaction() as session:
        me = sent.me(session, "budi")
        number = number_of(drafts.begin(session, me))
        draft, first = session.get(Forum, number), session.get(Forum, sent.number)
        assert draft is not None
        assert first is not None
        for name in ("kind", "topic", "starts_at", "ends_at", "minutes", "place", "capacity"):
            setattr(draft, name, getattr(first, name))
        draft.audience, draft.units, draft.role = audience, units, role
        session.flush()
        summary = summaries.draft(session, me, number)
        assert isinstance(summary, summaries.Summary)
        assert summary.people == len(expected)
        assert summary.host_busy
        summaries.send(session, me, number)
    new = [one for one in sent.letters("forums.invited") if f'"forum": {number}' in one.facts]
    names = {number: key for key, number in sent.ids.items()}
    assert sorted(names[one.employee_id or 0] for one in new) == expected


def test_the_day_before_in_each_zone_and_once(database: Database) -> None:
    sent = send_forum(database)
    sent.answers("sari", "coming")
    sent.answers("dedi", "declined")
    with database.transaction() as session:
        session.add(
            Absence(
                employee_id=sent.ids["maya"],
                since=date(2026, 8, 17),
                until=date(2026, 8, 21),
                kind="cuti",
            )
        )
    assert tick(sent, EAST - timedelta(minutes=10)) == 0
    assert tick(sent, EAST) == 1
    assert sent.told("forums.day") == ["yosef"]
    assert tick(sent, DAY) == 4
    assert sent.told("forums.day") == ["kepala", "rina", "sari", "wayan", "yosef"]
    assert tick(sent, DAY) == tick(sent, DAY + timedelta(hours=3)) == 0


def test_on_the_last_working_day_before_a_holiday(database: Database) -> None:
    tuesday = datetime(2026, 8, 18, 2, 0, tzinfo=UTC)
    sent = send_forum(database, start=tuesday)
    assert tick(sent, datetime(2026, 8, 14, 1, 0, tzinfo=UTC)) == 1
    assert tick(sent, datetime(2026, 8, 14, 2, 5, tzinfo=UTC)) == 6


def test_caught_up_in_office_hours_and_not_when_fresh(database: Database) -> None:
    sent = send_forum(database)
    late = datetime(2026, 8, 18, 13, 0, tzinfo=UTC)  # 20.00 WIB, after a day of silence
    assert tick(sent, late) == 1
    (letter,) = sent.letters("forums.day")
    assert letter.not_before == datetime(2026, 8, 18, 22, 30, tzinfo=UTC)  # 07.30 WIT
    assert sent.told("forums.day") == ["yosef"]
    assert tick(sent, START - timedelta(hours=1, minutes=30)) == 0


def test_who_has_just_been_invited_is_not_reminded(database: Database) -> None:
    sent = send_forum(database, start=datetime(2026, 8, 13, 2, 0, tzinfo=UTC))
    assert tick(sent, sent.now + timedelta(minutes=1)) == 0


def test_an_hour_before_to_those_who_come(database: Database) -> None:
    sent = send_forum(database)
    sent.answers("sari", "coming")
    tick(sent, DAY)
    assert tick(sent, HOUR - timedelta(minutes=1)) == 0
    assert tick(sent, HOUR) == 1
    assert tick(sent, HOUR + timedelta(minutes=1)) == 0
    assert sent.told("forums.hour") == ["sari"]


def move(sent: Sent, start: datetime) -> Went | Place:
    with sent.database.transaction() as session:
        forum = session.get(Forum, sent.number)
        assert forum is not None
        forum.new_start = start
        session.flush()
        return changes.tell(session, sent.me(session, "budi"), sent.number)


def test_a_change_is_told_once_and_answers_are_to_be_confirmed(database: Database) -> None:
    sent = send_forum(database, capacity=2)
    for key in ("sari", "dedi", "wayan"):
        sent.answers(key, "coming")
    tick(sent, DAY)
    move(sent, START + timedelta(days=14))
    assert isinstance(changes_again(sent), Place)
    assert sent.told("forums.moved") == sorted(sent.keys)
    row = sent.row()
    assert (row.sequence, row.seats, row.starts_at) == (1, 2, START + timedelta(days=14))
    assert row.ends_at == START + timedelta(days=14, minutes=90)
    assert sent.given()["wayan"] == "waiting"
    with database.transaction() as session:
        assert cards.card(session, sent.me(session, "sari"), sent.number).unconfirmed
    sent.answers("sari", "coming")
    with database.transaction() as session:
        card = cards.card(session, sent.me(session, "sari"), sent.number)
        assert not card.unconfirmed
        assert card.counts.unconfirmed == 2
    assert tick(sent, DAY + timedelta(days=14)) == 6
    assert len(sent.letters("forums.day")) == 12  # none to those who wait


def changes_again(sent: Sent) -> Went | Place:
    with sent.database.transaction() as session:
        return changes.tell(session, sent.me(session, "budi"), sent.number)


def test_what_is_no_longer_owed_is_not_sent(database: Database) -> None:
    sent = send_forum(database)
    sent.answers("sari", "coming")
    old = {"forum": sent.number, "sequence": 0}

    def owed(session: Session, what: str, key: str) -> bool:
        return told(session, what, sent.ids[key], old, sent.now) is not None

    with database.transaction() as session:
        assert not owed(session, "invited", "sari")
        assert owed(session, "invited", "dedi")
        assert owed(session, "hour", "sari")
        assert not owed(session, "hour", "dedi")
        assert not owed(session, "cancelled", "dedi")
    move(sent, START + timedelta(days=1))
    with database.transaction() as session:
        assert not owed(session, "invited", "dedi")
        assert not owed(session, "day", "dedi")


def test_cancelling_is_told_once_and_ends_everything(database: Database) -> None:
    sent = send_forum(database)
    with database.transaction() as session:
        changes.say_reason(session, sent.me(session, "budi"), sent.number, "Narasumber sakit")
    for _ in range(2):
        with database.transaction() as session:
            me = sent.me(session, "budi")
            changes.cancel(session, me, sent.number)
    assert sent.told("forums.cancelled") == sorted(sent.keys)
    assert (sent.row().state, sent.row().sequence) == ("cancelled", 1)
    with pytest.raises(Refused):
        sent.answers("sari", "coming")
    assert tick(sent, DAY) == tick(sent, HOUR) == 0


def enter(sent: Sent, key: str, code: str) -> str:
    """Type a code; what became of it."""
    with sent.database.transaction() as session:
        led = attendance.say_code(session, sent.me(session, key), sent.number, code)
    return "there" if isinstance(led, Went) else str(led.args[-1])


def shown(sent: Sent) -> str:
    with sent.database.transaction() as session:
        found = attendance.code(session, sent.me(session, "budi"), sent.number).code
    assert found is not None
    return found


def test_the_code_of_the_minute(database: Database) -> None:
    sent = send_forum(database, capacity=2)
    sent.answers("sari", "coming")
    sent.now = START - timedelta(minutes=16)
    with pytest.raises(Refused):
        enter(sent, "sari", "123456")
    sent.now = START - timedelta(minutes=15)
    old = shown(sent)
    sent.now = START
    assert enter(sent, "sari", old) == "old"
    assert enter(sent, "sari", "😀 <b>") == "wrong"
    assert enter(sent, "sari", f"{shown(sent)[:3]} {shown(sent)[3:]}") == "there"
    assert enter(sent, "dedi", shown(sent)) == "there"  # did not answer, but there is a seat
    assert enter(sent, "maya", shown(sent)) == "full"
    assert sent.row().seats == 2
    sent.now = START + timedelta(minutes=121)
    with pytest.raises(Refused):
        enter(sent, "maya", "123456")
    with database.transaction() as session, pytest.raises(Refused):
        attendance.code(session, sent.me(session, "sari"), sent.number)


def test_tries_are_limited_and_come_back(database: Database) -> None:
    sent = send_forum(database)
    sent.now = START
    wrong = "000000" if shown(sent) != "000000" else "111111"
    outcomes = [enter(sent, "sari", wrong) for _ in range(7)]
    assert outcomes == ["wrong"] * 5 + ["locked"] * 2
    assert enter(sent, "sari", shown(sent)) == "locked"
    assert enter(sent, "dedi", shown(sent)) == "there"
    sent.now += timedelta(minutes=10)
    assert enter(sent, "sari", shown(sent)) == "there"


def test_a_code_of_another_forum_is_known_as_such(database: Database) -> None:
    sent = send_forum(database)
    with database.transaction() as session:
        mine = session.get(Forum, sent.number)
        assert mine is not None
        copy = {**mine.model_dump(exclude={"id"}), "uid": "other", "secret": "ab" * 32}
        session.add(Forum(**copy))
    sent.now = START
    assert enter(sent, "sari", code_at(bytes.fromhex("ab" * 32), START)) == "foreign"


def test_the_secret_and_the_topic_are_sealed(sqlite: Database) -> None:
    sent = send_forum(sqlite)
    row = sent.row()
    file = sqlite.engine.url.database
    assert file is not None
    content = Path(file).read_bytes() + Path(f"{file}-wal").read_bytes()
    assert b"forum" in content
    assert row.secret.encode() not in content
    assert b"Berbagi praktik" not in content
