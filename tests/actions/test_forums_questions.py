"""Questions without a writer anywhere, votes, and attendance that the host notes."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import select

from bot.actions.forums import answers, attendance, noting, questions
from bot.actions.refusals import Refused
from bot.rules.attendance import code_at
from bot.rules.forums import OWN_QUESTIONS
from storage import agreement
from storage.audit import Reader
from storage.database import Database
from storage.tables import METADATA
from tests.actions.forums import START, Sent, send_forum

TEXT = "Kapan loket kedua di Jayapura dibuka?"


def everything(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, read with the key."""
    with database.transaction(reading=True) as session:
        return {
            table.name: sorted(map(tuple, session.connection().execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
        }


def ask(sent: Sent, key: str, how: str, text: str = TEXT) -> None:
    with sent.database.transaction() as session:
        questions.say(session, sent.me(session, key), sent.number, how, text)


def seen(sent: Sent, key: str) -> questions.Questions:
    with sent.database.transaction(reading=True) as session:
        return questions.listed(session, sent.me(session, key), sent.number)


def test_without_name_nothing_tells_the_writer(database: Database) -> None:
    sent = send_forum(database)
    before = everything(database)
    ask(sent, "sari", "unnamed")
    after = everything(database)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"forumquestion"}
    ((number, forum, writer, text, hidden),) = after["forumquestion"]
    assert (forum, writer, text, hidden) == (sent.number, None, TEXT, False)
    assert seen(sent, "sari").lines == seen(sent, "dedi").lines
    with pytest.raises(Refused), database.transaction() as session:
        questions.take_back(session, sent.me(session, "sari"), number)


def test_with_name_it_can_be_taken_back_and_five_are_enough(database: Database) -> None:
    sent = send_forum(database)
    for at in range(OWN_QUESTIONS):
        ask(sent, "sari", "named", f"{TEXT} {at}")
    with pytest.raises(Refused):
        ask(sent, "sari", "named")
    ask(sent, "sari", "unnamed")
    first = seen(sent, "dedi").lines[0]
    assert first.writer_id == sent.ids["sari"]
    with pytest.raises(Refused), database.transaction() as session:
        questions.take_back(session, sent.me(session, "dedi"), first.id)
    with database.transaction() as session:
        questions.take_back(session, sent.me(session, "sari"), first.id)
    assert first.id not in [one.id for one in seen(sent, "dedi").lines]


def test_votes_order_the_list_and_count_once(database: Database) -> None:
    sent = send_forum(database)
    ask(sent, "sari", "unnamed", "Pertama?")
    ask(sent, "sari", "unnamed", "Kedua?")
    second = seen(sent, "sari").lines[1].id
    for key in ("sari", "dedi", "dedi", "maya"):  # Dedi takes it back
        with database.transaction() as session:
            questions.vote(session, sent.me(session, key), second)
    first, other = seen(sent, "maya").lines
    assert (first.id, first.votes, first.mine, other.votes) == (second, 2, True, 0)
    assert not seen(sent, "dedi").lines[0].mine


def test_the_host_hides_and_nobody_asks_after_the_end(database: Database) -> None:
    sent = send_forum(database)
    ask(sent, "sari", "unnamed")
    number = seen(sent, "budi").lines[0].id
    with pytest.raises(Refused), database.transaction() as session:
        questions.hide(session, sent.me(session, "dedi"), number)
    with database.transaction() as session:
        questions.hide(session, sent.me(session, "budi"), number)
    assert seen(sent, "sari").total == 0
    with pytest.raises(Refused), database.transaction() as session:
        questions.vote(session, sent.me(session, "dedi"), number)
    sent.now = START + timedelta(hours=2)
    with pytest.raises(Refused):
        ask(sent, "sari", "unnamed")


def test_the_host_notes_who_has_no_phone_until_a_week_after(database: Database) -> None:
    sent = send_forum(database, capacity=1)
    sent.answers("dedi", "coming")
    with pytest.raises(Refused), database.transaction() as session:
        noting.absent(session, sent.me(session, "budi"), sent.number)
    sent.now = START + timedelta(days=2)
    with database.transaction() as session:
        me = sent.me(session, "budi")
        led = noting.find(session, me, sent.number, "Lestari")
        shown = noting.absent(session, me, *led.args)  # type: ignore[arg-type]
        assert [number for number, _ in shown.people] == [sent.ids["sari"]]
        noting.note_there(session, me, sent.number, sent.ids["sari"])
        noting.note_there(session, me, sent.number, sent.ids["sari"])
    row = sent.invitation("sari")
    assert (row.noted_by, row.attended_at) == (sent.ids["budi"], sent.now)
    assert sent.row().seats == 1  # no seat was left, and none was made
    sent.now = START + timedelta(days=9)
    with pytest.raises(Refused), database.transaction() as session:
        noting.note_there(session, sent.me(session, "budi"), sent.number, sent.ids["maya"])


def test_verify_finds_attendance_that_nobody_noted(database: Database) -> None:
    sent = send_forum(database)
    sent.now = START
    code = code_at(bytes.fromhex(sent.row().secret), START)
    with database.transaction() as session:
        attendance.say_code(session, sent.me(session, "sari"), sent.number, code)
        noting.note_there(session, sent.me(session, "budi"), sent.number, sent.ids["dedi"])
    assert attendance_findings(database) == []
    with database.transaction() as session:
        forged = {"attended_at": START, "noted_by": sent.ids["budi"]}
        table = METADATA.tables["invitation"]
        one = table.update().where(table.c.employee_id == sent.ids["maya"]).values(**forged)
        session.connection().execute(one)
    assert [one[1] for one in attendance_findings(database)] == [agreement.Fault.UNRECORDED]


def attendance_findings(database: Database) -> list[agreement.Finding]:
    with database.transaction(reading=True) as session:
        reader = Reader(session.connection())
        return [
            one
            for one in agreement.findings(reader, database.vault, START.date())
            if one.kind is agreement.Kind.PRESENCE
        ]


def test_the_last_seat_goes_to_one_of_many_at_once(database: Database) -> None:
    sent = send_forum(database, capacity=1)
    barrier, wrong = Barrier(len(sent.keys)), []

    def answer(key: str) -> None:
        barrier.wait()
        try:
            with database.transaction() as session:
                answers.answer(session, sent.me(session, key), sent.number, "coming")
        except Exception as error:
            wrong.append(error)

    threads = [Thread(target=answer, args=(key,)) for key in sent.keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    given = sorted(sent.given().values())
    assert given == ["coming"] + ["waiting"] * (len(sent.keys) - 1)
    assert sent.row().seats == 1
