"""The record of a forum in editions, and the steps that follow from it, on both databases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select, update

from bot.actions.forums import (
    handing,
    items,
    lines,
    note_takers,
    publishing,
    recording,
    records,
    tell_hosts,
)
from bot.actions.forums.overdue import still_overdue
from bot.actions.refusals import Refused
from bot.actions.spans import packed
from bot.rules.forum_records import LineKind
from bot.screens import Went
from storage import action_items, agreement, duties, employees, forum_records
from storage import roster as stored
from storage.action_items import ActionItem
from storage.audit import Reader
from storage.database import Database
from storage.duties import DutyKind
from storage.employees import Employee
from storage.forum_records import RecordEdition, RecordLine
from storage.invitations import Invitation
from tests.actions.forums import START, Sent, send_forum

DUE = date(2026, 9, 1)
STEP = "Menyiapkan loket prioritas di Jayapura"


@pytest.fixture
def sent(database: Database) -> Sent:
    found = send_forum(database)
    found.now = START + timedelta(minutes=20)
    return found


def say(sent: Sent, key: str, kind: LineKind, text: str) -> int:
    with sent.database.transaction() as session:
        recording.say(session, sent.me(session, key), sent.number, kind.value, text)
        newest = select(RecordLine).order_by(col(RecordLine.id).desc())
        return session.exec(newest).first().id or 0  # type: ignore[union-attr]


def step(sent: Sent, owner: str, by: str = "budi", due: date = DUE) -> int:
    """A whole step; the number of its line."""
    number = say(sent, by, LineKind.ACTION, STEP)
    with sent.database.transaction() as session:
        me = sent.me(session, by)
        lines.take_owner(session, me, number, sent.ids[owner])
        lines.take_due(session, me, number, packed(due))
    return number


def publish(sent: Sent, by: str = "budi", why: str = "") -> Went:
    with sent.database.transaction() as session:
        me = sent.me(session, by)
        seen = recording.draft(session, me, sent.number).seen
        led = (
            publishing.say_reason(session, me, sent.number, seen, why)
            if why
            else publishing.publish(session, me, sent.number, seen)
        )
    assert isinstance(led, Went)
    return led


def item_of(sent: Sent) -> ActionItem:
    with sent.database.transaction() as session:
        return session.exec(select(ActionItem)).one()


def owed(sent: Sent, kind: DutyKind = DutyKind.ACTION_ITEM) -> set[str]:
    names = {number: key for key, number in sent.ids.items()}
    with sent.database.transaction() as session:
        today = sent.me(session, "wayan").today
        rows = [one for one in duties.all_open(session, today) if one.kind == kind]
    return {names[one.owner_id] for one in rows}


def read(sent: Sent, key: str, edition: int = 0) -> list[str]:
    with sent.database.transaction() as session:
        found = records.record(session, sent.me(session, key), sent.number, 0, edition)
    return [one.text for one in found.lines]


def faults(
    database: Database, kind: agreement.Kind = agreement.Kind.FORUM_RECORD
) -> list[agreement.Finding]:
    with database.transaction(reading=True) as session:
        found = agreement.findings(Reader(session.connection()), database.vault, START.date())
        return [one for one in found if one.kind is kind]


def test_nobody_reads_it_before_it_is_published(sent: Sent) -> None:
    say(sent, "budi", LineKind.DECISION, "Loket buka pukul 07.30")
    assert read(sent, "sari") == []
    publish(sent)
    assert read(sent, "sari") == ["Loket buka pukul 07.30"]
    assert "budi" not in sent.told("forums.recorded")
    assert "sari" in sent.told("forums.recorded")


def test_it_is_written_from_the_door_on_by_the_host_and_the_note_taker(sent: Sent) -> None:
    sent.now = START - timedelta(minutes=16)
    with pytest.raises(Refused, match="early"):
        say(sent, "budi", LineKind.POINT, "Terlalu dini")
    sent.now = START
    with pytest.raises(Refused, match="forbidden"):
        say(sent, "dedi", LineKind.POINT, "Bukan notulis")
    with sent.database.transaction() as session:
        me = sent.me(session, "budi")
        note_takers.name_note_taker(session, me, sent.number, sent.ids["dedi"])
    assert sent.told("forums.note_taker") == ["dedi"]
    say(sent, "dedi", LineKind.POINT, "Sebagai notulis")
    publish(sent, "dedi")
    assert read(sent, "sari") == ["Sebagai notulis"]


def test_a_step_without_owner_or_day_holds_the_record_back(sent: Sent) -> None:
    say(sent, "budi", LineKind.ACTION, STEP)
    with pytest.raises(Refused, match="incomplete"):
        publish(sent)


def test_a_correction_keeps_the_earlier_edition_and_moves_the_step(sent: Sent) -> None:
    step(sent, "sari")
    point = say(sent, "budi", LineKind.POINT, "Antrean daring dibahas")
    publish(sent)
    assert owed(sent) == {"sari"}
    with pytest.raises(Refused, match="unchanged"):
        publish(sent, why="Tanpa perubahan")
    with sent.database.transaction() as session:
        me = sent.me(session, "budi")
        copy = int(lines.edit(session, me, point).place.args[0])
        lines.say_line(session, me, copy, "Antrean daring ditunda")
        old = session.exec(select(RecordLine).where(RecordLine.kind == "action")).one()
        again = int(lines.edit(session, me, old.id or 0).place.args[0])
        lines.take_owner(session, me, again, sent.ids["dedi"])
    assert "ditunda" not in " ".join(read(sent, "sari"))
    publish(sent, why="Keputusan keliru dicatat")
    assert read(sent, "sari") == [STEP, "Antrean daring ditunda"]
    assert read(sent, "sari", 1) == [STEP, "Antrean daring dibahas"]
    assert owed(sent) == {"dedi"}
    assert faults(sent.database) == []


def test_a_correction_needs_its_reason(sent: Sent) -> None:
    say(sent, "budi", LineKind.POINT, "Satu")
    publish(sent)
    say(sent, "budi", LineKind.POINT, "Dua")
    with sent.database.transaction() as session:
        led = publishing.publish(session, sent.me(session, "budi"), sent.number)
    assert str(led).startswith("forums.record_reason/")
    assert read(sent, "sari") == ["Satu"]


def test_a_step_that_is_struck_is_owed_no_more(sent: Sent) -> None:
    number = step(sent, "sari")
    say(sent, "budi", LineKind.POINT, "Tetap")
    publish(sent)
    with sent.database.transaction() as session:
        lines.remove(session, sent.me(session, "budi"), number)
    assert owed(sent) == {"sari"}
    publish(sent, why="Tidak jadi")
    assert owed(sent) == set()
    assert item_of(sent).cancelled_at is not None


def test_two_who_publish_the_same_draft_publish_once(sent: Sent) -> None:
    step(sent, "sari")
    with sent.database.transaction() as session:
        me = sent.me(session, "budi")
        seen = recording.draft(session, me, sent.number).seen
        publishing.publish(session, me, sent.number, seen)
    with sent.database.transaction() as session, pytest.raises(Refused, match="unchanged"):
        publishing.publish(session, sent.me(session, "budi"), sent.number, seen)
    with sent.database.transaction() as session:
        assert len(session.exec(select(RecordEdition)).all()) == 1
        assert len(session.exec(select(ActionItem)).all()) == 1


def test_done_with_a_note_and_seen_by_all(sent: Sent) -> None:
    step(sent, "sari")
    publish(sent)
    number = item_of(sent).id or 0
    with sent.database.transaction() as session, pytest.raises(Refused, match="foreign"):
        items.done(session, sent.me(session, "dedi"), number)
    with sent.database.transaction() as session:
        items.say_done(session, sent.me(session, "sari"), number, "Loket sudah dibuka")
    with sent.database.transaction() as session:
        shown = items.listed(session, sent.me(session, "dedi"), sent.number)
    assert [(one.note, one.done is not None) for one in shown.lines] == [
        ("Loket sudah dibuka", True)
    ]
    assert owed(sent) == set()


def test_handed_on_only_when_it_is_taken(sent: Sent) -> None:
    step(sent, "sari")
    publish(sent)
    number = item_of(sent).id or 0

    def act(key: str, how: object, *args: int) -> None:
        with sent.database.transaction() as session:
            how(session, sent.me(session, key), number, *args)  # type: ignore[operator]

    act("sari", handing.ask, sent.ids["dedi"])
    assert (owed(sent), owed(sent, DutyKind.TAKE_ITEM)) == ({"sari"}, {"dedi"})
    act("dedi", handing.leave)
    assert (owed(sent), owed(sent, DutyKind.TAKE_ITEM)) == ({"sari"}, set())
    act("sari", handing.ask, sent.ids["dedi"])
    act("sari", handing.ask, sent.ids["yosef"])
    with pytest.raises(Refused, match="not_asked"):
        act("dedi", handing.take)
    act("yosef", handing.take)
    assert (owed(sent), owed(sent, DutyKind.TAKE_ITEM)) == ({"yosef"}, set())
    with pytest.raises(Refused, match="foreign"):
        act("sari", handing.ask, sent.ids["dedi"])
    act("yosef", items.done)
    with pytest.raises(Refused, match="closed"):
        act("yosef", handing.ask, sent.ids["dedi"])


def test_the_host_is_told_once_that_a_step_is_overdue(sent: Sent) -> None:
    step(sent, "sari", due=START.date())
    publish(sent)
    for days, letters in ((0, 0), (1, 1), (2, 1)):
        with sent.database.transaction() as session:
            assert tell_hosts(session, START + timedelta(days=days, hours=1)) is False
        assert len(sent.letters("forums.item_overdue")) == letters
    assert sent.told("forums.item_overdue") == ["budi"]


def test_the_host_is_told_at_once_that_an_owner_has_left_and_takes_the_step(sent: Sent) -> None:
    step(sent, "sari")
    publish(sent)
    with sent.database.transaction() as session:
        session.exec(
            update(Employee)
            .where(col(Employee.id) == sent.ids["sari"])
            .values(left_on=START.date())
        )
    for _ in range(2):
        with sent.database.transaction() as session:
            assert tell_hosts(session, START) is False
    assert sent.told("forums.item_overdue") == ["budi"]
    number = item_of(sent).id or 0
    with sent.database.transaction() as session:
        found = still_overdue(session, number, DUE)
        assert found is not None
        assert found[-1]
        with pytest.raises(Refused):  # nobody who has left is asked
            handing.ask(session, sent.me(session, "budi"), number, sent.ids["sari"])
        handing.ask(session, sent.me(session, "budi"), number, sent.ids["budi"])
    assert owed(sent) == {"budi"}
    with sent.database.transaction() as session:
        tell_hosts(session, START)
    assert len(sent.letters("forums.item_overdue")) == 1


def leaves(sent: Sent, *keys: str) -> None:
    """They leave as an import of the roster has it."""
    with sent.database.transaction() as session:
        gone = [sent.ids[key] for key in keys]
        stored.leave(session, gone, START.date())
        action_items.host_left(session, gone)
        tell_hosts(session, START + timedelta(days=20))


def test_the_superior_of_a_host_who_has_left_is_told_and_hands_the_step_on(sent: Sent) -> None:
    step(sent, "sari")
    publish(sent)
    with sent.database.transaction() as session:
        tell_hosts(session, START + timedelta(days=20))
    assert sent.told("forums.item_overdue") == ["budi"]
    with sent.database.transaction() as session:
        superior = session.get_one(Employee, sent.ids["budi"]).superior_id or 0
        gone = select(Invitation).where(Invitation.employee_id == superior)
        session.delete(session.exec(gone).one())  # not even invited
    (above,) = (key for key, number in sent.ids.items() if number == superior)
    leaves(sent, "budi")
    leaves(sent)
    assert sorted(sent.told("forums.item_overdue")) == sorted(["budi", above])
    number = item_of(sent).id or 0
    with sent.database.transaction() as session:
        found = still_overdue(session, number, DUE)
        assert found is not None
        assert (found.host_left, found.left) == (True, False)
        me = sent.me(session, above)
        shown = items.card(session, me, number)
        assert (shown.handing, shown.mine, shown.there) == (True, False, False)
        with pytest.raises(Refused):
            items.listed(session, me, sent.number)
        with pytest.raises(Refused, match="foreign"):
            handing.ask(session, sent.me(session, "dedi"), number, sent.ids["yosef"])
        handing.ask(session, me, number, sent.ids["dedi"])
    assert owed(sent, DutyKind.TAKE_ITEM) == {"dedi"}


def test_hr_is_told_where_no_superior_is_left(sent: Sent) -> None:
    step(sent, "sari")
    publish(sent)
    with sent.database.transaction() as session:
        above = employees.chain(session, sent.ids["budi"])
    leaves(sent, "budi", *(key for key, number in sent.ids.items() if number in above))
    assert sent.told("forums.item_overdue") == ["maya", "rina"]


def tamper(session: Session, what: str) -> None:
    if what == "a line":
        session.exec(update(RecordLine).values(text="Loket ditutup"))
    elif what == "an owner":
        session.exec(update(RecordLine).values(due_on=DUE + timedelta(days=9)))
    else:
        session.exec(update(RecordEdition).values(reason="Alasan lain"))


@pytest.mark.parametrize("what", ["a line", "an owner", "a reason"])
def test_whoever_changes_an_edition_behind_its_back_is_found(sent: Sent, what: str) -> None:
    step(sent, "sari")
    publish(sent)
    assert faults(sent.database) == []
    with sent.database.transaction() as session:
        tamper(session, what)
    assert [one.fault for one in faults(sent.database)] == [agreement.Fault.DIFFERS]
    with sent.database.transaction() as session:
        assert forum_records.standing(session, sent.number).edition == 1


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({"text": "Yang lain"}, "text"), ({"due_on": DUE - timedelta(3)}, "text"),
        ({"owner_id": 1}, "owner"), ({"note": "Tidak pernah"}, "done"),
        ({"done_at": None}, "done"),
    ],
)  # fmt: skip
def test_whoever_changes_a_step_behind_its_back_is_found(
    sent: Sent, what: dict[str, object], expected: str
) -> None:
    step(sent, "sari")
    publish(sent)
    number = item_of(sent).id or 0
    with sent.database.transaction() as session:
        items.say_done(session, sent.me(session, "sari"), number, "Sudah terpasang")
    assert faults(sent.database, agreement.Kind.ACTION_ITEM) == []
    with sent.database.transaction() as session:
        row = session.get_one(ActionItem, number)
        for name, value in what.items():
            setattr(row, name, value)
    found = faults(sent.database, agreement.Kind.ACTION_ITEM)
    assert expected in {one.key for one in found}
