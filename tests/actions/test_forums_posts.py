"""The post in the group: nobody's name in it, once, and brought up to date with the forum."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.actions.forums import bring_up, changes, posting
from bot.actions.refusals import Refused
from bot.rules.forum_links import link_argument, linked
from handlers.forums.posting import write_post
from handlers.table import Recipient
from storage import printing, profile
from storage.database import Database
from storage.forums import Forum
from storage.groups import UnitGroup
from storage.outbox import Letter, State
from storage.printing import Printing
from tests.actions.forums import NOW, START, Sent, send_forum

BOARD = -1001234


@pytest.fixture
def sent(database: Database) -> Sent:
    found = send_forum(database)
    printing.hand_over(Printing(board=BOARD), database.engine)
    with database.transaction() as session:
        profile.remember(session, "teladan_bot")
    return found


def post(sent: Sent, key: str = "budi") -> None:
    with sent.database.transaction() as session:
        posting.post(session, sent.me(session, key), sent.number)


def letters(session: Session) -> list[Letter]:
    return list(session.exec(select(Letter).where(Letter.template == "forums.post")))


def told(sent: Sent) -> str:
    with sent.database.transaction() as session:
        nobody = Recipient(0, "", 0, NOW)
        screen = write_post(session, nobody, {"forum": sent.number})
        assert screen is not None
        return screen.text + "".join(b.url or "" for row in screen.rows for b in row)


def change(sent: Sent, **values: object) -> None:
    with sent.database.transaction() as session:
        row = session.get(Forum, sent.number)
        assert row is not None
        for name, value in values.items():
            setattr(row, name, value)
        session.add(row)


def test_topic_time_and_place_and_nobody(sent: Sent) -> None:
    post(sent)
    post(sent)
    with sent.database.transaction() as session:
        assert [one.chat_id for one in letters(session)] == [BOARD]
    said = told(sent)
    assert "Berbagi praktik" in said
    assert "Tempat: Aula" in said
    assert "https://t.me/teladan_bot?start=kegiatan-" in said
    assert "Budi" not in said


def test_the_group_of_the_host_s_unit_comes_before_the_office_s(sent: Sent) -> None:
    with sent.database.transaction() as session:
        host = sent.me(session, "budi")
        group = UnitGroup(
            chat_id=-77, unit_id=host.unit_id, added_by=host.employee_id, added_at=NOW
        )
        session.add(group)
    with sent.database.transaction() as session:
        assert posting.preview(session, sent.me(session, "budi"), sent.number).unit
    post(sent)
    with sent.database.transaction() as session:
        assert [one.chat_id for one in letters(session)] == [-77]


def test_the_address_of_a_meeting_is_for_the_invited(sent: Sent) -> None:
    change(sent, place="https://rapat.example/abc")
    assert "rapat.example" not in told(sent)


def test_only_the_host_while_it_is_to_come_where_there_is_a_board(sent: Sent) -> None:
    with pytest.raises(Refused, match="forbidden"):
        post(sent, "sari")
    sent.now = START
    with pytest.raises(Refused, match="started"):
        post(sent)
    printing.hand_over(Printing(), sent.database.engine)
    with pytest.raises(Refused, match="no_board"):
        post(sent)


def test_the_same_message_is_changed_once_a_change(sent: Sent) -> None:
    post(sent)
    change(sent, new_start=START + timedelta(days=1))
    with sent.database.transaction() as session:
        changes.tell(session, sent.me(session, "budi"), sent.number)
        bring_up(session, NOW)
        assert len(letters(session)) == 1, "it is still on its way, and will say what is so"
        (first,) = letters(session)
        first.state, first.message_id = State.SENT, 77
        session.add(first)
    for _ in range(2):
        with sent.database.transaction() as session:
            bring_up(session, NOW)
    with sent.database.transaction() as session:
        assert [one.message_id for one in letters(session)] == [77, 77]
    change(sent, reason="Narasumber sakit")
    with sent.database.transaction() as session:
        changes.cancel(session, sent.me(session, "budi"), sent.number)
        bring_up(session, NOW)
    with sent.database.transaction() as session:
        assert len(letters(session)) == 3
    assert "Dibatalkan" in told(sent)
    assert "sakit" not in told(sent)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (link_argument(5), 5), ("/start kegiatan-12", 12), ("/start@teladan_bot kegiatan-3", 3),
        ("kegiatan-", None), ("kegiatan-x", None), ("cek-kegiatan-5", None), ("", None),
    ],
)  # fmt: skip
def test_links_are_read_exactly(said: str, number: int | None) -> None:
    assert linked(said) == number
